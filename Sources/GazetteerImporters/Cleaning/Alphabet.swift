import Gazetteers

/// The alphabets whose letters look like one another's.
enum Alphabet {
  case latin, greek, cyrillic

  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF:
      self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    default: return nil
    }
  }

  /// Whether a word of the name has letters of two alphabets: `Pоutin` with a Cyrillic `о` is a trap
  /// or an error, and matches nothing that anybody writes.
  static func isMixed(_ name: String) -> Bool {
    var found: Alphabet?
    for scalar in name.unicodeScalars {
      if let alphabet = Alphabet(scalar) {
        if let found, found != alphabet { return true }
        found = alphabet
      } else if !NameCheck.isWordScalar(scalar) {
        found = nil
      }
    }
    return false
  }
}

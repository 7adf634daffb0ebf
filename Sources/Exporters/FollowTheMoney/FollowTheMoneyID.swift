import Gazetteers
import TextFiles

/// Identifiers as FollowTheMoney wants them: ASCII letters, digits, `-` and `.`, a letter or digit at
/// both ends. A reader drops the ends of a tie whose identifiers have other characters.
enum FollowTheMoneyID {
  /// A reader takes no more than 128 characters in many databases; a tie has two of these.
  private static let longest = 48

  /// The part that tells an entity: `country/KP` as `country.KP`.
  ///
  /// A `/` between letters or digits is `.`, other characters are `-xHEXx`, and so is a `-` before an
  /// `x` or at the end: different identifiers stay different. Long ones end in their SHA-256.
  static func token(of id: EntityID) -> String {
    let scalars = Array(id.text.unicodeScalars)
    func isPlain(_ index: Int) -> Bool {
      guard scalars.indices.contains(index) else { return false }
      switch scalars[index] {
      case "a"..."z", "A"..."Z", "0"..."9": return true
      default: return false
      }
    }
    var token = ""
    for (index, scalar) in scalars.enumerated() {
      let isHyphen = scalar == "-" && index + 1 < scalars.count && scalars[index + 1] != "x"
      if isPlain(index) || isHyphen {
        token.unicodeScalars.append(scalar)
      } else if scalar == "/", isPlain(index - 1), isPlain(index + 1) {
        token += "."
      } else {
        token += "-x\(String(scalar.value, radix: 16, uppercase: true))x"
      }
      if token.utf8.count > longest { return shortened(token, Array(id.text.utf8)) }
    }
    // Not to be taken for the end of the prefix.
    return token.isEmpty ? "-xx" : token
  }

  /// `entity-country.KP`.
  static func entity(_ token: String) -> String { "entity-" + token }

  /// `tie-country.KP..country.RU`; no token holds two points, or one at its ends.
  static func tie(_ source: String, _ target: String) -> String { "tie-\(source)..\(target)" }

  /// The beginning, for readers, and 64 bits of the hash of the whole.
  private static func shortened(_ token: String, _ id: [UInt8]) -> String {
    let hash = SHA256.hexadecimal(of: id).prefix(16)
    return "\(token.prefix(longest - 20))-xx\(hash)"
  }
}

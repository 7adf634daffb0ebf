import Gazetteers

/// Brings a name into one line, and refuses what would do harm as a name.
enum NameCleaner {
  /// No name in a text is as long; what is, is a description or an attack.
  static let longestName = 200

  /// - Parameter text: A name as a source writes it.
  /// - Returns: The name to be used, or why there is none.
  static func clean(_ text: String) -> Result<String, NameDrop> {
    // Before any other work: a cell may have millions of characters.
    if text.utf8.count > longestName * 4 { return .failure(.long) }
    let name = inOneLine(text.unicodeScalars.prefix(longestName * 4))
    if name.isEmpty { return .failure(.empty) }
    let scalars = name.unicodeScalars
    if scalars.count > longestName { return .failure(.long) }
    if scalars.contains(where: isUnusable) { return .failure(.control) }
    if scalars.contains("|") { return .failure(.separator) }
    if name.contains("://") { return .failure(.address) }
    guard scalars.contains(where: { $0.properties.isAlphabetic }) else {
      return .failure(.noLetter)
    }
    if scalars.count(where: NameCheck.isWordScalar) < 2 { return .failure(.oneLetter) }
    if Alphabet.isMixed(name) { return .failure(.mixed) }
    return .success(name)
  }

  /// The text with single spaces for runs of white space, none at its ends, and without the signs that
  /// only steer the direction of writing.
  static func inOneLine(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var line = String.UnicodeScalarView()
    var needsSpace = false
    for scalar in scalars {
      if scalar.properties.isWhitespace {
        needsSpace = !line.isEmpty
      } else if !isInvisible(scalar) {
        if needsSpace { line.append(" ") }
        needsSpace = false
        line.append(scalar)
      }
    }
    return String(line)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // The joiners U+200C and U+200D stay: Persian and Indian scripts spell with them.
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Whether a scalar is a control character, or stands for something lost.
  static func isUnusable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xFFFD, 0xE000...0xF8FF: true
    case let value: value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
    }
  }
}

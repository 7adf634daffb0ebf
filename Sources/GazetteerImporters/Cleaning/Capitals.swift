import Gazetteers

/// Tells abbreviations from names that a source writes in capitals, and gives those ordinary ones.
///
/// A name in capitals matches only a text in capitals, so `VLADIMIR PUTIN` would be missed. Written
/// `Vladimir Putin` it matches both.
enum Capitals {
  /// Letters of an abbreviation at most; longer ones (`UNESCO`) are also written as words.
  private static let longestAbbreviation = 5

  private static let small: Set<String> = [
    "OF", "AND", "THE", "FOR", "IN", "ON", "AT", "TO", "DE", "LA", "DEL", "DER", "DES", "DU", "DOS",
    "DAS", "DA", "DI", "UND", "ET", "Y", "E", "VON", "VAN", "BIN", "IBN", "AL",
  ]

  /// Words of three letters that are no words but legal forms and countries.
  private static let kept: Set<String> = [
    "UAE", "USA", "UAB", "OAO", "OOO", "ZAO", "PAO", "ОАО", "ООО", "ЗАО", "ПАО",
  ]

  private static let vowels: Set<Character> = Set("AEIOUYАЕЁИОУЫЭЮЯІЇЄΑΕΗΙΟΥΩ")

  /// Whether the name is one short word in capitals: `UN`, `U.N.`, `AT&T`, `G20`.
  static func isAbbreviation(_ name: String, kind: Kind) -> Bool {
    let letters = letters(name)
    guard (2...longestAbbreviation).contains(letters.count),
      letters.allSatisfy(\.properties.isUppercase)
    else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isUppercase || scalar.properties.numericType != nil
        || ".&-/".unicodeScalars.contains(scalar)
    }
  }

  /// Whether there is a small letter.
  static func hasSmall(_ name: String) -> Bool {
    name.unicodeScalars.contains { $0.properties.isLowercase }
  }

  /// The name with ordinary capitals where it is written in capitals; else as it is.
  ///
  /// Of persons every word is looked at (`PUTIN Vladimir`), of others only names without any small
  /// letter. Words without a vowel and short legal forms stay (`PJSC`).
  static func ordinary(_ name: String, kind: Kind) -> String {
    guard kind == .person || !hasSmall(name) else { return name }
    if isAbbreviation(name, kind: kind) { return name }
    let words = name.split(separator: " ").map(String.init)
    let isAlone = words.count == 1
    return words.enumerated().map { index, word in
      ordinary(word: word, isFirst: index == 0, isAlone: isAlone, kind: kind)
    }.joined(separator: " ")
  }

  private static func ordinary(word: String, isFirst: Bool, isAlone: Bool, kind: Kind) -> String {
    let letters = letters(word)
    guard letters.count > 1, !hasSmall(word), letters.allSatisfy(\.properties.isUppercase),
      !word.contains(".")
    else { return word }
    if small.contains(word) { return isFirst ? titled(word) : word.lowercased() }
    guard letters.count > 2, !kept.contains(word) else { return word }
    let hasVowel = word.contains(where: vowels.contains)
    guard hasVowel || (kind == .person && letters.count > 3) else { return word }
    return titled(word)
  }

  /// `AL-ASSAD` → `Al-Assad`, `O'BRIEN` → `O'Brien`.
  private static func titled(_ word: String) -> String {
    var result = ""
    var isInside = false
    for character in word {
      result += isInside ? character.lowercased() : String(character)
      isInside = character.isLetter
    }
    return result
  }

  private static func letters(_ name: String) -> [Unicode.Scalar] {
    name.unicodeScalars.filter(\.properties.isAlphabetic)
  }
}

/// Initials of a person: `J. R. Smith`, which is as often written `J.R. Smith`.
enum Initials {
  /// The name with its initials set apart where they stand together, or together where they stand
  /// apart; `nil` where it holds no two initials side by side.
  static func respaced(_ name: String) -> String? {
    // A name without a dot, as nearly all are, is not taken apart.
    guard name.utf8.contains(UInt8(ascii: ".")) else { return nil }
    var words: [String] = []
    var changed = false
    var lastIsInitial = false
    for word in name.split(separator: " ") {
      let letters = initials(word)
      if letters.count > 1 {
        words += letters.map { "\($0)." }
        changed = true
        lastIsInitial = false
      } else if letters.count == 1, lastIsInitial, let last = words.indices.last {
        words[last] += word
        changed = true
      } else {
        words.append(String(word))
        lastIsInitial = letters.count == 1
      }
    }
    return changed ? words.joined(separator: " ") : nil
  }

  /// The letters of a word that is nothing but letters with a dot behind each.
  private static func initials(_ word: Substring) -> [Character] {
    var letters: [Character] = []
    var isDotNext = false
    for character in word {
      guard isDotNext ? character == "." : character.isLetter else { return [] }
      if !isDotNext { letters.append(character) }
      isDotNext.toggle()
    }
    return isDotNext ? [] : letters
  }
}

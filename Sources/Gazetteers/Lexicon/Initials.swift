import TextFiles

/// Initials of a person: `J. R. Smith`, which is as often written `J.R. Smith`.
enum Initials {
  /// Whether a name holds a dot, without which it has no initials, as nearly all have none.
  static func mayStand(in name: Span<UInt8>) -> Bool {
    ByteSearch.first(UInt8(ascii: "."), in: name) < name.count
  }

  /// The further spellings of a name with initials.
  ///
  /// `George W. Bush` gives `G. W. Bush` and `G.W. Bush`; of `J. R. Smith` only the spacing varies. One
  /// initial alone (`G. Bush`) would be many persons'.
  static func spellings(of name: String) -> [String] {
    guard name.withUTF8Span({ mayStand(in: $0) }) else { return [] }
    var result: [String] = []
    if let turned = respaced(name) { result.append(turned) }
    if let short = shortened(name) {
      result.append(short)
      if let turned = respaced(short) { result.append(turned) }
    }
    return result
  }

  /// The name with an initial for its first word, where a word behind it is one already and a family
  /// name is left.
  private static func shortened(_ name: String) -> String? {
    let words = name.split(separator: " ")
    guard words.count > 2, let first = words[0].first, first.isUppercase,
      initials(words[0]).isEmpty, !initials(words[1]).isEmpty,
      let last = words.last, initials(last).isEmpty, last.count > 3
    else { return nil }
    return "\(first). " + words.dropFirst().joined(separator: " ")
  }

  /// The name with its initials set apart where they stand together, or together where they stand
  /// apart; `nil` where it holds no two initials side by side.
  private static func respaced(_ name: String) -> String? {
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

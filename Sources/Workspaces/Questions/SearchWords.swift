/// Turns what a person types, and the text that is searched, into what FTS5 understands.
enum SearchWords {
  /// A text with every letter of a script without spaces standing alone, so that words in it are found
  /// as phrases.
  static func spaced(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isAlone) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let alone = isAlone(scalar)
      if alone { result.append(" ") }
      result.append(scalar)
      if alone { result.append(" ") }
    }
    return String(result)
  }

  /// An expression of FTS5 that finds what a person typed: all words in any order, those in double
  /// quotes as a phrase, and with a star behind them all words that begin so.
  ///
  /// - Returns: Nil where nothing but signs was typed.
  static func expression(_ typed: String) -> String? {
    var terms: [String] = []
    for (number, part) in typed.split(separator: "\"", omittingEmptySubsequences: false)
      .enumerated()
    {
      if number % 2 == 1 {
        add(String(part), isPrefix: false, to: &terms)
        continue
      }
      for word in part.split(whereSeparator: \.isWhitespace) {
        add(String(word), isPrefix: word.hasSuffix("*"), to: &terms)
      }
    }
    return terms.isEmpty ? nil : terms.joined(separator: " AND ")
  }

  private static func add(_ words: String, isPrefix: Bool, to terms: inout [String]) {
    // Quoted, nothing in it is an operator. NUL would end the expression.
    let words = String(
      String.UnicodeScalarView(
        spaced(words).unicodeScalars.map { $0 == "\0" || $0 == "\"" ? " " : $0 }))
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    terms.append("\"\(words)\"" + (isPrefix ? " *" : ""))
  }

  /// Whether a scalar is of a script that is written without spaces: Han, Kana, Thai, Lao, Khmer, Burmese.
  private static func isAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
      true
    default: false
    }
  }
}

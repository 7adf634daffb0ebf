/// A term of an RDF result, as the Wikidata query service writes it in TSV.
///
/// `<http://www.wikidata.org/entity/Q159>`, `"Russia"@en`, `"12"^^<…>`, or a plain value.
struct TurtleTerm: Equatable {
  var text: String
  /// The language tag, empty where there is none.
  var language = ""
  /// Whether it is an address in angle brackets.
  var isAddress = false

  init(_ text: String, language: String = "", isAddress: Bool = false) {
    self.text = text
    self.language = language
    self.isAddress = isAddress
  }

  /// Reads a cell.
  ///
  /// - Returns: The term; nil where a quote or bracket is never closed or an escape is none.
  static func parse(_ cell: Substring) -> TurtleTerm? {
    guard let first = cell.unicodeScalars.first else { return TurtleTerm("") }
    if first == "<" {
      guard cell.hasSuffix(">") else { return nil }
      return TurtleTerm(String(cell.dropFirst().dropLast()), isAddress: true)
    }
    guard first == "\"" || first == "'" else { return TurtleTerm(String(cell)) }
    var scalars = cell.unicodeScalars.dropFirst()
    var text = String.UnicodeScalarView()
    while let scalar = scalars.popFirst() {
      if scalar == first {
        let rest = String(Substring(scalars))
        if rest.hasPrefix("@") {
          return TurtleTerm(String(text), language: String(rest.dropFirst()))
        }
        return rest.isEmpty || rest.hasPrefix("^^") ? TurtleTerm(String(text)) : nil
      }
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      guard let escaped = escape(&scalars) else { return nil }
      text.append(escaped)
    }
    return nil
  }

  private static func escape(_ scalars: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
    guard let letter = scalars.popFirst() else { return nil }
    switch letter {
    case "t": return "\t"
    case "n": return "\n"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "\"", "'", "\\": return letter
    case "u", "U":
      let digits = String(String.UnicodeScalarView(scalars.prefix(letter == "u" ? 4 : 8)))
      guard digits.count == (letter == "u" ? 4 : 8), let value = UInt32(digits, radix: 16) else {
        return nil
      }
      scalars.removeFirst(digits.count)
      return Unicode.Scalar(value) ?? "\u{FFFD}"
    default: return nil
    }
  }
}

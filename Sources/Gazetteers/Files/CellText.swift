// Text of cells and names, as messages show it and as checks read it.

/// The text in quotation marks, cut where it is long, so that a message stays one line.
package func quoted(_ text: String) -> String {
  let shown = text.count > 60 ? text.prefix(57) + "…" : Substring(text)
  let safe = shown.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : "\($0)" }
  return "\"" + safe.joined() + "\""
}

/// The text without white space at its ends.
package func trimmed(_ text: Substring) -> String {
  // Nearly all cells begin and end with a plain character.
  if let first = text.utf8.first, let last = text.utf8.last, first > 0x20, first < 0x7F,
    last > 0x20,
    last < 0x7F
  {
    return String(text)
  }
  var scalars = text.unicodeScalars
  while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
  while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
  return String(scalars)
}

package enum NameCheck {
  /// Whether a scalar can be part of a token.
  package static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    Tokenizer.beginsToken(ScalarTable.shared.classOf(scalar.value))
  }
}

import EntityGraphs
import TextFiles

/// Rows of comma-separated values (RFC 4180), ended by a line feed, that no spreadsheet runs.
///
/// A text cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return, and is not a plain
/// number, is written with a `'` before it; so is one that begins with `'`s before such a
/// character. To get the text back, take one `'` off any cell that matches `^'+[=+\-@\t\r]`.
/// NUL, which ends the cell for some readers, becomes U+FFFD.
struct CSVRows {
  var buffer = ByteBuffer()
  private(set) var warnings: [ExportWarning] = []

  private let fileName: String
  private var isFirst = true

  init(fileName: String) {
    self.fileName = fileName
  }

  mutating func endRow() {
    buffer.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  /// Adds cells that need no quotes and are not formulas: headings of ours, words.
  mutating func words(_ words: String...) {
    for word in words {
      separate()
      buffer.append(word)
    }
  }

  mutating func number(_ value: Int) {
    separate()
    buffer.append(value)
  }

  /// Adds a number; an empty cell where it is not finite.
  mutating func number(_ value: Double, decimals: Int) {
    separate()
    if value.isFinite { buffer.append(value, decimals: decimals) }
  }

  /// Adds any text.
  mutating func text(
    _ text: String, _ owner: @autoclosure () -> ExportWarning.Owner, field: String
  ) {
    separate()
    var text = text
    if text.utf8.contains(0) {
      text = String(
        String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
      warn(.replacedCharacters, owner(), field)
    }
    if Self.isFormula(text) {
      text = "'" + text
      warn(.neutralisedFormula, owner(), field)
    }
    if Self.needsQuotes(text) { appendQuoted(text) } else { buffer.append(text) }
  }

  private mutating func warn(
    _ change: ExportWarning.Change, _ owner: ExportWarning.Owner, _ field: String
  ) {
    warnings.append(ExportWarning(file: fileName, owner: owner, field: field, change: change))
  }

  private mutating func separate() {
    if !isFirst { buffer.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private mutating func appendQuoted(_ text: String) {
    buffer.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { buffer.append(byte) }
      buffer.append(byte)
    }
    buffer.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ text: String) -> Bool {
    if text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ") { return true }
    return text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
  }

  private static func isFormula(_ text: String) -> Bool {
    switch text.utf8.drop(while: { $0 == UInt8(ascii: "'") }).first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !isPlainNumber(text)
    default: false
    }
  }

  /// `-12` and `+3.5`: no formula, and worth keeping as numbers.
  private static func isPlainNumber(_ text: String) -> Bool {
    let parts = text.utf8.dropFirst().split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
  }
}

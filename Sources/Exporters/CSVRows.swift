import Dates
import EntityGraphs
import TextFiles

/// Rows of comma-separated values (RFC 4180), ended by a line feed, that no spreadsheet runs.
///
/// A text cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return, and is not a plain
/// number, is written with a `'` before it; so is one that begins with `'`s before such a
/// character. To get the text back, take one `'` off any cell that matches `^'+[=+\-@\t\r]`.
/// NUL, which ends the cell for some readers, becomes U+FFFD.
struct CSVRows: ~Copyable {
  var buffer = ByteBuffer()
  private(set) var warnings: [ExportWarning] = []

  private let fileName: String
  private let neutralisesFormulas: Bool
  private var isFirst = true

  /// - Parameters:
  ///   - fileName: What warnings call the file.
  ///   - neutralisesFormulas: Whether the file may be opened as a spreadsheet.
  init(fileName: String, neutralisesFormulas: Bool = true) {
    self.fileName = fileName
    self.neutralisesFormulas = neutralisesFormulas
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

  /// Adds a letter with a number behind.
  mutating func identifier(_ letter: StaticString, _ number: Int) {
    separate()
    buffer.append(literal: letter)
    buffer.append(number)
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

  /// Adds what the analysis says of a node; an empty cell where it says nothing.
  mutating func number(_ field: AnalysisField, of node: Node) {
    separate()
    guard let value = field.value(of: node), value.isFinite else { return }
    field.append(value, to: &buffer)
  }

  mutating func number(weight: Double) {
    separate()
    buffer.append(weight: weight)
  }

  /// Adds the first and the last day, in two cells that are empty where nothing is dated.
  mutating func days(_ days: DaySpan?) {
    separate()
    if let days { buffer.append(days.first) }
    separate()
    if let days { buffer.append(days.last) }
  }

  /// Adds how often the ends of a tie are together, from its weight to its days.
  mutating func counts(of tie: Tie) {
    number(weight: tie.weight)
    number(tie.count)
    number(tie.repeats)
    number(tie.documents)
    if tie.sources > 0 { number(tie.sources) } else { separate() }
    days(tie.days)
  }

  /// Adds the measures of a tie.
  mutating func measures(of tie: Tie) {
    let measures = tie.measures
    number(measures.npmi, decimals: 6)
    number(measures.jaccard, decimals: 6)
    number(measures.llr, decimals: 6)
    number(measures.noiseCorrected, decimals: 6)
  }

  /// Adds a text that `isPlain`, or several of them with plain text between.
  @inline(__always)
  mutating func plain(_ append: (inout ByteBuffer) -> Void) {
    separate()
    append(&buffer)
  }

  /// Adds any text.
  mutating func text(
    _ text: String, _ owner: @autoclosure () -> ExportWarning.Owner, field: String
  ) {
    warn(text.withUTF8Span { self.text(utf8: $0) }, owner(), field: field)
  }

  /// Adds a text of a node.
  mutating func text(_ text: NodeText, of node: Node) {
    text.lend(of: node) { utf8 in
      warn(self.text(utf8: utf8), .node(node.id), field: text.rawValue)
    }
  }

  /// Adds any text.
  ///
  /// - Returns: What had to be done about it, for `warn`.
  mutating func text(utf8: Span<UInt8>) -> [ExportWarning.Change] {
    separate()
    let isFormula = neutralisesFormulas && Self.isFormula(utf8)
    let (needsQuotes, holdsNUL) = Self.examine(utf8)
    if needsQuotes { buffer.append(UInt8(ascii: "\"")) }
    if isFormula { buffer.append(UInt8(ascii: "'")) }
    if holdsNUL || needsQuotes && ByteSearch.first(UInt8(ascii: "\""), in: utf8) < utf8.count {
      appendEscaped(utf8)
    } else {
      buffer.append(utf8)
    }
    if needsQuotes { buffer.append(UInt8(ascii: "\"")) }
    guard isFormula || holdsNUL else { return [] }
    return (isFormula ? [.neutralisedFormula] : []) + (holdsNUL ? [.replacedCharacters] : [])
  }

  /// Notes what was done about a text, if anything.
  @inline(__always)
  mutating func warn(
    _ changes: [ExportWarning.Change], _ owner: @autoclosure () -> ExportWarning.Owner,
    field: String
  ) {
    guard !changes.isEmpty else { return }
    for change in changes {
      warnings.append(
        ExportWarning(file: fileName, owner: owner(), field: field, change: change))
    }
  }

  /// Returns the warnings so far, and keeps none.
  mutating func takeWarnings() -> [ExportWarning] {
    defer { warnings = [] }
    return warnings
  }

  private mutating func separate() {
    if !isFirst { buffer.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private mutating func appendEscaped(_ utf8: Span<UInt8>) {
    var start = 0
    while true {
      let end = Self.escaped.first(in: utf8, from: start)
      buffer.append(utf8.extracting(start..<end))
      if end == utf8.count { return }
      if utf8[end] == 0 {
        buffer.append(literal: "\u{FFFD}")
      } else {
        buffer.append(literal: "\"\"")
      }
      start = end + 1
    }
  }

  private static let escaped = ByteSet(below: 1, UInt8(ascii: "\""))

  private static let quoted = ByteSet(
    below: 1, UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"))

  /// Whether a cell holds what quotes must stand around, and whether it holds NUL.
  private static func examine(_ utf8: Span<UInt8>) -> (needsQuotes: Bool, holdsNUL: Bool) {
    guard !utf8.isEmpty else { return (false, false) }
    var needsQuotes = utf8[0] == UInt8(ascii: " ") || utf8[utf8.count - 1] == UInt8(ascii: " ")
    var place = quoted.first(in: utf8)
    while place < utf8.count, utf8[place] == 0 { place = quoted.first(in: utf8, from: place + 1) }
    if place < utf8.count { needsQuotes = true }
    return (needsQuotes, ByteSearch.first(0, in: utf8) < utf8.count)
  }

  /// Whether a text stands in a cell as it is, and does so with other plain text before or behind it.
  static func isPlain(_ utf8: Span<UInt8>) -> Bool {
    guard !utf8.isEmpty, utf8[0] != UInt8(ascii: "'"), !isFormula(utf8) else { return false }
    let (needsQuotes, holdsNUL) = examine(utf8)
    return !needsQuotes && !holdsNUL && !isSign(utf8[0])
  }

  /// A number may begin with a sign, but not a number with text behind it.
  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  private static func isFormula(_ utf8: Span<UInt8>) -> Bool {
    var first = 0
    while first < utf8.count, utf8[first] == UInt8(ascii: "'") { first += 1 }
    guard first < utf8.count else { return false }
    switch utf8[first] {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return first > 0 || !isPlainNumber(utf8)
    default: return false
    }
  }

  /// `-12` and `+3.5`: no formula, and worth keeping as numbers.
  private static func isPlainNumber(_ utf8: Span<UInt8>) -> Bool {
    var (digits, points) = (0, 0)
    for index in 1..<utf8.count {
      switch utf8[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: ".") where digits > 0 && points == 0:
        points = 1
        digits = 0
      default: return false
      }
    }
    return digits > 0
  }
}

import ArgumentParser
import EntityGraphs
import TextFiles

/// How a list is printed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv
}

/// Rows and columns for people, or for programs.
struct Table {
  enum Alignment {
    case text
    /// To the right in a table, and no string in JSON.
    case number
  }

  struct Column {
    var name: String
    var alignment: Alignment
    /// Whether it stands in JSON and CSV only, so that a table stays narrow.
    var isDetail: Bool
    /// Whether it stands in tables only, since it says again what another column says.
    var isPicture: Bool
    /// Whether tables show all of it, however long.
    var isWhole: Bool

    init(
      _ name: String, _ alignment: Alignment = .text, isDetail: Bool = false,
      isPicture: Bool = false, isWhole: Bool = false
    ) {
      self.name = name
      self.alignment = alignment
      self.isDetail = isDetail
      self.isPicture = isPicture
      self.isWhole = isWhole
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  init(columns: [Column]) {
    self.columns = columns
  }

  mutating func add(_ row: [String]) {
    rows.append(row)
  }

  /// A number with at most three decimals and no needless ones; nothing where it is not known.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    var buffer = ByteBuffer()
    buffer.append(value, decimals: 3)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// A number with the six digits that count; nothing where it is not known.
  static func significant(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    var buffer = ByteBuffer()
    buffer.append(value, significantDigits: 6)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// The cells of a tie under `weight`, `count`, `repeats`, `documents` and `npmi`.
  static func counts(of tie: Tie) -> [String] {
    [
      number(tie.weight), "\(tie.count)", "\(tie.repeats)", "\(tie.documents)",
      number(tie.measures.npmi),
    ]
  }

  /// Prints to standard output.
  func print(_ format: TableFormat) throws {
    var buffer = ByteBuffer()
    switch format {
    case .table: appendTable(&buffer)
    case .json: appendJSON(&buffer)
    case .csv: appendCSV(&buffer)
    }
    let sink = FileSink.standardOutput()
    try sink.drain(&buffer)
    try sink.flush()
  }

  private func appendTable(_ buffer: inout ByteBuffer) {
    if rows.isEmpty { return }
    let used = columns.indices.filter { column in
      !columns[column].isDetail && rows.contains { !$0[column].isEmpty }
    }
    let cells =
      [used.map { columns[$0].name }]
      + rows.map { row in used.map { Self.shown(row[$0], isWhole: columns[$0].isWhole) } }
    let widths = used.indices.map { column in cells.map { Self.width($0[column]) }.max() ?? 0 }
    var line: [UInt8] = []
    for row in cells {
      line.removeAll(keepingCapacity: true)
      for (place, column) in used.enumerated() {
        let padding = repeatElement(
          UInt8(ascii: " "), count: widths[place] - Self.width(row[place]))
        let isNumber = columns[column].alignment == .number
        if isNumber { line += padding }
        line += row[place].utf8
        if !isNumber { line += padding }
        if column != used.last { line += "  ".utf8 }
      }
      while line.last == UInt8(ascii: " ") { line.removeLast() }
      buffer.append(contentsOf: line)
      buffer.append("\n")
    }
  }

  /// A cell without line breaks, and cut where it is long and need not be whole.
  private static func shown(_ cell: String, isWhole: Bool) -> String {
    let hasControls = cell.utf8.contains { $0 < 0x20 }
    let line =
      hasControls
      ? String(String.UnicodeScalarView(cell.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
      : cell
    return line.utf8.count > 100 && line.count > 100 && !isWhole ? line.prefix(99) + "…" : line
  }

  /// How many characters a cell has.
  private static func width(_ cell: String) -> Int {
    // Without letters beyond ASCII and without line breaks each byte is a character.
    cell.utf8.allSatisfy { $0 < 0x80 } ? cell.utf8.count : cell.count
  }

  /// Appends the rows as a list of objects; a number that is not known is `null`.
  func appendJSON(_ buffer: inout ByteBuffer, first: Int = .max) {
    buffer.append("[")
    for (number, row) in rows.prefix(first).enumerated() {
      buffer.append(number == 0 ? "\n  {" : ",\n  {")
      for (place, column) in columns.enumerated() where !column.isPicture {
        if place > 0 { buffer.append(",") }
        JSONText.append(column.name, to: &buffer)
        buffer.append(":")
        if column.alignment == .number {
          buffer.append(row[place].isEmpty ? "null" : row[place])
        } else {
          JSONText.append(row[place], to: &buffer)
        }
      }
      buffer.append("}")
    }
    buffer.append(rows.isEmpty || first == 0 ? "]\n" : "\n]\n")
  }

  private func appendCSV(_ buffer: inout ByteBuffer) {
    let written = columns.indices.filter { !columns[$0].isPicture }
    for row in [columns.map(\.name)] + rows {
      buffer.append(written.map { Self.quoted(row[$0]) }.joined(separator: ","))
      buffer.append("\n")
    }
  }

  /// A cell of RFC 4180; one that a spreadsheet would take for a formula gets an apostrophe.
  private static func quoted(_ cell: String) -> String {
    var cell = cell
    if let first = cell.unicodeScalars.first,
      "=+@\t\r".unicodeScalars.contains(first) || (first == "-" && Double(cell) == nil)
    {
      cell = "'" + cell
    }
    guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      return cell
    }
    var doubled = "\""
    for character in cell.unicodeScalars {
      if character == "\"" { doubled += "\"" }
      doubled.unicodeScalars.append(character)
    }
    return doubled + "\""
  }
}

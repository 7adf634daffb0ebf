import GRDB

/// Inserts rows into a table, many with one statement where there are many: to begin and end a statement
/// costs as much as a row (0.47 s for half a million mentions row by row, 0.28 s by sixteen).
///
/// With `OR FAIL` a row that is refused ends the build, which takes back its transaction. Otherwise SQLite
/// would keep a journal of its own for each statement of several rows, to take back only that.
final class RowInserter {
  private let statements: [(rows: Int, statement: PlainStatement)]

  /// - Parameters:
  ///   - table: A table of the workspace.
  ///   - columns: How many columns it has.
  ///   - skipsKnown: Whether rows that are there already are passed over.
  init(
    _ database: Database, _ table: String, columns: Int, skipsKnown: Bool = false
  ) throws {
    let insert = "INSERT OR \(skipsKnown ? "IGNORE" : "FAIL") INTO \(table) VALUES "
    let row = "(" + [String](repeating: "?", count: columns).joined(separator: ", ") + ")"
    statements = try [64, 16, 4, 1].map { rows in
      let values = [String](repeating: row, count: rows).joined(separator: ", ")
      return (rows, try PlainStatement(database, insert + values))
    }
  }

  /// Inserts rows.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - texts: What `bind(lent:)` takes texts from.
  ///   - bind: Binds every column of the row with a number, in order.
  func insert(
    _ count: Int, lending texts: Span<UInt8>, _ bind: (PlainStatement, Int) -> Void
  ) throws {
    var next = 0
    for (rows, statement) in statements where count - next >= rows {
      try statement.lend(texts) {
        while count - next >= rows {
          for row in next..<next + rows { bind(statement, row) }
          try statement.run()
          next += rows
        }
      }
    }
  }

  /// Inserts rows that need no lent texts.
  func insert(_ count: Int, _ bind: (PlainStatement, Int) -> Void) throws {
    let nothing: [UInt8] = []
    try insert(count, lending: nothing.span, bind)
  }
}

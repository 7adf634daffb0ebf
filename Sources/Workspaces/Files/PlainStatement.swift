import Dates
import GRDB
import GRDBSQLite
import TextFiles

/// A prepared statement that many rows go through: bound and read by place, without a value made of each
/// cell. For a few rows GRDB's own ways read better.
///
/// Invariant of the unsafe code: `handle` belongs to `statement`, which lives as long; SQLite copies
/// what is bound, but for what is lent, and forgets that before the loan ends; bytes that are read are
/// looked at before the next step.
@safe final class PlainStatement {
  private let statement: Statement
  private let handle: OpaquePointer
  private let database: Database
  private var place: Int32 = 0
  /// Where texts are put together that are bound.
  private var buffer = ByteBuffer()
  private var lent: UnsafeBufferPointer<UInt8>?

  init(_ database: Database, _ sql: String) throws {
    self.database = database
    statement = try database.cachedStatement(sql: sql)
    unsafe handle = statement.sqliteStatement
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }

  deinit { unsafe sqlite3_reset(handle) }

  /// Binds the next parameter.
  func bind(_ value: Int) {
    place += 1
    unsafe sqlite3_bind_int64(handle, place, Int64(value))
  }

  func bind(_ value: Double) {
    place += 1
    unsafe sqlite3_bind_double(handle, place, value)
  }

  func bind(_ value: Int?) {
    if let value { bind(value) } else { bindNull() }
  }

  func bind(_ value: Double?) {
    if let value { bind(value) } else { bindNull() }
  }

  /// Binds the first and the last day.
  func bind(_ days: DaySpan?) {
    guard let days else {
      bindNull()
      return bindNull()
    }
    for day in [days.first, days.last] {
      let (year, month, day) = day.components
      buffer.clear()
      buffer.append(year: year, month: month, day: day)
      buffer.withBytes { bind(text: $0) }
    }
  }

  func bindNull() {
    place += 1
    unsafe sqlite3_bind_null(handle, place)
  }

  func bind(_ text: String?) {
    guard var text else { return bindNull() }
    place += 1
    text.withUTF8 { bytes in
      unsafe bind(bytes, at: place, Self.copied)
    }
  }

  /// Binds text that is valid UTF-8.
  func bind(text: Span<UInt8>) {
    place += 1
    unsafe text.withUnsafeBufferPointer { unsafe bind($0, at: place, Self.copied) }
  }

  func bind(blob: Span<UInt8>) {
    place += 1
    unsafe blob.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, bytes.count > 0 else {
        unsafe sqlite3_bind_zeroblob(handle, place, 0)
        return
      }
      unsafe sqlite3_bind_blob64(handle, place, start, UInt64(bytes.count), Self.copied)
    }
  }

  /// Lends texts for the duration of a call, in which `bind(lent:)` binds parts of them without a copy.
  func lend(_ texts: Span<UInt8>, _ body: () throws -> Void) throws {
    try unsafe texts.withUnsafeBufferPointer { bytes in
      unsafe lent = bytes
      defer {
        reset()
        unsafe sqlite3_clear_bindings(handle)
        unsafe lent = nil
      }
      try body()
    }
  }

  /// Binds a part of the text that is lent, which must be valid UTF-8; nothing where there is no part.
  func bind(lent range: Range<Int>?) {
    guard let range, let lent = unsafe lent else { return bindNull() }
    precondition(
      range.lowerBound >= 0 && range.upperBound <= lent.count, "a part of what is lent")
    place += 1
    unsafe bind(UnsafeBufferPointer(rebasing: lent[range]), at: place, Self.borrowed)
  }

  /// Runs the statement for the row that is bound, and waits for the next.
  func run() throws {
    while try step() {}
    reset()
  }

  /// Goes to the next row of the result; false behind the last.
  func step() throws -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let message = unsafe String(cString: sqlite3_errmsg(database.sqliteConnection))
      let code = unsafe sqlite3_extended_errcode(database.sqliteConnection)
      reset()
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }

  /// Makes the statement ready to be bound again.
  func reset() {
    unsafe sqlite3_reset(handle)
    place = 0
  }

  /// A cell of the current row.
  func int(_ column: Int32) -> Int { unsafe Int(sqlite3_column_int64(handle, column)) }

  /// A number; not a number where the cell is empty.
  func double(_ column: Int32) -> Double {
    let value = unsafe sqlite3_column_double(handle, column)
    // An empty cell reads as 0.
    return value == 0 && isNull(column) ? .nan : value
  }

  func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  func text(_ column: Int32) -> String? {
    isNull(column) ? nil : unsafe String(decoding: bytes(column), as: UTF8.self)
  }

  /// Appends the bytes of a cell.
  ///
  /// - Returns: How many there are; -1 where the cell is empty.
  func append(_ column: Int32, to bytes: inout [UInt8]) -> Int {
    guard !isNull(column) else { return -1 }
    let cell = unsafe self.bytes(column)
    unsafe bytes.append(contentsOf: cell)
    return cell.count
  }

  /// The days from the one in a cell to the one in the next; nil where there are none.
  func days(_ column: Int32) -> DaySpan? {
    func day(_ column: Int32) -> CalendarDay? {
      unsafe CalendarDay(iso: Span(_unsafeElements: bytes(column)))
    }
    guard let first = day(column), let last = day(column + 1), first <= last else { return nil }
    return DaySpan(first: first, last: last)
  }

  /// The bytes of a cell; none where it is empty.
  func blob(_ column: Int32) -> [UInt8] { unsafe [UInt8](bytes(column)) }

  @unsafe private func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    // The pointer first: asking for the count may not move what it points to then.
    let start = unsafe sqlite3_column_blob(handle, column)
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    return unsafe UnsafeBufferPointer(
      start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
  }

  @unsafe private func bind(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int32,
    _ keeping: sqlite3_destructor_type?
  ) {
    guard let start = bytes.baseAddress, bytes.count > 0 else {
      unsafe sqlite3_bind_text(handle, place, "", 0, Self.copied)
      return
    }
    unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
      _ = unsafe sqlite3_bind_text64(
        handle, place, start, UInt64(bytes.count), keeping, UInt8(SQLITE_UTF8))
    }
  }

  /// Tells SQLite that what is bound stays where it is (`SQLITE_STATIC`, a macro that Swift does not see).
  private static var borrowed: sqlite3_destructor_type? { nil }

  /// Tells SQLite to copy what is bound (`SQLITE_TRANSIENT`, a macro that Swift does not see).
  private static var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}

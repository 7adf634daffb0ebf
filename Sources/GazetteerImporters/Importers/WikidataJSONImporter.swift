import Gazetteers
import TextFiles

/// The result of a Wikidata query as JSON.
///
/// The endpoint gives `{"head":{"vars":[…]},"results":{"bindings":[…]}}`, the query page a list of flat
/// objects or of bindings. One row is in memory at a time; items are put together.
struct WikidataJSONImporter: GazetteerImporter {
  let attributes = WikidataRows.attributes
  private var rows = WikidataRows()

  mutating func read(
    _ bytes: Span<UInt8>, path: String, into session: inout ImportSession
  ) throws(FileError) {
    guard var place = Self.firstRow(bytes) else {
      return session.bad(
        path, line: 1, column: 1,
        "the file holds neither \"results\" with \"bindings\" nor a list; save the query's result as JSON"
      )
    }
    while true {
      Self.skipSpace(bytes, &place)
      guard place < bytes.count else {
        return bad("the list of rows is never closed", bytes, place, path, &session)
      }
      if bytes[place] == UInt8(ascii: "]") { return }
      let start = place
      do throws(JSONError) {
        let row = try JSONValue.parse(bytes, from: &place)
        session.countRow()
        add(row, bytes, start, path, &session)
      } catch {
        session.countRow()
        return bad("\(error.reason) in the row that begins here", bytes, start, path, &session)
      }
      Self.skipSpace(bytes, &place)
      if place < bytes.count, bytes[place] == UInt8(ascii: ",") { place += 1 }
    }
  }

  mutating func finish(into session: inout ImportSession) throws(FileError) {
    try rows.finish(into: &session)
  }

  private mutating func add(
    _ row: JSONValue, _ bytes: Span<UInt8>, _ start: Int, _ path: String,
    _ session: inout ImportSession
  ) {
    var reason: String? = "the row is no object"
    if case .object(let fields) = row {
      // A row has only what is bound, in the order of the query's variables.
      let names = fields.keys.sorted(by: Utf8Order.precedes)
      let item = names.contains("item") ? "item" : Self.firstKey(bytes, start)
      let columns = [item] + names.filter { $0 != item }
      let roles = WikidataRows.roles(columns)
      for (name, role) in zip(columns, roles) where role == nil {
        session.note("column \"\(name.prefix(40))\" is passed over".onOneLine)
      }
      reason = rows.add(columns.map { Self.term(fields[$0]) }, roles: roles, &session)
    }
    if let reason {
      let (line, column) = Self.position(of: start, in: bytes)
      session.bad(path, line: line, column: column, "\(reason), and the row is passed over")
    }
  }

  private func bad(
    _ reason: String, _ bytes: Span<UInt8>, _ place: Int, _ path: String,
    _ session: inout ImportSession
  ) {
    let (line, column) = Self.position(of: min(place, bytes.count), in: bytes)
    session.bad(
      path, line: line, column: column, "\(reason); the rest of the file is not read")
  }

  /// The name of the first field of the object that begins at an offset.
  private static func firstKey(_ bytes: Span<UInt8>, _ start: Int) -> String {
    let quote = UInt8(ascii: "\"")
    let open = min(ByteSearch.first(quote, in: bytes, from: start) + 1, bytes.count)
    let close = ByteSearch.first(quote, in: bytes, from: open)
    return String(decoding: [UInt8](copying: bytes.extracting(open..<close)), as: UTF8.self)
  }

  private static func term(_ value: JSONValue?) -> TurtleTerm {
    if let text = value?.text { return TurtleTerm(text) }
    return TurtleTerm(
      value?["value"]?.text ?? "", language: value?["xml:lang"]?.text ?? "",
      isAddress: value?["type"]?.text == "uri")
  }

  /// The offset behind the bracket that opens the list of rows.
  private static func firstRow(_ bytes: Span<UInt8>) -> Int? {
    var place = 0
    skipSpace(bytes, &place)
    guard place < bytes.count else { return nil }
    if bytes[place] == UInt8(ascii: "[") { return place + 1 }
    guard bytes[place] == UInt8(ascii: "{") else { return nil }
    // The names of columns stand before it, and cannot hold quotes.
    let word = Array("\"bindings\"".utf8)
    while place + word.count < bytes.count {
      place = ByteSearch.first(UInt8(ascii: "\""), in: bytes, from: place)
      guard place + word.count < bytes.count else { return nil }
      if (0..<word.count).allSatisfy({ bytes[place + $0] == word[$0] }) {
        let open = ByteSearch.first(UInt8(ascii: "["), in: bytes, from: place)
        return open < bytes.count ? open + 1 : nil
      }
      place += 1
    }
    return nil
  }

  private static func skipSpace(_ bytes: Span<UInt8>, _ place: inout Int) {
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
  }

  /// The line and column of an offset, both from 1.
  private static func position(of place: Int, in bytes: Span<UInt8>) -> (line: Int, column: Int) {
    let before = bytes.extracting(first: place)
    var start = place
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return (
      ByteSearch.count(0x0A, in: before) + 1,
      ByteSearch.scalars(in: bytes.extracting(start..<place)) + 1
    )
  }
}

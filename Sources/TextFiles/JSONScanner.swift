/// Finds the wanted top-level fields of one JSON object a line, without building values.
///
/// The scan is strict (RFC 8259), takes no stack for nested values, and refuses nesting beyond
/// `depthLimit`. It gives byte ranges in the line; `JSONEscape.append` turns the range of a string
/// into text. Of a field that stands twice, the last value counts.
///
///     var scanner = JSONScanner(fields: ["id", "text"])
///     try scanner.scan(line)             // {"id":7,"text":"a\u00e9"}
///     scanner.values                     // [.number(6..<7), .string(16..<23, hasEscapes: true)]
public struct JSONScanner: Sendable {
  /// Nested values may be this deep, the object of the line included.
  public static let depthLimit = 512

  /// The names of the wanted fields.
  public let fields: [String]

  /// What the last scan found, in the order of `fields`; of no meaning after an error.
  public private(set) var values: [JSONField]

  private let names: [[UInt8]]
  /// The closing brackets that are still expected, outermost first.
  private var closers: [UInt8] = []

  /// - Parameter fields: The names of the wanted top-level fields.
  public init(fields: [String]) {
    self.fields = fields
    names = fields.map { Array($0.utf8) }
    values = Array(repeating: .absent, count: fields.count)
    closers.reserveCapacity(Self.depthLimit)
  }

  /// Scans one line, which must hold one object and nothing else, and fills `values`.
  ///
  /// - Parameter line: The line; white space around the object is allowed, line breaks included.
  /// - Throws: `JSONError` when the line is not a JSON object.
  public mutating func scan(_ line: Span<UInt8>) throws(JSONError) {
    for index in values.indices { values[index] = .absent }
    closers.removeAll(keepingCapacity: true)
    // `withUnsafeBytes` rethrows untyped, so the outcome comes back as a value.
    let failure = unsafe line.withUnsafeBytes { raw -> JSONError? in
      do throws(JSONError) {
        var cursor = unsafe JSONCursor(raw)
        try scanObject(&cursor, line)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  private mutating func scanObject(
    _ cursor: inout JSONCursor, _ line: Span<UInt8>
  ) throws(JSONError) {
    cursor.skipSpace()
    guard cursor.take(UInt8(ascii: "{")) else { throw cursor.error("expected an object: {") }
    cursor.skipSpace()
    if !cursor.take(UInt8(ascii: "}")) {
      repeat {
        cursor.skipSpace()
        let key = try Self.skipKey(&cursor)
        let value = try skipValue(&cursor)
        if let index = index(of: key, in: line) { values[index] = value }
        cursor.skipSpace()
      } while cursor.take(UInt8(ascii: ","))
      guard cursor.take(UInt8(ascii: "}")) else { throw cursor.error("expected a comma or }") }
    }
    cursor.skipSpace()
    guard cursor.isAtEnd else { throw cursor.error("something stands after the object") }
  }

  /// Skips a field's name, the colon, and the space around them.
  private static func skipKey(
    _ cursor: inout JSONCursor
  ) throws(JSONError) -> (content: Range<Int>, hasEscapes: Bool) {
    guard cursor.byte == UInt8(ascii: "\"") else {
      throw cursor.error("expected the name of a field in double quotes")
    }
    let key = try cursor.skipString()
    cursor.skipSpace()
    guard cursor.take(UInt8(ascii: ":")) else { throw cursor.error("expected a colon") }
    cursor.skipSpace()
    return key
  }

  /// The wanted field that a key names, if it names one.
  private func index(
    of key: (content: Range<Int>, hasEscapes: Bool), in line: Span<UInt8>
  ) -> Int? {
    if key.hasEscapes {
      var plain: [UInt8] = []
      JSONEscape.append(key.content, of: line, to: &plain)
      return names.firstIndex(of: plain)
    }
    search: for (index, name) in names.enumerated() where name.count == key.content.count {
      for offset in 0..<name.count where line[key.content.lowerBound + offset] != name[offset] {
        continue search
      }
      return index
    }
    return nil
  }

  /// Skips a value, nested ones with a stack of its own.
  private mutating func skipValue(_ cursor: inout JSONCursor) throws(JSONError) -> JSONField {
    let outermost = try beginValue(&cursor)
    while let closer = closers.last {
      cursor.skipSpace()
      if cursor.take(closer) {
        closers.removeLast()
        continue
      }
      guard cursor.take(UInt8(ascii: ",")) else {
        throw cursor.error(
          closer == UInt8(ascii: "}") ? "expected a comma or }" : "expected a comma or ]")
      }
      cursor.skipSpace()
      if closer == UInt8(ascii: "}") { _ = try Self.skipKey(&cursor) }
      _ = try beginValue(&cursor)
    }
    return outermost
  }

  /// Skips a plain value, or the beginning of a nested one up to where a comma or its end follows.
  private mutating func beginValue(_ cursor: inout JSONCursor) throws(JSONError) -> JSONField {
    var outermost: JSONField?
    while true {
      let found: JSONField
      var isOpen = false
      switch cursor.byte {
      case UInt8(ascii: "\""):
        let string = try cursor.skipString()
        found = .string(string.content, hasEscapes: string.hasEscapes)
      case UInt8(ascii: "{"):
        found = .object
        isOpen = try open(UInt8(ascii: "}"), &cursor)
        if isOpen { _ = try Self.skipKey(&cursor) }
      case UInt8(ascii: "["):
        found = .array
        isOpen = try open(UInt8(ascii: "]"), &cursor)
      case UInt8(ascii: "t") where cursor.take("true"): found = .boolean(true)
      case UInt8(ascii: "f") where cursor.take("false"): found = .boolean(false)
      case UInt8(ascii: "n") where cursor.take("null"): found = .null
      default: found = .number(try cursor.skipNumber())
      }
      if !isOpen { return outermost ?? found }
      outermost = outermost ?? found
    }
  }

  /// Takes an opening bracket; false if the value is empty and its end was taken as well.
  private mutating func open(
    _ closer: UInt8, _ cursor: inout JSONCursor
  ) throws(JSONError) -> Bool {
    // The object of the line is not on the stack.
    guard closers.count + 1 < Self.depthLimit else {
      throw cursor.error("values nested deeper than \(Self.depthLimit)")
    }
    cursor.advance()
    cursor.skipSpace()
    if cursor.take(closer) { return false }
    closers.append(closer)
    return true
  }
}

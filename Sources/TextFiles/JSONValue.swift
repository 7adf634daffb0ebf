/// A JSON value with all that is in it, for records whose fields are nested.
///
/// `JSONScanner` is for large corpora of flat records; this reads everything and keeps it.
public indirect enum JSONValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  /// The digits as written.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// Of a field that stands twice, the last value counts.
  case object([String: JSONValue])

  /// Reads one value.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8; white space before the value is passed over.
  ///   - start: The byte offset to begin at; afterwards the one behind the value.
  /// - Returns: The value.
  /// - Throws: `JSONError`, its column counted from `start`; for nesting beyond
  ///   `JSONScanner.depthLimit` and for strings that are not UTF-8, too.
  public static func parse(
    _ bytes: Span<UInt8>, from start: inout Int
  ) throws(JSONError) -> JSONValue {
    let text = bytes.extracting(start..<bytes.count)
    // `withUnsafeBytes` rethrows untyped, so the outcome comes back as a value.
    let outcome = unsafe text.withUnsafeBytes { raw -> Result<(JSONValue, Int), JSONError> in
      do throws(JSONError) {
        var cursor = unsafe JSONCursor(raw)
        let value = try Self.value(&cursor, text, depth: 1)
        return .success((value, cursor.index))
      } catch {
        return .failure(error)
      }
    }
    let (value, length) = try outcome.get()
    start += length
    return value
  }

  /// Reads a line that holds one value and nothing else.
  ///
  /// - Throws: `JSONError` where it does not.
  public static func parse(line: Span<UInt8>) throws(JSONError) -> JSONValue {
    var place = 0
    let value = try parse(line, from: &place)
    while place < line.count, line[place] <= 0x20 { place += 1 }
    guard place == line.count else {
      let column = ByteSearch.scalars(in: line.extracting(first: place)) + 1
      throw JSONError(column: column, reason: "something stands after the value")
    }
    return value
  }

  private static func value(
    _ cursor: inout JSONCursor, _ text: Span<UInt8>, depth: Int
  ) throws(JSONError) -> JSONValue {
    guard depth <= JSONScanner.depthLimit else {
      throw cursor.error("values nested deeper than \(JSONScanner.depthLimit)")
    }
    cursor.skipSpace()
    switch cursor.byte {
    case UInt8(ascii: "\""): return .string(try string(&cursor, text))
    case UInt8(ascii: "{"): return try object(&cursor, text, depth)
    case UInt8(ascii: "["): return try array(&cursor, text, depth)
    case UInt8(ascii: "t") where cursor.take("true"): return .boolean(true)
    case UInt8(ascii: "f") where cursor.take("false"): return .boolean(false)
    case UInt8(ascii: "n") where cursor.take("null"): return .null
    default:
      let digits = try cursor.skipNumber()
      return .number(String(decoding: [UInt8](copying: text.extracting(digits)), as: UTF8.self))
    }
  }

  private static func object(
    _ cursor: inout JSONCursor, _ text: Span<UInt8>, _ depth: Int
  ) throws(JSONError) -> JSONValue {
    cursor.advance()
    var fields: [String: JSONValue] = [:]
    cursor.skipSpace()
    if cursor.take(UInt8(ascii: "}")) { return .object(fields) }
    repeat {
      cursor.skipSpace()
      guard cursor.byte == UInt8(ascii: "\"") else {
        throw cursor.error("expected the name of a field in double quotes")
      }
      let key = try string(&cursor, text)
      cursor.skipSpace()
      guard cursor.take(UInt8(ascii: ":")) else { throw cursor.error("expected a colon") }
      fields[key] = try value(&cursor, text, depth: depth + 1)
      cursor.skipSpace()
    } while cursor.take(UInt8(ascii: ","))
    guard cursor.take(UInt8(ascii: "}")) else { throw cursor.error("expected a comma or }") }
    return .object(fields)
  }

  private static func array(
    _ cursor: inout JSONCursor, _ text: Span<UInt8>, _ depth: Int
  ) throws(JSONError) -> JSONValue {
    cursor.advance()
    var elements: [JSONValue] = []
    cursor.skipSpace()
    if cursor.take(UInt8(ascii: "]")) { return .array(elements) }
    repeat {
      elements.append(try value(&cursor, text, depth: depth + 1))
      cursor.skipSpace()
    } while cursor.take(UInt8(ascii: ","))
    guard cursor.take(UInt8(ascii: "]")) else { throw cursor.error("expected a comma or ]") }
    return .array(elements)
  }

  private static func string(
    _ cursor: inout JSONCursor, _ text: Span<UInt8>
  ) throws(JSONError) -> String {
    let start = cursor.index
    let found = try cursor.skipString()
    var bytes: [UInt8] = []
    if found.hasEscapes {
      JSONEscape.append(found.content, of: text, to: &bytes)
    } else {
      bytes.append(copying: text.extracting(found.content))
    }
    guard let string = String(validating: bytes, as: UTF8.self) else {
      throw cursor.error("the string is not valid UTF-8", at: start)
    }
    return string
  }
}

extension JSONValue {
  /// The value of a field; nil where this is no object or has no such field.
  public subscript(_ field: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields[field]
  }

  /// The text, where the value is a string.
  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The elements, where the value is a list.
  public var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }
}

/// Why a line is not a JSON object: `column 14: expected a colon`.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where, in Unicode scalars from the start of the line, from 1.
  public var column: Int

  /// Why, in plain words.
  public var reason: String

  /// The column and the reason.
  public var description: String { "column \(column): \(reason)" }
}

/// What a scan found for a wanted field.
public enum JSONField: Sendable, Hashable {
  /// The object has no such field.
  case absent
  /// The value `null`.
  case null
  /// A string: the byte range between its quotes, and whether it holds escapes.
  case string(Range<Int>, hasEscapes: Bool)
  /// A number: the byte range of its digits as written.
  case number(Range<Int>)
  /// `true` or `false`.
  case boolean(Bool)
  /// An object, which is skipped.
  case object
  /// A list, which is skipped.
  case array

  /// What the value is called in a message: `a number`.
  public var kind: String {
    switch self {
    case .absent: "missing"
    case .null: "null"
    case .string: "a string"
    case .number: "a number"
    case .boolean: "true or false"
    case .object: "an object"
    case .array: "a list"
    }
  }
}

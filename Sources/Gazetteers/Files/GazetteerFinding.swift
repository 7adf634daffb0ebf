/// Something wrong, or worth knowing, in a gazetteer file.
public struct GazetteerFinding: Sendable, Equatable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The gazetteer cannot be used as it is.
    case error
    /// Something is likely not as meant; the run goes on.
    case warning
    /// True and harmless, such as a name that several entities share.
    case note
  }

  public var severity: Severity

  /// The file as the user named it.
  public var path: String

  /// 1-based.
  public var line: Int

  /// 1-based, in Unicode scalars.
  public var column: Int

  /// What is wrong and what to do, in one line.
  public var message: String

  public init(severity: Severity, path: String, line: Int, column: Int, message: String) {
    self.severity = severity
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  public var description: String { "\(path):\(line):\(column): \(severity): \(message)" }
}

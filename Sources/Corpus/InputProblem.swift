import TextFiles

/// Something wrong with an input that does not stop the run: a finding.
public struct InputProblem: Sendable, Hashable, CustomStringConvertible {
  /// What the problem costs.
  public enum Severity: String, Sendable, Hashable {
    /// A document, a file or a folder was left out.
    case skipped
    /// Everything was read, but not as it stands.
    case warning
  }

  /// The path of the file, as it was opened; `standard input` for that.
  public var path: String

  /// The line, from 1, where one can be named.
  public var line: Int?

  /// The column in Unicode scalars, from 1, where one can be named.
  public var column: Int?

  /// What is wrong, in plain words that follow the path.
  public var reason: String

  /// What the problem costs.
  public var severity: Severity

  /// - Parameters:
  ///   - path: The path of the file, as it was opened.
  ///   - line: The line, from 1, where one can be named.
  ///   - column: The column in Unicode scalars, from 1, where one can be named.
  ///   - reason: What is wrong, in plain words that follow the path.
  ///   - severity: What the problem costs.
  public init(
    path: String, line: Int? = nil, column: Int? = nil, reason: String,
    severity: Severity = .skipped
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.reason = reason
    self.severity = severity
  }

  /// `path:line:column: reason`, with as much of the position as is known, in one line.
  public var description: String {
    var place = path
    if let line { place += ":\(line)" }
    if line != nil, let column { place += ":\(column)" }
    return "\(place): \(reason)".onOneLine
  }
}

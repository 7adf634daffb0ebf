import TextFiles

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

extension GazetteerFinding {
  /// Appends findings as bytes, to be kept with what was made of a gazetteer.
  static func pack(_ findings: [GazetteerFinding], into bytes: inout ByteBuffer) {
    EntityRecordWriter.append(UInt64(findings.count), to: &bytes)
    for finding in findings {
      EntityRecordWriter.append(finding.severity.rawValue, to: &bytes)
      EntityRecordWriter.append(finding.path, to: &bytes)
      EntityRecordWriter.append(UInt64(finding.line), to: &bytes)
      EntityRecordWriter.append(UInt64(finding.column), to: &bytes)
      EntityRecordWriter.append(finding.message, to: &bytes)
    }
  }

  /// Reads what `pack` appended.
  static func unpacked(_ reader: consuming RecordReader) -> [GazetteerFinding] {
    var findings: [GazetteerFinding] = []
    var left = reader.number()
    while left > 0, !reader.isAtEnd {
      left -= 1
      findings.append(
        GazetteerFinding(
          severity: Severity(rawValue: reader.text()) ?? .warning, path: reader.text(),
          line: Int(truncatingIfNeeded: reader.number()),
          column: Int(truncatingIfNeeded: reader.number()), message: reader.text()))
    }
    return findings
  }
}

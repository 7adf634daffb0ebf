import TextFiles

/// Writes the tab-separated form of a gazetteer, one entity after another.
public final class GazetteerTableWriter {
  private let sink: any ByteSink
  private let attributes: [String]
  private var buffer = ByteBuffer()

  /// Begins with the header line.
  ///
  /// - Parameters:
  ///   - sink: Where the table goes.
  ///   - attributes: The columns behind the fixed ones; an entity's other attributes are left out.
  /// - Throws: `FileError` when the sink does not take it.
  public init(to sink: any ByteSink, attributes: [String]) throws(FileError) {
    self.sink = sink
    self.attributes = attributes
    appendRow(GazetteerColumn.allCases.map(\.rawValue) + attributes)
    try sink.drain(&buffer)
  }

  /// Writes a row.
  ///
  /// - Parameter entity: No text of it may hold tabs, line breaks or other control characters, and
  ///   none but its preferred name and attributes a `|`.
  /// - Throws: `FileError` when the sink does not take it.
  public func write(_ entity: GazetteerEntity) throws(FileError) {
    let fixed = GazetteerColumn.allCases.map { column in
      switch column {
      case .id: entity.id.text
      case .kind: entity.kind.name
      case .name: entity.name
      case .caseRule: entity.caseRule.map { "\($0)" } ?? ""
      case .context: entity.context.joined(separator: "|")
      case .prior: entity.prior.joined(separator: "|")
      case .family: entity.family.joined(separator: "|")
      case .given: entity.given.joined(separator: "|")
      case .aliases, .abbreviations, .demonyms, .metonyms, .short:
        entity.names.filter { $0.form == column.form }.map(\.text).joined(separator: "|")
      }
    }
    appendRow(fixed + attributes.map { entity.attribute($0) ?? "" })
    try sink.drain(&buffer)
  }

  private func appendRow(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: "\t")) }
      buffer.append(cell)
    }
    buffer.append(UInt8(ascii: "\n"))
  }
}

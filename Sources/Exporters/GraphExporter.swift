import EntityGraphs
import TextFiles

/// Writes a graph in one format. An exporter never changes the graph, and the same graph and
/// placement give the same bytes.
public protocol GraphExporter: Sendable {
  /// What `relata export --format` calls the format: `graphml`.
  var formatName: String { get }

  /// What the file is called in a folder of results: `graph.graphml`.
  var fileName: String { get }

  /// Whether the file shows the evidence of its ties, as the large ones do.
  var showsEvidence: Bool { get }

  /// Writes the whole file.
  ///
  /// - Parameters:
  ///   - graph: What to write.
  ///   - placement: Where its nodes stand, made for the same graph.
  ///   - sink: Where the bytes go; the caller flushes or commits it.
  /// - Returns: What could not be written as it is, in the order of the file.
  /// - Throws: `ExportError` when the sink takes no more bytes or libxml2 fails.
  func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning]
}

extension GraphExporter {
  public var showsEvidence: Bool { true }
}

/// A file that could not be written.
public enum ExportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The system would not take the bytes.
  case file(FileError)

  /// libxml2 failed at a step, which happens when memory runs out.
  case xml(step: String)

  public var description: String {
    switch self {
    case .file(let error): error.description
    case .xml(let step): "libxml2 cannot \(step): is there memory left?"
    }
  }
}

extension ByteSink {
  /// Passes a buffer on once it is large, and any failure as an `ExportError`.
  ///
  /// Large pieces go to the system as they are; of 64 KiB the writing takes a third longer than of these.
  func take(_ buffer: inout ByteBuffer, beyond limit: Int = 1 << 18) throws(ExportError) {
    guard buffer.count > limit else { return }
    do {
      try drain(&buffer)
    } catch {
      throw .file(error)
    }
  }
}

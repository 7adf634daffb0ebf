import TextFiles

/// A stretch of an input file, or all of it, to be read by one thread.
public struct InputPart: Sendable {
  /// The file.
  public let file: InputFile

  /// The bytes of the file that belong to the part; nil for all of them.
  public let range: Range<Int>?

  /// The lines at which the parts of the file begin; nil for a file in one part.
  let lines: LineIndex?

  /// The number of the part in its file, from 0.
  public let number: Int

  /// Reads the documents of the part, in order, holding one of them in memory.
  ///
  /// A file that fails beneath the reader is a problem as well, not an error.
  ///
  /// - Parameters:
  ///   - options: The field names and limits; the format is that of the file.
  ///   - document: Receives each document. What it throws ends the reading.
  ///   - problem: Receives what was skipped or read otherwise than it stands.
  /// - Throws: What `document` throws, and nothing else.
  public func read(
    options: InputOptions = InputOptions(), document: (consuming Document) throws -> Void,
    problem: (InputProblem) -> Void
  ) throws {
    switch file.format {
    case .text, .markdown, .html:
      try WholeFileReader(file: file, options: options).read(document: document, problem: problem)
    case .csv, .tsv:
      try TableReader(file: file, options: options).read(document: document, problem: problem)
    case .jsonLines:
      var reader = JSONLinesReader(part: self, options: options)
      try reader.read(document: document, problem: problem)
    }
  }
}

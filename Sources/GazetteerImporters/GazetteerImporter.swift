import TextFiles

/// Reads the files of one source; `ImportSession` cleans and writes what it finds.
protocol GazetteerImporter {
  /// The columns of the result behind the fixed ones.
  var attributes: [String] { get }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, without a byte order mark.
  ///   - path: What findings call it.
  ///   - session: Takes entities and findings.
  /// - Throws: `FileError` when the output cannot be written.
  mutating func read(
    _ bytes: Span<UInt8>, path: String, into session: inout ImportSession
  ) throws(FileError)

  /// Gives what had to be kept until the last file was read.
  mutating func finish(into session: inout ImportSession) throws(FileError)
}

extension GazetteerImporter {
  mutating func finish(into session: inout ImportSession) throws(FileError) {}
}

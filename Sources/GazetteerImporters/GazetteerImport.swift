import Gazetteers
import TextFiles

/// Turns files of others into one gazetteer.
///
/// Sources with one entity a row (OpenSanctions, FollowTheMoney, GeoNames, SKOS) are written while they
/// are read. Those whose rows must be put together (Wikidata, JRC-Names, spaCy patterns, lists) are held in
/// memory until the end.
public struct GazetteerImport {
  private var importer: any GazetteerImporter
  private var session: ImportSession

  /// Begins a gazetteer.
  ///
  /// - Parameters:
  ///   - format: What the files are.
  ///   - options: What of them is wanted.
  ///   - sink: Where the gazetteer goes, tab-separated.
  /// - Throws: `FileError` when the sink does not take it.
  public init(
    _ format: ImportFormat, options: ImportOptions = ImportOptions(), to sink: any ByteSink
  ) throws(FileError) {
    importer = format.importer(options)
    session = try ImportSession(options, attributes: importer.attributes, to: sink)
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: What findings call it.
  /// - Throws: `FileError` when the sink does not take more; what is wrong with the file is no error
  ///   but a finding.
  public mutating func read(_ bytes: Span<UInt8>, path: String) throws(FileError) {
    let text = bytes.extracting(DecodedText.utf8MarkLength(bytes)..<bytes.count)
    try importer.read(text, path: path, into: &session)
  }

  /// Writes what is left.
  ///
  /// - Returns: What was read, written and left out.
  /// - Throws: `FileError` when the sink does not take it.
  public mutating func finish() throws(FileError) -> ImportSummary {
    try importer.finish(into: &session)
    return session.summary
  }
}

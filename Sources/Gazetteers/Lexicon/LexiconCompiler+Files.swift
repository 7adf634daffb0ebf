import TextFiles

extension LexiconCompiler {
  /// Adds the entities of a gazetteer file, holding none.
  ///
  /// - Parameters:
  ///   - path: The file: a table with a header line, or one name a line.
  ///   - languages: Which columns of names in a language are read.
  ///   - stated: Receives the languages of which the file has columns.
  /// - Returns: Errors and warnings, in the order of the file. After an error the lexicon must not be
  ///   used.
  /// - Throws: `FileError` where the file cannot be read.
  public mutating func add(
    path: String, languages: NameLanguages = .all, stated: inout Set<String>
  ) throws(FileError) -> [GazetteerFinding] {
    let file = try FileBytes(path: path)
    return file.withBytes { bytes in
      let text = bytes.extracting(DecodedText.utf8MarkLength(bytes)...)
      guard let dialect = Gazetteer.dialect(path, text) else { return addList(path: path, text) }
      return GazetteerTableReader.forEach(
        path: path, text, dialect: dialect, languages: languages, stated: &stated
      ) { add($0) }
    }
  }

  /// So many bytes of a list are read before their names are entered, up to the end of a line.
  private static let partBytes = 1 << 15

  /// Adds the names of a plain list.
  private mutating func addList(path: String, _ text: Span<UInt8>) -> [GazetteerFinding] {
    var batch = NameBatch(kind: Kind(NameListReader.kind(of: path)))
    var findings: [GazetteerFinding] = []
    var (start, lines) = (0, 0)
    while start < text.count {
      let end = ByteSearch.first(0x0A, in: text, from: min(start + Self.partBytes, text.count))
      let part = text.extracting(start..<min(end + 1, text.count))
      batch.removeAll()
      let read = NameListReader.forEachLine(path: path, part) { name, hasSigns, _ in
        batch.add(part, name, hasSigns: hasSigns)
      }
      add(&batch, of: part)
      for var finding in read.findings {
        finding.line += lines
        findings.append(finding)
      }
      lines += read.lines
      start += part.count
    }
    return findings
  }
}

import TextFiles

extension ImportFormat {
  /// The format of a file, where its beginning leaves no doubt.
  ///
  /// A plain list is never guessed: any text is one.
  ///
  /// - Parameter bytes: The file, or its beginning.
  public static func guess(_ bytes: Span<UInt8>) -> ImportFormat? {
    let start = DecodedText.utf8MarkLength(bytes)
    let sample = bytes.extracting(start..<min(bytes.count, start + sampleBytes))
    let text = String(decoding: [UInt8](copying: sample), as: UTF8.self)
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
    switch first {
    case "<": return text.contains("http://www.w3.org/2004/02/skos/core#") ? .skos : nil
    case "[": return text.contains("wikidata.org/entity/") ? .wikidataJSON : nil
    case "{": return guessObject(text)
    default: return guessTable(text)
    }
  }

  /// So much of a file is looked at, in bytes.
  private static let sampleBytes = 1 << 16

  private static func guessObject(_ text: String) -> ImportFormat? {
    let line = text.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }
    if let value = try? JSONValue.parse(line: Array(String(line).utf8).span) {
      if value["schema"]?.text != nil, value["properties"] != nil { return .followTheMoney }
      if value["label"]?.text != nil, value["pattern"] != nil { return .spaCy }
    }
    return text.contains("\"bindings\"") && text.contains("\"head\"") ? .wikidataJSON : nil
  }

  private static func guessTable(_ text: String) -> ImportFormat? {
    let lines = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0) }
    guard let header = lines.first else { return nil }
    if header.hasPrefix("#ISO\tISO3\t") || lines.contains(where: { $0.hasPrefix("#ISO\tISO3\t") }) {
      return .geoNamesCountries
    }
    let names = header.split(separator: ",").map { $0.filter { $0 != "\"" } }
    if names.starts(with: ["id", "schema", "name"]) { return .openSanctions }
    guard let row = lines.first(where: { !$0.hasPrefix("#") }) else { return nil }
    let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
    if header.hasPrefix("?"), lines.count < 2 || lines[1].contains("wikidata.org/entity/") {
      return .wikidataTSV
    }
    if header.hasPrefix("item\t"), lines.count > 1, lines[1].contains("wikidata.org/entity/") {
      return .wikidataTSV
    }
    let isNumbered = cells.first.map { Int($0) != nil } ?? false
    if cells.count == 19, isNumbered, cells[14].isEmpty || Int(cells[14]) != nil {
      return .geoNames
    }
    if cells.count == 4, isNumbered, ["P", "O"].contains(cells[1]) { return .jrcNames }
    return nil
  }
}

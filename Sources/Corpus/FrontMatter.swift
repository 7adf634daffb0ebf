import TextFiles

/// The lines between two `---` at the head of a Markdown file, which say what the file is.
///
/// They are no part of the text: the text begins after them, and offsets count from there. A file
/// whose first `---` is a rule, without `key: value` lines and an end, keeps every byte.
///
///     ---
///     title: "Pact signed"         → title   Pact signed
///     date: 2024-06-19             → date    2024-06-19
///     ---
enum FrontMatter {
  /// Front matter is looked for in so many bytes at the head of a file.
  private static let limit = 1 << 16

  /// The document of a Markdown file, with what its front matter says; its date as it stands there.
  static func document(
    id: String, markdown: consuming [UInt8], names: FieldNames = FieldNames()
  ) -> Document {
    guard let (values, length) = read(markdown.span) else {
      return Document(id: id, text: markdown)
    }
    markdown.removeFirst(length)
    func value(_ keys: [String]) -> String? {
      for key in keys {
        if let value = values[key.lowercased()], !value.isEmpty { return value }
      }
      return nil
    }
    return Document(
      id: id, title: value(names.title), date: value(names.date), source: value(names.source),
      language: value(names.language), text: markdown)
  }

  /// The values by their lower-case keys, and the length in bytes of the front matter.
  private static func read(_ text: Span<UInt8>) -> (values: [String: String], length: Int)? {
    let head = text.extracting(first: limit)
    var values: [String: String] = [:]
    var start = 0
    var isFirst = true
    while start < head.count {
      let end = ByteSearch.first(0x0A, in: head, from: start)
      let line = trimmed(
        String(decoding: [UInt8](copying: head.extracting(start..<end)), as: UTF8.self))
      start = min(end + 1, head.count)
      if isFirst {
        guard line == "---" else { return nil }
        isFirst = false
      } else if line == "---" || line == "..." {
        return values.isEmpty ? nil : (values, start)
      } else if let colon = line.firstIndex(of: ":") {
        let key = trimmed(line[..<colon]).lowercased()
        // An indented line belongs to the key above it.
        if values[key] == nil { values[key] = unquoted(trimmed(line[line.index(after: colon)...])) }
      }
    }
    return nil
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  private static func unquoted(_ text: String) -> String {
    guard text.utf8.count >= 2, let quote = text.first, quote == "\"" || quote == "'",
      text.last == quote
    else { return text }
    return String(text.dropFirst().dropLast())
  }
}

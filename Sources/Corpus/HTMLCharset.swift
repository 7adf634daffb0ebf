import TextFiles

/// Brings an HTML page to UTF-8: by its byte order mark, else by the encoding that a `meta` element
/// states, else as any text is.
enum HTMLCharset {
  /// A `meta` element is looked for in so many bytes at the head of a page; browsers take 1024.
  private static let headSize = 4096

  /// - Parameter bytes: The page as stored.
  /// - Returns: The page in UTF-8, and what a reader should know of the decoding.
  /// - Throws: `UndecodableText` when the bytes are no text.
  static func decode(
    _ bytes: Span<UInt8>
  ) throws(UndecodableText) -> (utf8: [UInt8], warning: String?) {
    if DecodedText.utf8MarkLength(bytes) > 0 || DecodedText.utf16ByteOrder(bytes) != nil {
      return try decodeAsText(bytes)
    }
    guard let stated = stated(in: bytes.extracting(first: headSize)) else {
      return try decodeAsText(bytes)
    }
    switch stated {
    case "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii", "utf-7":
      // A page whose `meta` could be read is not in UTF-16, and browsers refuse UTF-7.
      return try decodeAsText(bytes)
    default:
      guard !DecodedText.looksBinary(bytes) else { throw .binary }
      guard let converter = CharsetConverter(name: charset(stated)) else {
        let (utf8, warning) = try decodeAsText(bytes)
        return (utf8, warning ?? "states an unknown encoding, \"\(stated)\"")
      }
      // A page that no longer states the encoding once it is read in it cannot have meant it.
      guard let (utf8, replaced) = converter.convert(bytes),
        Self.stated(in: utf8.span.extracting(first: headSize * 3)) == stated
      else {
        let (utf8, warning) = try decodeAsText(bytes)
        return (utf8, warning ?? "is not in the encoding that it states, \"\(stated)\"")
      }
      let count = replaced == 1 ? "1 byte" : "\(replaced) bytes"
      let warning = replaced == 0 ? nil : "\(count) not in \(stated) replaced by U+FFFD"
      return (utf8, warning)
    }
  }

  private static func decodeAsText(
    _ bytes: Span<UInt8>
  ) throws(UndecodableText) -> (utf8: [UInt8], warning: String?) {
    let decoded = try DecodedText.decode(bytes)
    return (decoded.utf8, decoded.warning)
  }

  /// The encoding that browsers mean by a name (WHATWG Encoding Standard), where it is another.
  private static func charset(_ stated: String) -> String {
    switch stated {
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "cp1252", "x-cp1252": "windows-1252"
    case "iso-8859-9", "latin5": "windows-1254"
    case "gb2312", "gbk", "gb_2312-80", "x-gbk": "gb18030"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j": "cp932"
    case "ks_c_5601-1987", "euc-kr", "windows-949": "cp949"
    case "big5", "big5-hkscs": "big5-hkscs"
    default: stated
    }
  }

  /// The encoding that `<meta charset=…>` or `<meta http-equiv content="…; charset=…">` states.
  private static func stated(in head: Span<UInt8>) -> String? {
    // Only the ASCII characters matter; what is none must not hide the next.
    let text = [UInt8](copying: head).map { $0 < 0x80 ? Self.lowered($0) : 0x3F }
    let meta = Array("<meta".utf8)
    let key = Array("charset".utf8)
    var start = 0
    while let tag = text[start...].firstRange(of: meta) {
      let end = text[tag.upperBound...].firstIndex(of: UInt8(ascii: ">")) ?? text.endIndex
      start = end
      guard let found = text[tag.upperBound..<end].firstRange(of: key) else { continue }
      var rest = text[found.upperBound..<end].drop { $0 <= 0x20 }
      guard rest.popFirst() == UInt8(ascii: "=") else { continue }
      rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      let name = rest.prefix { $0 > 0x20 && !"\"';/>".utf8.contains($0) }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

import TextFiles

/// Blanks what stands in a tag beyond a number of attributes that no honest page reaches.
///
/// libxml2 compares each attribute of a tag with all before it: 200,000 of them took 40 seconds.
/// Nothing of what is blanked would be text: it stands in a tag, or in what the parser takes for one.
enum HTMLAttributeLimit {
  /// So many attributes of a tag are kept.
  static let limit = 256

  /// - Parameter page: The page, ASCII-compatible; bytes are replaced by spaces, none moves.
  static func apply(to page: inout [UInt8]) {
    var index = 0
    while true {
      index = ByteSearch.first(UInt8(ascii: "<"), in: page.span, from: index) + 1
      guard index < page.count else { return }
      let letter = page[index] | 0x20
      if letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") { limitTag(&page, &index) }
    }
  }

  /// Walks from the name of a tag to its end.
  private static func limitTag(_ page: inout [UInt8], _ index: inout Int) {
    var attributes = 0
    var isInWord = true
    var afterEquals = false
    while index < page.count, page[index] != UInt8(ascii: ">") {
      let byte = page[index]
      if byte <= 0x20 || byte == UInt8(ascii: "/") {
        isInWord = false
      } else if afterEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let end = ByteSearch.first(byte, in: page.span, from: index + 1)
        if attributes > limit { blank(&page, index..<min(end + 1, page.count)) }
        index = min(end + 1, page.count)
        isInWord = false
        afterEquals = false
        continue
      } else {
        if !isInWord, byte != UInt8(ascii: "="), !afterEquals { attributes += 1 }
        isInWord = true
        afterEquals = byte == UInt8(ascii: "=")
      }
      if attributes > limit { page[index] = 0x20 }
      index += 1
    }
  }

  private static func blank(_ page: inout [UInt8], _ range: Range<Int>) {
    for index in range { page[index] = 0x20 }
  }
}

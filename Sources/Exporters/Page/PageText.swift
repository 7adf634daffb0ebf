import TextFiles

/// JSON on its way into a `script` element of a page.
///
/// Each `<` becomes `\u003c`: then nothing ends the element (`</script`) or hides its end (`<!--`).
/// U+2028 and U+2029, which end a line of a script, are escaped too. In JSON these stand only within
/// strings, where the escapes mean the same.
struct PageText: ~Copyable {
  /// JSON that has not been passed on.
  var json = ByteBuffer()

  private var escaped = ByteBuffer()
  private let sink: any ByteSink

  /// - Parameter sink: Where it goes.
  init(sink: any ByteSink) {
    self.sink = sink
  }

  /// Passes on what there is, once it is more than some bytes.
  mutating func pass(beyond limit: Int = 1 << 16) throws(ExportError) {
    guard json.count > limit else { return }
    Self.append(json, to: &escaped)
    json.clear()
    try sink.take(&escaped, beyond: 0)
  }

  private static func append(_ json: borrowing ByteBuffer, to page: inout ByteBuffer) {
    json.withBytes { json in
      var start = 0
      while true {
        let end = suspect.first(in: json, from: start)
        page.append(json.extracting(start..<end))
        if end == json.count { return }
        start = end + 1
        if json[end] == UInt8(ascii: "<") {
          page.append(literal: "\\u003c")
        } else if end + 2 < json.count, json[end + 1] == 0x80, json[end + 2] & 0xFE == 0xA8 {
          // E2 80 A8 and E2 80 A9.
          page.append(literal: json[end + 2] == 0xA8 ? "\\u2028" : "\\u2029")
          start = end + 3
        } else {
          page.append(json[end])
        }
      }
    }
  }

  private static let suspect = ByteSet(below: 0, UInt8(ascii: "<"), 0xE2)
}

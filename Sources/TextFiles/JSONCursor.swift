import CByteMasks

/// A place in the bytes of one line of JSON, and the steps that a scanner takes from it.
///
/// Invariant of the unsafe code: `raw` stays valid as long as the cursor, which never leaves the
/// closure that lends the bytes; it is read at `index` only after `index < count`, and 64 bytes from
/// there only after `index + 64 <= count`.
@safe struct JSONCursor {
  private let raw: UnsafeRawBufferPointer
  private let count: Int
  private(set) var index = 0

  /// - Parameter raw: The line; it must outlive the cursor.
  @unsafe init(_ raw: UnsafeRawBufferPointer) {
    unsafe self.raw = raw
    count = raw.count
  }

  /// The byte here, or 0 at the end: JSON allows a 0 nowhere, so they need no telling apart.
  @inline(__always)
  var byte: UInt8 { index < count ? unsafe raw[index] : 0 }

  var isAtEnd: Bool { index >= count }

  @inline(__always)
  mutating func advance(_ count: Int = 1) { index += count }

  @inline(__always)
  mutating func skipSpace() {
    while true {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  /// Takes the byte if it stands here.
  @inline(__always)
  mutating func take(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    index += 1
    return true
  }

  /// An error at this place, or at another byte offset.
  func error(_ reason: String, at offset: Int? = nil) -> JSONError {
    let before = unsafe Span<UInt8>(_unsafeBytes: raw[0..<min(offset ?? index, count)])
    return JSONError(column: ByteSearch.scalars(in: before) + 1, reason: reason)
  }

  /// Skips a string whose opening quote stands here.
  ///
  /// - Returns: The range between the quotes, and whether it holds escapes.
  @inline(__always)
  mutating func skipString() throws(JSONError) -> (content: Range<Int>, hasEscapes: Bool) {
    let open = index
    index += 1
    var hasEscapes = false
    while true {
      skipPlain()
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return (open + 1..<index - 1, hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try skipEscape()
      default:
        guard !isAtEnd else { throw error("the string that opens here is never closed", at: open) }
        throw error("a control character in a string; write it as an escape")
      }
    }
  }

  /// Moves to the next quote, backslash or control character, or to the end.
  @inline(__always)
  private mutating func skipPlain() {
    while index &+ 64 <= count, let base = unsafe raw.baseAddress {
      let block = unsafe base.advanced(by: index).assumingMemoryBound(to: UInt8.self)
      let special = unsafe relata_string_mask(block)
      if special != 0 {
        index &+= special.trailingZeroBitCount
        return
      }
      index &+= 64
    }
    index = unsafe JSONText.special.first(in: raw, from: index)
  }

  private mutating func skipEscape() throws(JSONError) {
    let start = index
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 1
    case UInt8(ascii: "u"):
      index += 1
      for _ in 0..<4 {
        guard JSONEscape.hexValue(byte) != nil else {
          throw error("\\u needs four hexadecimal digits", at: start)
        }
        index += 1
      }
    default:
      throw error("an escape that JSON does not have", at: start)
    }
  }

  /// Skips a number (RFC 8259, section 6) and gives its range.
  mutating func skipNumber() throws(JSONError) -> Range<Int> {
    let start = index
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")), skipDigits() == 0 { throw error("expected a value", at: start) }
    if take(UInt8(ascii: ".")), skipDigits() == 0 { throw error("expected a digit") }
    if byte | 0x20 == UInt8(ascii: "e") {
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      if skipDigits() == 0 { throw error("expected a digit") }
    }
    return start..<index
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
    return index - start
  }

  /// Takes a word such as `true` if it stands here.
  mutating func take(_ word: StaticString) -> Bool {
    let letters = unsafe UnsafeRawBufferPointer(
      start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard count - index >= letters.count else { return false }
    for offset in 0..<letters.count
    where unsafe raw[index + offset] != letters[offset] { return false }
    index += letters.count
    return true
  }
}

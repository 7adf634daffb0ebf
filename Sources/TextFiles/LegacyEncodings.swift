/// Ill-formed UTF-8 with each bad sequence replaced by U+FFFD, and what was counted meanwhile.
struct UTF8Repair {
  private(set) var utf8: [UInt8] = []

  /// Bad sequences, each now one U+FFFD.
  private(set) var replaced = 0

  /// Well-formed non-ASCII characters.
  private(set) var wellFormed = 0

  /// Whether the last bad sequence is the beginning of a character that the end cuts off.
  private(set) var endsWithinCharacter = false

  init(_ text: Span<UInt8>, firstBad: Int) {
    utf8.reserveCapacity(text.count + 64)
    var start = 0
    var bad = firstBad
    while true {
      let good = text.extracting(start..<bad)
      for index in good.indices where good[index] >= 0xC0 { wellFormed += 1 }
      utf8.append(copying: good)
      if bad == text.count { break }
      utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
      replaced += 1
      start = bad + UTF8Check.invalidLength(in: text, at: bad)
      endsWithinCharacter = start == text.count && text[bad] >= 0xC2
      bad = UTF8Check.firstInvalid(in: text, from: start)
    }
  }
}

/// Windows-1252 as browsers read it (WHATWG Encoding Standard): every byte has a character.
enum Windows1252 {
  /// The characters of bytes 0x80 to 0x9F; the other bytes stand for themselves.
  private static let table: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  static func decode(_ bytes: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0..<0x80: result.append(byte)
      case 0x80..<0xA0: UTF8Writer.append(UInt32(table[Int(byte) - 0x80]), to: &result)
      default: UTF8Writer.append(UInt32(byte), to: &result)
      }
    }
    return result
  }
}

/// UTF-16 brought to UTF-8; what is no pair of surrogates, and an odd last byte, becomes U+FFFD.
enum UTF16Decoder {
  static func decode(
    _ bytes: Span<UInt8>, bigEndian: Bool
  ) -> (utf8: [UInt8], warning: String?) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var replaced = 0
    var high: UInt32?
    var index = 0
    while index + 1 < bytes.count {
      let first = UInt32(bytes[index])
      let second = UInt32(bytes[index + 1])
      let unit = bigEndian ? first << 8 | second : second << 8 | first
      index += 2
      if let lead = high {
        high = nil
        if (0xDC00...0xDFFF).contains(unit) {
          UTF8Writer.append(0x10000 + (lead - 0xD800) << 10 + (unit - 0xDC00), to: &result)
          continue
        }
        replaced += 1
        UTF8Writer.append(0xFFFD, to: &result)
      }
      switch unit {
      case 0xD800...0xDBFF: high = unit
      case 0xDC00...0xDFFF:
        replaced += 1
        UTF8Writer.append(0xFFFD, to: &result)
      default: UTF8Writer.append(unit, to: &result)
      }
    }
    if high != nil || index < bytes.count {
      replaced += 1
      UTF8Writer.append(0xFFFD, to: &result)
    }
    guard replaced > 0 else { return (result, nil) }
    let what = replaced == 1 ? "1 lone surrogate" : "\(replaced) lone surrogates"
    return (result, "\(what) in UTF-16 replaced by U+FFFD")
  }
}

/// Writes scalar values as UTF-8.
enum UTF8Writer {
  /// Appends a scalar value, which must not be a surrogate, as one to four bytes.
  @inline(__always)
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
      return
    }
    if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    } else {
      if scalar < 0x10000 {
        bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      } else {
        bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      }
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    }
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }
}

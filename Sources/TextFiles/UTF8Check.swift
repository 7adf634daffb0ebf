/// Finds what is not well-formed UTF-8 (Unicode 16, table 3-7), at memory speed for ASCII.
///
/// The unsafe code of this file reads at `index` only after `index < count`, and eight bytes only
/// after `index + 8 <= count`.
public enum UTF8Check {
  /// Whether all bytes are well-formed UTF-8.
  ///
  /// - Parameter bytes: The bytes to check.
  public static func isValid(_ bytes: Span<UInt8>) -> Bool {
    firstInvalid(in: bytes) == bytes.count
  }

  /// The offset of the first byte that does not belong to a well-formed sequence.
  ///
  /// - Parameters:
  ///   - bytes: The bytes to check.
  ///   - start: Where to begin; the start of a sequence.
  /// - Returns: A byte offset, or `bytes.count` when everything from `start` on is well-formed.
  public static func firstInvalid(in bytes: Span<UInt8>, from start: Int = 0) -> Int {
    let count = bytes.count
    return unsafe bytes.withUnsafeBytes { raw in
      var index = start
      while index + 8 <= count {
        if index + 32 <= count {
          let high =
            unsafe (ByteWord.load(raw, index) | ByteWord.load(raw, index + 8))
            | (ByteWord.load(raw, index + 16) | ByteWord.load(raw, index + 24))
          if high & ByteWord.highBits == 0 {
            index += 32
            continue
          }
        }
        let high = unsafe ByteWord.load(raw, index) & ByteWord.highBits
        if high == 0 {
          index += 8
          continue
        }
        index += high.trailingZeroBitCount >> 3
        // Non-ASCII characters come in runs, with single spaces between words.
        while index + 4 <= count {
          let lead = unsafe raw[index]
          let length: Int
          if lead < 0x80 {
            if unsafe raw[index + 1] < 0x80 { break }
            length = 1
          } else if lead & 0xE0 == 0xC0, lead > 0xC1, unsafe raw[index + 1] & 0xC0 == 0x80 {
            length = 2
          } else {
            length = unsafe sequence(raw, index)
            guard length > 0 else { return index }
          }
          index += length
        }
      }
      while index < count {
        let length = unsafe raw[index] < 0x80 ? 1 : sequence(raw, index)
        guard length > 0 else { return index }
        index += length
      }
      return count
    }
  }

  /// How many bytes one U+FFFD stands for at an offset that `firstInvalid` returned: the longest
  /// beginning of a well-formed sequence, or one byte (Unicode 16, section 3.9, "maximal subpart").
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - index: The offset of an ill-formed sequence.
  public static func invalidLength(in bytes: Span<UInt8>, at index: Int) -> Int {
    unsafe bytes.withUnsafeBytes { raw in unsafe max(1, -sequence(raw, index)) }
  }

  /// The length of the well-formed sequence at `index`, whose byte is not ASCII, or minus the number
  /// of bytes of the ill-formed one.
  @inline(__always)
  private static func sequence(_ raw: UnsafeRawBufferPointer, _ index: Int) -> Int {
    let lead = unsafe raw[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      second = 0xA0...0xBF
    case 0xED:
      length = 3
      second = 0x80...0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      second = 0x90...0xBF
    case 0xF1...0xF3: length = 4
    case 0xF4:
      length = 4
      second = 0x80...0x8F
    default: return -1
    }
    guard index + 1 < raw.count, second.contains(unsafe raw[index + 1]) else { return -1 }
    var offset = 2
    while offset < length {
      guard index + offset < raw.count, unsafe raw[index + offset] & 0xC0 == 0x80 else {
        return -offset
      }
      offset += 1
    }
    return length
  }
}

/// Turns the inside of a JSON string into text: `a\u00e9\n` into `aé` and a line feed.
public enum JSONEscape {
  /// Appends the text of a string that a scan found.
  ///
  /// - Parameters:
  ///   - content: The byte range between the quotes.
  ///   - line: The line that was scanned.
  ///   - bytes: Receives the text; UTF-8 if the line is.
  /// - Returns: How many lone surrogates became U+FFFD.
  @discardableResult
  public static func append(
    _ content: Range<Int>, of line: Span<UInt8>, to bytes: inout [UInt8]
  ) -> Int {
    let source = line.extracting(content)
    // An escape is never shorter than what it stands for.
    bytes.reserveCapacity(bytes.count + source.count)
    var lone = 0
    var index = 0
    while index < source.count {
      if source[index] != UInt8(ascii: "\\") {
        let end = ByteSearch.first(UInt8(ascii: "\\"), in: source, from: index)
        bytes.append(copying: source.extracting(index..<end))
        index = end
        continue
      }
      let letter = source[index + 1]
      index += 2
      switch letter {
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "u"):
        let scalar = scalar(source, &index)
        if scalar == nil { lone += 1 }
        UTF8Writer.append(scalar ?? 0xFFFD, to: &bytes)
      default: bytes.append(letter)
      }
    }
    return lone
  }

  /// The scalar value of the `\u` escape whose digits begin at `index`, and of the one after it if
  /// both form a pair; nil for a lone surrogate.
  private static func scalar(_ source: Span<UInt8>, _ index: inout Int) -> UInt32? {
    let first = unit(source, index)
    index += 4
    guard (0xD800...0xDFFF).contains(first) else { return first }
    guard first < 0xDC00, index + 6 <= source.count, source[index] == UInt8(ascii: "\\"),
      source[index + 1] == UInt8(ascii: "u")
    else { return nil }
    let second = unit(source, index + 2)
    guard (0xDC00...0xDFFF).contains(second) else { return nil }
    index += 6
    return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
  }

  /// The number that four hexadecimal digits write; the scanner has checked that they are digits.
  private static func unit(_ source: Span<UInt8>, _ start: Int) -> UInt32 {
    var value: UInt32 = 0
    for offset in 0..<4 { value = value << 4 | (hexValue(source[start + offset]) ?? 0) }
    return value
  }

  /// The value of a hexadecimal digit.
  static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}

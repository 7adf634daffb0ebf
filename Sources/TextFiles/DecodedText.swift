/// The encoding a text was found to be in.
public enum TextEncoding: String, Sendable, Hashable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first, stated by a byte order mark.
  case utf16le = "UTF-16LE"
  /// UTF-16, high byte first, stated by a byte order mark.
  case utf16be = "UTF-16BE"
  /// Windows-1252, guessed: what is not UTF-8.
  case windows1252 = "windows-1252"
}

/// Why bytes are not a text.
public enum UndecodableText: Error, Sendable, Hashable, CustomStringConvertible {
  /// The bytes hold NULs or other control characters as no text does.
  case binary

  /// The reason in plain words, to stand after a path.
  public var description: String { "is binary, not text" }
}

/// Bytes brought to UTF-8 from the encoding that they were found to be in.
public struct DecodedText: Sendable, Equatable {
  /// The text: valid UTF-8, without a byte order mark.
  public var utf8: [UInt8]

  /// The encoding it came in.
  public var encoding: TextEncoding

  /// What a reader should know of the decoding: that bytes were replaced, or the encoding guessed.
  public var warning: String?

  /// How many well-formed non-ASCII characters to one ill-formed sequence make a text damaged UTF-8
  /// rather than Windows-1252, in which hardly any two neighbours happen to form UTF-8.
  static let wellFormedToOneBad = 20

  /// Finds the encoding of a text and brings it to UTF-8.
  ///
  /// A byte order mark decides; else UTF-8 if well-formed, or nearly so; else Windows-1252.
  ///
  /// - Parameter bytes: The file as it is.
  /// - Returns: The text, copied once if it is UTF-8.
  /// - Throws: `UndecodableText.binary` when the bytes are no text.
  public static func decode(_ bytes: Span<UInt8>) throws(UndecodableText) -> DecodedText {
    if let order = utf16ByteOrder(bytes) {
      let text = UTF16Decoder.decode(bytes.extracting(2...), bigEndian: order == .utf16be)
      guard !looksBinary(text.utf8.span) else { throw .binary }
      return DecodedText(utf8: text.utf8, encoding: order, warning: text.warning)
    }
    let mark = utf8MarkLength(bytes)
    let text = bytes.extracting(mark...)
    guard !looksBinary(text) else { throw .binary }
    let bad = UTF8Check.firstInvalid(in: text)
    if bad == text.count {
      return DecodedText(utf8: Array(copying: text), encoding: .utf8, warning: nil)
    }
    return decodeInvalid(text, firstBad: bad, statedUTF8: mark > 0)
  }

  /// Does what `decode` does, without a copy if the bytes are UTF-8 already.
  ///
  /// - Parameter bytes: The file as it is.
  /// - Returns: The text.
  /// - Throws: `UndecodableText.binary` when the bytes are no text.
  public static func decode(
    owned bytes: consuming [UInt8]
  ) throws(UndecodableText) -> DecodedText {
    if isPlainUTF8(bytes.span) {
      guard !looksBinary(bytes.span) else { throw .binary }
      return DecodedText(utf8: bytes, encoding: .utf8, warning: nil)
    }
    return try decode(bytes.span)
  }

  /// Whether the bytes are well-formed UTF-8 without a byte order mark, to be read where they are.
  ///
  /// - Parameter bytes: The file as it is.
  public static func isPlainUTF8(_ bytes: Span<UInt8>) -> Bool {
    utf8MarkLength(bytes) == 0 && UTF8Check.isValid(bytes)
  }

  /// The length of a UTF-8 byte order mark at the beginning: 3 or 0 bytes.
  ///
  /// - Parameter bytes: The beginning of a file.
  public static func utf8MarkLength(_ bytes: Span<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// The byte order that a UTF-16 byte order mark at the beginning states, if there is one.
  ///
  /// - Parameter bytes: The beginning of a file.
  public static func utf16ByteOrder(_ bytes: Span<UInt8>) -> TextEncoding? {
    guard bytes.count >= 2 else { return nil }
    return switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): .utf16le
    case (0xFE, 0xFF): .utf16be
    default: nil
    }
  }

  /// So many bytes of a file show whether it is text.
  private static let sampleLength = 1 << 16

  /// Whether the first 64 KiB hold control characters as no text does: more than one NUL in a
  /// thousand bytes, or more than one other control character in twenty.
  ///
  /// - Parameter bytes: The beginning of a file, or all of it.
  public static func looksBinary(_ bytes: Span<UInt8>) -> Bool {
    let sample = bytes.extracting(first: sampleLength)
    var nulls = 0
    var controls = 0
    for index in sample.indices where sample[index] < 0x20 || sample[index] == 0x7F {
      switch sample[index] {
      case 0: nulls += 1
      // Tab, line feed, vertical tab, form feed, carriage return, and escape (terminal colours).
      case 9...13, 0x1B: break
      default: controls += 1
      }
    }
    return nulls * 1000 > sample.count || controls * 20 > sample.count
  }

  private static func decodeInvalid(
    _ text: Span<UInt8>, firstBad: Int, statedUTF8: Bool
  ) -> DecodedText {
    let repair = UTF8Repair(text, firstBad: firstBad)
    let onlyCutOff = repair.replaced == 1 && repair.endsWithinCharacter && repair.wellFormed > 0
    if statedUTF8 || onlyCutOff || repair.wellFormed >= repair.replaced * wellFormedToOneBad {
      let what =
        repair.replaced == 1
        ? "1 invalid UTF-8 sequence" : "\(repair.replaced) invalid UTF-8 sequences"
      return DecodedText(utf8: repair.utf8, encoding: .utf8, warning: "\(what) replaced by U+FFFD")
    }
    return DecodedText(
      utf8: Windows1252.decode(text), encoding: .windows1252,
      warning: "is not valid UTF-8; read as windows-1252")
  }
}

extension Array where Element == UInt8 {
  /// A copy of borrowed bytes.
  ///
  /// - Parameter bytes: What to copy.
  public init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// Appends a copy of borrowed bytes.
  ///
  /// - Parameter bytes: What to append.
  @inlinable
  public mutating func append(copying bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension String {
  /// A text of borrowed bytes; what is not UTF-8 becomes U+FFFD.
  ///
  /// - Parameter bytes: What to copy.
  public init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

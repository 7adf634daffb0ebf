import CLibXML2
import TextFiles

/// Brings bytes of a named encoding to UTF-8, through the converters that libxml2 knows.
///
/// Invariants of the unsafe code: the handler belongs to the object, which closes it; both buffers
/// are freed before `convert` returns, and the input is borrowed for as long.
@safe final class CharsetConverter {
  private let handler: xmlCharEncodingHandlerPtr

  /// - Parameter name: The name of the encoding; nil comes of an unknown one.
  init?(name: String) {
    guard let handler = unsafe xmlFindCharEncodingHandler(name) else { return nil }
    unsafe self.handler = handler
  }

  deinit { unsafe xmlCharEncCloseFunc(handler) }

  /// Converts all bytes.
  ///
  /// - Parameter bytes: Text in the encoding.
  /// - Returns: The text in UTF-8, and how many bytes became U+FFFD each; nil if so many did that the
  ///   text is in another encoding.
  func convert(_ bytes: Span<UInt8>) -> (utf8: [UInt8], replaced: Int)? {
    // Without a handler, libxml2 prints bad bytes on standard error. The setting is the thread's own.
    unsafe xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 4)
    var replaced = 0
    var start = 0
    // In pieces, because libxml2 makes room for the whole of what is left at each call; in small
    // ones after a bad byte, because where one is, there are more.
    var pieceSize = Self.largestPiece
    while start < bytes.count {
      let size = min(bytes.count - start, pieceSize)
      let used = convert(bytes.extracting(start..<start + size), into: &result)
      start += used
      // What is left at the end of a piece may be the beginning of a character.
      let isCutOff = size - used < Self.longestCharacter && start + size - used < bytes.count
      if used == size || used > 0 && isCutOff {
        pieceSize = min(pieceSize * 2, Self.largestPiece)
        continue
      }
      result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      replaced += 1
      start += 1
      pieceSize = Self.smallestPiece
      // One bad byte in twenty, once there are enough of them to tell.
      if replaced > 1000, replaced * 20 > start { return nil }
    }
    return (result, replaced)
  }

  /// In bytes; a piece is longer than any character.
  private static let largestPiece = 1 << 16
  private static let smallestPiece = 256
  private static let longestCharacter = 8

  /// Converts what can be converted at the beginning of the bytes, and says how much that was.
  private func convert(_ bytes: Span<UInt8>, into result: inout [UInt8]) -> Int {
    guard let output = unsafe xmlBufferCreateSize(bytes.count * 4 + 16) else { return 0 }
    defer { unsafe xmlBufferFree(output) }
    let used = unsafe bytes.withUnsafeBytes { raw -> Int in
      guard
        let input = unsafe xmlBufferCreateStatic(
          UnsafeMutableRawPointer(mutating: raw.baseAddress), raw.count)
      else { return 0 }
      defer { unsafe xmlBufferFree(input) }
      _ = unsafe xmlCharEncInFunc(handler, output, input)
      return raw.count - Int(unsafe xmlBufferLength(input))
    }
    if let content = unsafe xmlBufferContent(output) {
      result.append(
        copying: unsafe Span(_unsafeStart: content, count: Int(xmlBufferLength(output))))
    }
    return used
  }
}

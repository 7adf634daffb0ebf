import Synchronization
import TextFiles

/// Puts the sections of a lexicon together into one block, in the order in which they come.
struct LexiconImageBuilder: ~Copyable {
  private var head = [UInt64](repeating: 0, count: LexiconImage.headWords)

  /// The block so far, with zeros for the head.
  private var bytes = ByteBuffer()

  /// - Parameter expectedBytes: About how many bytes all sections take together.
  init(expectedBytes: Int) {
    let headBytes = LexiconImage.headWords * 8
    bytes.reserve(headBytes + expectedBytes)
    pad(to: headBytes)
    self[.mark] = LexiconImage.mark
    self[.version] = LexiconImage.version
  }

  subscript(_ field: LexiconHeader) -> UInt64 {
    get { head[field.rawValue] }
    set { head[field.rawValue] = newValue }
  }

  /// Gives a section its content.
  mutating func set<Element: BitwiseCopyable>(_ section: LexiconSection, _ content: [Element]) {
    let start = bytes.count
    unsafe content.withUnsafeBytes { raw in
      // Any element that is bitwise copyable is so many bytes.
      let elements = unsafe raw.assumingMemoryBound(to: UInt8.self)
      bytes.append(unsafe Span(_unsafeElements: elements))
    }
    close(section, from: start)
  }

  /// Gives a section its content.
  ///
  /// - Parameter write: Appends the bytes.
  mutating func set(_ section: LexiconSection, _ write: (inout ByteBuffer) -> Void) {
    let start = bytes.count
    write(&bytes)
    close(section, from: start)
  }

  /// Gives a section its content where it stands, so that it need not be moved there.
  ///
  /// - Parameters:
  ///   - count: The number of elements, 0 at first.
  ///   - fill: Receives them.
  /// - Returns: What `fill` returns.
  mutating func set<Element: BitwiseCopyable, Result>(
    _ section: LexiconSection, count: Int, _ fill: (inout MutableSpan<Element>) -> Result
  ) -> Result {
    let start = bytes.count
    defer { close(section, from: start) }
    return bytes.append(count: count, fill)
  }

  private mutating func close(_ section: LexiconSection, from start: Int) {
    let length = bytes.count - start
    head[16 + 2 * section.rawValue] = UInt64(start)
    head[17 + 2 * section.rawValue] = UInt64(length)
    // An index out of range reads the first element, which must be there.
    pad(to: start + max(8, (length + 7) / 8 * 8))
  }

  private mutating func pad(to count: Int) {
    while bytes.count < count { bytes.append(bytesOf: 0, count: min(8, count - bytes.count)) }
  }

  /// The block, with its checksum.
  consuming func build() -> LexiconImage {
    for section in LexiconSection.allCases where head[16 + 2 * section.rawValue] == 0 {
      set(section, [UInt64]())
    }
    self[.byteCount] = UInt64(bytes.count)
    return LexiconImage(head: head, bytes)
  }
}

/// A block that one thread after another adds sections to.
final class GrowingImage: Sendable {
  private let builder: Mutex<LexiconImageBuilder>

  /// - Parameter expectedBytes: About how many bytes all sections take together.
  init(expectedBytes: Int) {
    builder = Mutex(LexiconImageBuilder(expectedBytes: expectedBytes))
  }

  /// Lends the block for the duration of a call.
  func withBuilder(_ body: (inout LexiconImageBuilder) -> Void) {
    builder.withLock { body(&$0) }
  }

  /// The block, which is taken out.
  func build() -> LexiconImage {
    builder.withLock { builder in
      var built = LexiconImageBuilder(expectedBytes: 0)
      swap(&built, &builder)
      return built.build()
    }
  }
}

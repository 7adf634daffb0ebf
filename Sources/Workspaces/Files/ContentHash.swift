import CXXHash
import TextFiles

/// What tells the content of a document from another: 128 bits of XXH3.
///
/// Two of a billion documents that differ have the same hash with a chance below 10⁻²⁰, unless
/// somebody made them so: it finds changes, not forgeries.
public struct ContentHash: Sendable, Hashable {
  public let high: UInt64
  public let low: UInt64

  init(high: UInt64, low: UInt64) {
    (self.high, self.low) = (high, low)
  }

  /// - Parameter digits: 32 hexadecimal digits.
  init?(digits: String) {
    guard digits.utf8.count == 32, let high = UInt64(digits.prefix(16), radix: 16),
      let low = UInt64(digits.suffix(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }

  /// The hash as 32 hexadecimal digits.
  public var digits: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for number in [high, low] {
      for shift in stride(from: UInt64(60), through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: number >> shift & 15)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
    return String(copying: bytes.span)
  }
}

/// Takes the parts of a content one after another.
public struct ContentHashBuilder {
  private var state: (high: UInt64, low: UInt64) = (0, 0)
  private var count: UInt64 = 0

  public init() {}

  /// Adds a field.
  ///
  /// - Parameter field: Its bytes; nil where there is none, which differs from an empty one.
  public mutating func add(_ field: Span<UInt8>?) {
    count += 1
    guard let field else {
      mix(high: 0, low: 0)
      return
    }
    let hash = unsafe field.withUnsafeBytes { bytes in
      unsafe XXH3_128bits_withSeed(bytes.baseAddress, bytes.count, count)
    }
    mix(high: hash.high64, low: hash.low64 ^ UInt64(field.count) &+ 1)
  }

  /// Adds a field of numbers, in rows of nothing but numbers of 64 bits.
  mutating func add<Row: BitwiseCopyable>(numbers rows: Span<Row>) {
    unsafe rows.withUnsafeBytes { bytes in
      add(unsafe Span(_unsafeBytes: bytes))
    }
  }

  /// Adds a field of text.
  public mutating func add(_ field: String?) {
    guard var field else { return add(nil as Span<UInt8>?) }
    field.makeContiguousUTF8()
    let bytes = Array(field.utf8)
    add(bytes.span)
  }

  /// The hash of all fields.
  public func finish() -> ContentHash {
    ContentHash(high: state.high, low: state.low)
  }

  /// Hashes what was there and what comes together.
  private mutating func mix(high: UInt64, low: UInt64) {
    let words: InlineArray<5, UInt64> = [state.high, state.low, high, low, count]
    let hash = unsafe words.span.withUnsafeBytes { bytes in
      unsafe XXH3_128bits(bytes.baseAddress, bytes.count)
    }
    state = (hash.high64, hash.low64)
  }
}

/// A number for each name of an entity, to tell whether it was met before in this run.
func nameKey(_ name: Span<UInt8>, of entity: Int) -> UInt64 {
  unsafe name.withUnsafeBytes { bytes in
    unsafe XXH3_64bits_withSeed(
      bytes.baseAddress, bytes.count, UInt64(truncatingIfNeeded: entity))
  }
}

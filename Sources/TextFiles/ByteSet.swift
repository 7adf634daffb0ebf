/// A few bytes to look for in a text, sixteen bytes at a time: the quotes, separators and controls
/// that a format must escape.
///
/// The unsafe code of this file reads sixteen bytes at `index` only after `index + 16 <= count`,
/// sixteen at the end only after `count >= 16`, and one only after `index < count`.
public struct ByteSet: Sendable {
  private typealias Lanes = SIMD16<UInt8>

  /// All bytes below are in the set; here and in `members` the byte stands in every lane.
  private let limit: Lanes
  private let members: (Lanes, Lanes, Lanes, Lanes, Lanes)
  /// A bit for each byte.
  private let bits: InlineArray<4, UInt64>

  /// - Parameters:
  ///   - limit: All bytes below are in the set.
  ///   - members: Further bytes, one to five.
  public init(below limit: UInt8, _ members: UInt8...) {
    precondition((1...5).contains(members.count), "a set has one to five bytes of its own")
    self.limit = Lanes(repeating: limit)
    func member(_ place: Int) -> Lanes { Lanes(repeating: members[min(place, members.count - 1)]) }
    self.members = (member(0), member(1), member(2), member(3), member(4))
    var bits = InlineArray<4, UInt64>(repeating: 0)
    for byte in (0..<limit) + members { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
    self.bits = bits
  }

  /// Whether a byte is in the set.
  @inline(__always)
  public func contains(_ byte: UInt8) -> Bool {
    bits[Int(byte &>> 6)] &>> UInt64(byte & 63) & 1 == 1
  }

  /// The offset of the first byte of the set at or after `start`, or `bytes.count`.
  ///
  /// - Parameters:
  ///   - bytes: Where to look.
  ///   - start: The byte offset to begin at, at most the number of bytes.
  public func first(in bytes: Span<UInt8>, from start: Int = 0) -> Int {
    precondition(start >= 0 && start <= bytes.count, "the start lies within the bytes")
    return unsafe bytes.withUnsafeBytes { unsafe first(in: $0, from: start) }
  }

  /// The same in bytes that stay valid for the call, from a start within them.
  @unsafe func first(in raw: UnsafeRawBufferPointer, from start: Int) -> Int {
    let count = raw.count
    var index = start
    while index &+ 16 <= count {
      let found = unsafe marks(raw.loadUnaligned(fromByteOffset: index, as: Lanes.self))
      if found[0] | found[1] != 0 { return index + Self.firstMark(found) }
      index &+= 16
    }
    if count >= 16, index < count {
      // The last sixteen bytes again, of which those before `index` do not count.
      let begin = count &- 16
      var found = unsafe marks(raw.loadUnaligned(fromByteOffset: begin, as: Lanes.self))
      let known = index &- begin
      found[0] &= (UInt64.max << (8 * known)).littleEndian
      found[1] &= (UInt64.max << (8 * max(0, known &- 8))).littleEndian
      return found[0] | found[1] != 0 ? begin + Self.firstMark(found) : count
    }
    while index < count, unsafe !contains(raw[index]) { index += 1 }
    return index
  }

  /// The first byte that is not zero, in the order of memory.
  @inline(__always)
  private static func firstMark(_ marks: SIMD2<UInt64>) -> Int {
    let half = marks[0] != 0 ? 0 : 1
    return half * 8 + UInt64(littleEndian: marks[half]).trailingZeroBitCount / 8
  }

  /// Non-zero bytes where the bytes are in the set.
  @inline(__always)
  private func marks(_ lanes: SIMD16<UInt8>) -> SIMD2<UInt64> {
    let below = lanes .< limit
    let first = (lanes .== members.0) .| (lanes .== members.1)
    let second = (lanes .== members.2) .| (lanes .== members.3)
    let found = (below .| first) .| (second .| (lanes .== members.4))
    let marked = Lanes(repeating: 0).replacing(with: Lanes(repeating: 0xFF), where: found)
    return unsafe unsafeBitCast(marked, to: SIMD2<UInt64>.self)
  }
}

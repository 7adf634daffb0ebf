/// Numbers in records of bytes: the lowest byte first, at any place.
extension Span where Element == UInt8 {
  /// The 64 bits at a place.
  ///
  /// - Precondition: Eight bytes stand there.
  @inlinable
  public func number(at place: Int) -> UInt64 {
    // The load checks its bounds, and any bits are a valid integer.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// The 32 bits at a place.
  ///
  /// - Precondition: Four bytes stand there.
  @inlinable
  public func smallNumber(at place: Int) -> UInt32 {
    UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self))
  }
}

extension Array where Element == UInt8 {
  /// Appends some numbers as their bytes, at once.
  @inlinable
  public mutating func append<let count: Int>(numbers: InlineArray<count, UInt64>) {
    var little = numbers
    for place in numbers.indices { little[place] = numbers[place].littleEndian }
    unsafe Swift.withUnsafeBytes(of: little) { unsafe append(contentsOf: $0) }
  }

  /// Appends a number as its bytes, the lowest first: eight of an `UInt64`, four of an `UInt32`.
  @inlinable
  public mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(number: Number) {
    unsafe Swift.withUnsafeBytes(of: number.littleEndian) { unsafe append(contentsOf: $0) }
  }
}

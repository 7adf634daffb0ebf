import CByteMasks

/// A fixed number of elements, all their bits 0 at first, in memory or, where they are many, in a file
/// that is mapped. Copies share them until one is changed, which then has its own in memory.
///
/// Invariant of the unsafe code: `start` is that of `memory`, which lives as long as the table and has
/// room for `count` elements; an index is compared with `count` before every access. Bits that are all 0
/// are a valid element.
@safe public struct FixedTable<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  @usableFromInline var memory: TableMemory
  /// The same address, so that reading takes no way round by the object.
  @usableFromInline var start: UnsafeMutablePointer<Element>

  /// The number of elements.
  public let count: Int

  /// - Parameters:
  ///   - count: The number of elements.
  ///   - held: How many elements are in other tables that count as one with this.
  ///   - overflow: Where tables go that memory shall not hold; nil keeps them in memory.
  ///   - failure: Receives why the folder took no more, if so; the elements are in memory then.
  public init(
    count: Int, beside held: Int = 0, overflow: BytePool.Overflow?, failure: inout FileError?
  ) {
    let stride = MemoryLayout<Element>.stride
    self.init(
      TableMemory(
        count: count * stride, beside: held * stride, overflow: overflow, failure: &failure),
      count)
  }

  @usableFromInline init(_ memory: TableMemory, _ count: Int) {
    self.memory = memory
    self.count = count
    unsafe start = memory.start.bindMemory(to: Element.self, capacity: count)
  }

  @inlinable
  public subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return withExtendedLifetime(memory) { unsafe start[index] }
    }
    @inline(__always) _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      if !isKnownUniquelyReferenced(&memory) { makeOwn() }
      yield unsafe &start[index]
    }
  }

  /// Lends some elements for the duration of a call.
  ///
  /// - Parameters:
  ///   - range: Their places.
  ///   - body: Receives them, and must not keep them.
  @inlinable @inline(__always)
  package func withSpan<Result>(
    of range: Range<Int>, _ body: (Span<Element>) -> Result
  ) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    defer { withExtendedLifetime(memory) {} }
    let elements = unsafe UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
    return body(unsafe Span(_unsafeElements: elements))
  }

  /// Asks for the memory of an element that is read soon; any index will do.
  @inlinable @inline(__always)
  public func prepare(_ index: Int) {
    unsafe relata_prefetch(start + index)
  }

  /// Copies the elements that others share.
  @usableFromInline mutating func makeOwn() {
    var failure: FileError?
    let own = TableMemory(count: memory.count, beside: 0, overflow: nil, failure: &failure)
    unsafe own.start.copyMemory(from: memory.start, byteCount: memory.count)
    self = FixedTable(own, count)
  }

  /// Takes over the first elements of another table of the same kind.
  @usableFromInline mutating func copy(_ other: FixedTable) {
    let common = Swift.min(count, other.count)
    for place in 0..<common { self[place] = other[place] }
  }
}

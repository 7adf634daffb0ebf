import CByteMasks

/// Tables as large areas of memory: asked for in large pages, filled at once, and used again.
extension FixedTable {
  /// Elements in memory, in large pages where they are many and the system has such.
  ///
  /// The system clears the memory when it is first touched, and nothing is written here: so what is
  /// never used costs nothing.
  package init(inLargePages count: Int) {
    self.init(TableMemory(inLargePages: count * MemoryLayout<Element>.stride), count)
  }

  /// Gives the memory away as elements of another sort, as many as fit, and keeps none.
  ///
  /// Memory that was used before is given out faster than the system clears other. What the elements
  /// hold is of no meaning.
  ///
  /// - Parameter element: A type of which any bits are a value: numbers, and structures of numbers.
  package mutating func giveMemory<Other>(for element: Other.Type) -> FixedTable<Other> {
    if !isKnownUniquelyReferenced(&memory) { makeOwn() }
    let given = FixedTable<Other>(memory, memory.count / MemoryLayout<Other>.stride)
    self = FixedTable(inLargePages: 0)
    return given
  }

  /// Fetches the memory of an element that is used soon, without waiting for it: of many elements
  /// fetched one after another, the processor reads a good number at once.
  @inlinable @inline(__always)
  package func fetch(_ index: Int) {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
    withExtendedLifetime(memory) { unsafe relata_fetch(start + index) }
  }

  /// Lends all elements, to be changed, for the duration of a call.
  @inlinable
  package mutating func withMutableSpan<Result>(
    _ body: (inout MutableSpan<Element>) -> Result
  ) -> Result {
    if !isKnownUniquelyReferenced(&memory) { makeOwn() }
    defer { withExtendedLifetime(memory) {} }
    let elements = unsafe UnsafeMutableBufferPointer(start: start, count: count)
    var span = unsafe MutableSpan(_unsafeElements: elements)
    return body(&span)
  }
}

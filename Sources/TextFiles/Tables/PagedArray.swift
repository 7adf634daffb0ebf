/// An array in pages, so that growing moves nothing and needs no room for two of it. Pages beyond a
/// megabyte are files that are mapped, where a folder is given for them.
public struct PagedArray<Element: BitwiseCopyable & Sendable>: Sendable {
  /// 2^14 elements: a page of the usual small rows is some hundred kilobytes.
  @inlinable static var bits: Int { 14 }
  @inlinable static var mask: Int { 1 << bits - 1 }

  @usableFromInline var pages: [FixedTable<Element>] = []
  /// How many elements the pages have room for.
  @usableFromInline var room = 0
  @usableFromInline var used = 0

  /// Where pages go that memory shall not hold; nil where all stay in memory.
  package let overflow: BytePool.Overflow?

  /// The number of elements.
  @inlinable public var count: Int { used }

  /// Why the folder took no more pages, if so; all after that is in memory.
  public private(set) var failure: FileError?

  /// - Parameter overflow: Where pages go that memory shall not hold; nil keeps all in memory.
  public init(overflow: BytePool.Overflow? = nil) {
    self.overflow = overflow
  }

  @inlinable
  public subscript(_ place: Int) -> Element {
    @inline(__always) get { pages[place &>> Self.bits][place & Self.mask] }
    @inline(__always) _modify { yield &pages[place &>> Self.bits][place & Self.mask] }
  }

  /// Appends an element.
  @inlinable
  public mutating func append(_ element: Element) {
    if used == room { addPage() }
    let place = used
    used += 1
    self[place] = element
  }

  /// Asks for the memory of an element that is read soon.
  @inlinable @inline(__always)
  public func prepare(_ place: Int) {
    pages[place &>> Self.bits].prepare(place & Self.mask)
  }

  /// Calls a closure with each element in order.
  @inlinable
  public func forEachElement(_ body: (Element) -> Void) {
    for place in 0..<count { body(self[place]) }
  }

  @usableFromInline mutating func addPage() {
    // The first page grows as it is needed: most arrays stay small.
    let isFirst = room <= Self.mask
    let size = isFirst ? min(max(16, room * 4), Self.mask + 1) : Self.mask + 1
    var page = FixedTable<Element>(
      count: size, beside: isFirst ? 0 : room, overflow: overflow, failure: &failure)
    if isFirst {
      if let first = pages.first { page.copy(first) }
      pages = [page]
      room = size
    } else {
      pages.append(page)
      room += size
    }
  }
}

/// A table that is made once and stays as long as the process: a plain address, so that passing it on
/// counts no references. An `Array` in its place cost the matcher a tenth of its time.
///
/// Invariant of the unsafe code: `start` points to `count` elements that are never changed nor given
/// back; an index is compared with `count` before every read.
@safe
public struct LastingTable<Element: BitwiseCopyable & Sendable>: BitwiseCopyable,
  @unchecked Sendable
{
  @usableFromInline let start: UnsafePointer<Element>
  public let count: Int

  package init(_ elements: [Element]) {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, elements.count))
    _ = unsafe copy.initialize(fromContentsOf: elements)
    guard let base = copy.baseAddress else { preconditionFailure("room was made for one at least") }
    unsafe start = UnsafePointer(base)
    count = elements.count
  }

  @inlinable @inline(__always)
  public subscript(_ index: Int) -> Element {
    precondition(index >= 0 && index < count)
    return unsafe start[index]
  }
}

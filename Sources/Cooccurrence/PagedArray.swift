import TextFiles

/// An array in pages, so that growing moves nothing and needs no room for two of it, and that can be
/// given back page by page.
struct PagedArray<Element: Sendable>: Sendable {
  /// 2^14 elements: a page of the usual small rows is some hundred kilobytes.
  private static var bits: Int { 14 }
  private static var mask: Int { 1 << bits - 1 }

  private var pages: [[Element]] = []
  private(set) var count = 0

  subscript(_ place: Int) -> Element {
    get { pages[place >> Self.bits][place & Self.mask] }
    _modify { yield &pages[place >> Self.bits][place & Self.mask] }
  }

  mutating func append(_ element: Element) {
    if count & Self.mask == 0 {
      pages.append([])
      // The first page grows as it is needed: most arrays stay small.
      if count > 0 { pages[pages.count - 1].reserveCapacity(Self.mask + 1) }
    }
    pages[pages.count - 1].append(element)
    count += 1
  }

  /// Calls a closure with each element in order.
  func forEachElement(_ body: (Element) -> Void) {
    for page in pages {
      for element in page { body(element) }
    }
  }

  /// Calls a closure with each element in order, and gives its pages back to the system.
  consuming func drain(_ body: (Element) -> Void) {
    for number in pages.indices {
      for element in pages[number] { body(element) }
      pages[number] = []
      if number % 16 == 15 { SystemMemory.giveBackFreed() }
    }
  }

  /// Moves the elements into another order, in place.
  ///
  /// - Parameter order: For each place the place whose element comes there; each stands once.
  mutating func arrange(_ order: consuming [UInt32]) {
    for start in order.indices where Int(order[start]) != start {
      let first = self[start]
      var place = start
      while true {
        let from = Int(order[place])
        order[place] = UInt32(place)
        if from == start { break }
        self[place] = self[from]
        place = from
      }
      self[place] = first
    }
  }
}

/// Nodes in the order of their distances: a binary heap, the nearest on top.
struct DistanceQueue {
  /// A node and how far it is.
  struct Item {
    let distance: Double
    let node: Int

    /// Of one distance, the node with the smaller index is nearer.
    func isBefore(_ other: Item) -> Bool {
      distance != other.distance ? distance < other.distance : node < other.node
    }
  }

  private var items: [Item] = []

  mutating func insert(_ item: Item) {
    items.append(item)
    var place = items.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      guard items[place].isBefore(items[parent]) else { return }
      items.swapAt(place, parent)
      place = parent
    }
  }

  /// Takes the nearest item out; `nil` where there is none.
  mutating func removeFirst() -> Item? {
    guard let first = items.first else { return nil }
    let last = items.removeLast()
    guard !items.isEmpty else { return first }
    items[0] = last
    var place = 0
    while true {
      var nearest = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < items.count && items[child].isBefore(items[nearest]) {
        nearest = child
      }
      guard nearest != place else { return first }
      items.swapAt(place, nearest)
      place = nearest
    }
  }
}

import EntityGraphs

/// The paper of a large drawing: components stand side by side on shelves, the next shelf below the
/// last, none wider than four thirds of the first component.
struct Shelves {
  private let gap: Double
  private var width = 0.0
  /// Where the next component begins, and the top and the bottom of its shelf; `y` grows upwards.
  private var left = 0.0
  private var top = 0.0
  private var bottom = 0.0

  /// Where the nodes are that have been put on a shelf; the others are at the origin.
  private(set) var points: [Placement.Point]

  /// - Parameters:
  ///   - count: How many nodes there are in all.
  ///   - gap: The space between components, and for a node without ties.
  init(count: Int, gap: Double) {
    self.gap = gap
    points = [Placement.Point](repeating: Placement.Point(x: 0, y: 0), count: count)
  }

  /// Puts a component beside the last one, or on a new shelf.
  ///
  /// - Parameters:
  ///   - members: Its nodes.
  ///   - places: Their points, about any origin.
  mutating func add(_ members: [Int], at places: [Placement.Point]) {
    guard var low = places.first else { return }
    var high = low
    for place in places {
      low = Placement.Point(x: min(low.x, place.x), y: min(low.y, place.y))
      high = Placement.Point(x: max(high.x, place.x), y: max(high.y, place.y))
    }
    if width == 0 { width = max(high.x - low.x, (high.y - low.y) * 4 / 3) }
    if left > 0, left + high.x - low.x > width { beginShelf() }
    for (node, place) in zip(members, places) {
      points[node] = Placement.Point(x: left + place.x - low.x, y: top - (high.y - place.y))
    }
    left += high.x - low.x + gap
    bottom = min(bottom, top - (high.y - low.y))
  }

  /// Puts nodes without ties in rows below all others.
  mutating func addRows(of nodes: [Int]) {
    guard !nodes.isEmpty else { return }
    if left > 0 { beginShelf() }
    // Where there is nothing else, rows that make a sheet of 4 : 3.
    let across = max(width, gap * (Double(nodes.count) * 4 / 3).squareRoot())
    let columns = max(1, Int(across / gap))
    for (place, node) in nodes.enumerated() {
      points[node] = Placement.Point(
        x: Double(place % columns) * gap, y: top - Double(place / columns) * gap)
    }
  }

  private mutating func beginShelf() {
    left = 0
    top = bottom - gap
    bottom = top
  }
}

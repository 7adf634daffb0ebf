/// Where each node stands in a drawing, and how large it is.
///
/// The same graph gives the same placement on every run and platform: it is computed with nothing
/// but sums, products, quotients and square roots, which IEEE 754 fixes to the last bit.
public struct Placement: Sendable, Equatable {
  /// A place on the plane, in points (1/72 inch); `y` grows upwards.
  public struct Point: Sendable, Equatable {
    /// To the right.
    public var x: Double

    /// Upwards.
    public var y: Double

    /// - Parameters:
    ///   - x: To the right, in points.
    ///   - y: Upwards, in points.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// The centres of the nodes in points, rounded to one decimal, in the graph's order of nodes.
  public let positions: [Point]

  /// The diameters of the nodes in points, rounded to one decimal.
  public let sizes: [Double]

  /// Takes places that were found elsewhere.
  ///
  /// - Parameters:
  ///   - positions: One for each node, in the graph's order.
  ///   - sizes: The diameters, one for each node, in the graph's order.
  /// - Precondition: Both are of the same length.
  public init(positions: [Point], sizes: [Double]) {
    precondition(positions.count == sizes.count, "each node has a position and a size")
    self.positions = positions
    self.sizes = sizes
  }

  /// The largest graph whose ties shape its drawing; beyond it, the ties alone would be a blot.
  public static let largestStressLayout = (nodes: 1000, ties: 200_000)

  /// Places the nodes of a graph.
  ///
  /// Up to `largestStressLayout`, the distances between nodes follow the ties, labels do not
  /// overlap, components stand close to each other, nodes without ties in rows below, and the
  /// whole is near 4 : 3. In larger graphs the nodes stand on a spiral, the strongest in the middle.
  ///
  /// - Complexity: O(n²) a round for up to 2,000 nodes, at most about 5·10⁸ steps in all;
  ///   O(n log n + m) beyond.
  public init(of graph: EntityGraph) {
    let sizes = Self.diameters(of: graph)
    let order = graph.nodesByStrength()
    let largest = Self.largestStressLayout
    var points: [Point]
    if graph.nodes.count <= largest.nodes && graph.ties.count <= largest.ties {
      let boxes = zip(graph.nodes, sizes).map { LabelBox(name: $0.name, diameter: $1) }
      points = Self.drawn(graph, order: order, boxes: boxes, sizes: sizes)
    } else {
      points = Spiral.points(order: order, spacing: 1.2 * (sizes.max() ?? 0))
    }
    self.init(positions: points, diameters: sizes)
  }

  /// Takes places that were found elsewhere, rounded; the diameters follow the mentions.
  ///
  /// - Parameters:
  ///   - points: One for each node, in points, in the graph's order.
  ///   - graph: Whose nodes they are.
  package init(positions points: [Point], diametersOf graph: EntityGraph) {
    self.init(positions: points, diameters: Self.diameters(of: graph))
  }

  private init(positions points: [Point], diameters: [Double]) {
    self.init(
      positions: points.map { Point(x: Self.rounded($0.x), y: Self.rounded($0.y)) },
      sizes: diameters)
  }

  /// Lays out each component by itself and puts them on one sheet.
  private static func drawn(
    _ graph: EntityGraph, order: [Int], boxes: [LabelBox], sizes: [Double]
  ) -> [Point] {
    let adjacency = Adjacency(graph)
    var sheet = Sheet(boxes: boxes)
    var alone: [Int] = []
    for members in graph.connectedComponents() {
      guard members.count > 1 else {
        alone += members
        continue
      }
      let own = members.map { boxes[$0] }
      var points = StressLayout(members: members, order: order, adjacency: adjacency).run()
      scale(&points, toHold: own)
      var local: [Int: Int] = [:]
      for (index, node) in members.enumerated() { local[node] = index }
      let ties = members.indices.flatMap { index in
        adjacency[members[index]].compactMap { entry in
          local[entry.node].flatMap { $0 > index ? (source: index, target: $0) : nil }
        }
      }
      LabelBox.separate(own, at: &points)
      TieClearance.clear(own, ties: ties, diameters: members.map { sizes[$0] }, at: &points)
      sheet.add(members, at: points, ties: ties)
    }
    sheet.addRows(of: alone)
    return sheet.points
  }

  /// Stretches a drawing towards 4 : 3 and to three times the area of what it holds.
  private static func scale(_ points: inout [Point], toHold boxes: [LabelBox]) {
    var (low, high) = (points[0], points[0])
    for point in points {
      low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
      high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    let (width, height) = (high.x - low.x, high.y - low.y)
    guard width > 0 else { return }
    // More than this would belie the distances.
    let stretch = max(0.75, min(1.8, 4.0 / 3 * height / width))
    let area = 3 * boxes.reduce(0) { $0 + $1.area }
    // A chain is given the room of a drawing half as high as wide.
    let drawn = width * stretch * max(height, width * stretch / 2)
    let factor = (area / drawn).squareRoot()
    for index in points.indices {
      points[index].x *= stretch * factor
      points[index].y *= factor
    }
  }

  /// The size of a label in points, from the diameter of its node in points: 11 for the smallest
  /// nodes, 22 for the largest.
  public static func labelSize(diameter: Double) -> Double {
    min(22, max(11, 11 + (diameter - 12) * 11 / 48))
  }

  /// Diameters whose areas grow with the mentions, from 12 to 60 points.
  static func diameters(of graph: EntityGraph) -> [Double] {
    let most = Double(graph.nodes.lazy.map(\.mentions).max() ?? 0)
    return graph.nodes.map { node in
      let share = most > 0 ? max(0, Double(node.mentions)) / most : 0
      return rounded((144 + share * (3600 - 144)).squareRoot())
    }
  }

  /// To one decimal; never minus zero, which some formats would show.
  private static func rounded(_ value: Double) -> Double {
    let tenths = (value * 10).rounded()
    return tenths == 0 ? 0 : tenths / 10
  }
}

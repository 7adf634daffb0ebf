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
  public static let largestForceLayout = 2000

  /// Places the nodes of a graph.
  ///
  /// Up to `largestForceLayout` nodes, tied nodes draw together and all others keep off, and labels
  /// do not overlap. In larger graphs the nodes stand on a spiral, the strongest in the middle.
  ///
  /// - Complexity: O(n²) a round for up to 2,000 nodes, at most about 10⁸ steps in all; O(n log n)
  ///   beyond.
  public init(of graph: EntityGraph) {
    let sizes = Self.diameters(of: graph)
    let order = graph.nodesByStrength()
    var points: [Point]
    if graph.nodes.count <= Self.largestForceLayout {
      let boxes = zip(graph.nodes, sizes).map { LabelBox(name: $0.name, diameter: $1) }
      var layout = ForceLayout(graph: graph, order: order, boxes: boxes)
      points = layout.run()
      LabelBox.separate(boxes, at: &points)
    } else {
      points = Spiral.points(order: order, spacing: 1.2 * (sizes.max() ?? 0))
    }
    self.init(
      positions: points.map { Point(x: Self.rounded($0.x), y: Self.rounded($0.y)) }, sizes: sizes)
  }

  /// The size of a label in points, from the diameter of its node in points: 8 for the smallest
  /// nodes, 24 for the largest.
  public static func labelSize(diameter: Double) -> Double {
    min(24, max(8, 8 + (diameter - 12) / 3))
  }

  /// Diameters whose areas grow with the mentions, from 12 to 60 points.
  static func diameters(of graph: EntityGraph) -> [Double] {
    let most = Double(graph.nodes.map(\.mentions).max() ?? 0)
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

extension EntityGraph {
  /// The nodes by the sum of the weights of their ties, greatest first, then by identifier.
  ///
  /// - Complexity: O(n log n + m).
  public func nodesByStrength() -> [Int] {
    var strength = [Double](repeating: 0, count: nodes.count)
    for tie in ties {
      strength[tie.source] += tie.weight
      strength[tie.target] += tie.weight
    }
    return nodes.indices.sorted {
      strength[$0] != strength[$1] ? strength[$0] > strength[$1] : $0 < $1
    }
  }
}

import CIGraph
import EntityGraphs

/// Places for the nodes of graphs of any size.
public enum GraphLayout {
  /// Places the nodes of a graph.
  ///
  /// Up to `Placement.largestStressLayout` it is the drawing that `Placement` makes. In larger graphs
  /// each component that has more nodes than that is laid out by forces (Fruchterman and Reingold 1991,
  /// on a grid), the smaller ones as ever, and nodes without ties stand in rows.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - seed: What the places of large components begin from; the same seed gives the same places.
  /// - Throws: `GraphAnalysisError` where a weight is not positive or the task is cancelled.
  public static func placement(
    of graph: EntityGraph, seed: UInt64 = 1
  ) throws(GraphAnalysisError) -> Placement {
    let largest = Placement.largestStressLayout
    guard graph.nodes.count > largest.nodes || graph.ties.count > largest.ties else {
      return Placement(of: graph)
    }
    let spacing = 1.2 * (graph.nodes.isEmpty ? 0 : 60)
    var shelves = Shelves(count: graph.nodes.count, gap: spacing)
    var alone: [Int] = []
    for members in graph.connectedComponents() {
      guard members.count > 1 else {
        alone += members
        continue
      }
      let part = graph.subgraph(of: members)
      let isLarge = members.count > largest.nodes || part.ties.count > largest.ties
      shelves.add(
        members, at: isLarge ? try forced(part, seed, spacing) : Placement(of: part).positions)
    }
    shelves.addRows(of: alone)
    return Placement(positions: shelves.points, diametersOf: graph)
  }

  /// Lays a component out by forces, with room of `spacing` squared for each node.
  private static func forced(
    _ graph: EntityGraph, _ seed: UInt64, _ spacing: Double
  ) throws(GraphAnalysisError) -> [Placement.Point] {
    let count = graph.nodes.count
    // Enough for small graphs to settle, and some seconds for large ones.
    let rounds = max(100, min(500, 50_000_000 / (count + graph.ties.count)))
    let places = try IGraphSession.run("the layout", seed: seed) { () throws(GraphAnalysisError) in
      let native = try NativeGraph(graph)
      let result = try PointMatrix()
      try IGraphSession.check(
        unsafe igraph_layout_fruchterman_reingold(
          native.raw, result.raw, false, igraph_integer_t(rounds),
          // As far as a node may move at first: the side of a square in which they all have room.
          Double(count).squareRoot(), IGRAPH_LAYOUT_GRID, native.weights.raw, nil, nil, nil, nil))
      return result.points
    }
    return scaled(places, toSide: spacing * Double(count).squareRoot())
  }

  /// Moves the mean to the origin, and makes the mean square of the distances from it that of a square
  /// with such a side.
  private static func scaled(
    _ points: [Placement.Point], toSide side: Double
  ) -> [Placement.Point] {
    let count = Double(points.count)
    let mean = Placement.Point(
      x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
    let moved = points.map { Placement.Point(x: $0.x - mean.x, y: $0.y - mean.y) }
    let square = moved.reduce(0) { $0 + $1.x * $1.x + $1.y * $1.y } / count
    // Points all over a square are the sixth part of its area from the middle, in the mean square.
    let factor = square > 0 ? side / (6 * square).squareRoot() : 1
    return moved.map { Placement.Point(x: $0.x * factor, y: $0.y * factor) }
  }
}

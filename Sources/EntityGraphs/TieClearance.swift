/// Moves nodes off the ties of others: a tie that passes under a node looks like a tie of it.
enum TieClearance {
  /// How far a tie keeps from the rim of a node that is not its own, in points.
  private static let gap = 5.0

  /// Pushes nodes and ties apart, a little in each round, and keeps labels apart meanwhile.
  ///
  /// In dense graphs not every tie finds a way; then the rounds are used up.
  ///
  /// - Complexity: O(n·m) a round for n nodes and m ties, at most 3·10⁷ steps in all.
  static func clear(
    _ boxes: [LabelBox], ties: [(source: Int, target: Int)], diameters: [Double],
    at points: inout [Placement.Point]
  ) {
    let rounds = min(60, 30_000_000 / max(1, boxes.count * ties.count))
    for _ in 0..<rounds {
      var moved = false
      for node in points.indices {
        for tie in ties where tie.source != node && tie.target != node {
          if push(node, tie, reach: diameters[node] / 2 + gap, &points) { moved = true }
        }
      }
      if !moved { return }
      LabelBox.separate(boxes, at: &points)
    }
  }

  /// Moves a node off a tie by a part of what is missing, and the tie's ends a little back.
  private static func push(
    _ node: Int, _ tie: (source: Int, target: Int), reach: Double,
    _ points: inout [Placement.Point]
  ) -> Bool {
    let (start, end, point) = (points[tie.source], points[tie.target], points[node])
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let squared = dx * dx + dy * dy
    guard squared > 0 else { return false }
    let share = ((point.x - start.x) * dx + (point.y - start.y) * dy) / squared
    guard share > 0, share < 1 else { return false }
    let length = squared.squareRoot()
    // Positive where the node stands to the left of the tie.
    let side = ((point.y - start.y) * dx - (point.x - start.x) * dy) / length
    let missing = reach - side.magnitude
    guard missing > 0.5 else { return false }
    let step = missing / 4 * (side < 0 ? -1 : 1)
    let (stepX, stepY) = (-dy / length * step, dx / length * step)
    points[node] = Placement.Point(x: point.x + stepX, y: point.y + stepY)
    points[tie.source] = Placement.Point(x: start.x - stepX / 2, y: start.y - stepY / 2)
    points[tie.target] = Placement.Point(x: end.x - stepX / 2, y: end.y - stepY / 2)
    return true
  }
}

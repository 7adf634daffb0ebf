/// A drawing by forces: all nodes repel each other, ties pull, the middle pulls a little.
///
/// After Fruchterman and Reingold (1991), with a repulsion that grows with the ties of the nodes
/// (Jacomy and others 2014, ForceAtlas2), which keeps hubs apart and leaves at their rims; with a
/// start, a number of rounds and a cooling that are fixed, so that the result is as well.
struct ForceLayout {
  private var x: [Double]
  private var y: [Double]
  private let mass: [Double]
  private let pulls: [(source: Int, target: Int, strength: Double)]
  /// The distance at which two nodes of mean size rest.
  private let rest: Double
  private let rounds: Int

  /// - Parameters:
  ///   - graph: What to draw.
  ///   - order: Its nodes, the strongest first: these start in the middle.
  ///   - boxes: The room that each node takes.
  init(graph: EntityGraph, order: [Int], boxes: [LabelBox]) {
    let count = graph.nodes.count
    var area = 0.0
    for box in boxes { area += box.width * box.height }
    rest = 1.6 * (area / Double(max(1, count))).squareRoot()
    let start = Spiral.points(order: order, spacing: rest)
    x = start.map(\.x)
    y = start.map(\.y)
    var degree = [Double](repeating: 0, count: count)
    for tie in graph.ties {
      degree[tie.source] += 1
      degree[tie.target] += 1
    }
    mass = degree.map { (1 + $0).squareRoot() }
    var heaviest = 0.0
    for tie in graph.ties where tie.weight > heaviest { heaviest = tie.weight }
    pulls = graph.ties.map { tie in
      // The strongest tie pulls some three times as hard as the weakest.
      let share = heaviest > 0 ? max(0, tie.weight) / heaviest : 0
      return (tie.source, tie.target, 0.5 + share.squareRoot())
    }
    rounds = count < 2 ? 0 : max(40, min(400, 160_000_000 / (count * count)))
  }

  mutating func run() -> [Placement.Point] {
    // No node moves further in a round than the heat, which falls to nothing.
    let heat = 2 * rest
    for round in 0..<rounds {
      step(limit: heat * Double(rounds - round) / Double(rounds))
    }
    return zip(x, y).map { Placement.Point(x: $0, y: $1) }
  }

  private mutating func step(limit: Double) {
    let count = x.count
    var forceX = [Double](repeating: 0, count: count)
    var forceY = forceX
    for first in 0..<count {
      for second in (first + 1)..<max(count, first + 1) {
        let dx = x[second] - x[first]
        let dy = y[second] - y[first]
        let squared = max(dx * dx + dy * dy, 0.01)
        let push = rest * rest * mass[first] * mass[second] / squared
        forceX[first] -= dx * push
        forceY[first] -= dy * push
        forceX[second] += dx * push
        forceY[second] += dy * push
      }
      // Towards the middle, so that components that no tie holds do not fly off.
      forceX[first] -= 0.3 * mass[first] * x[first]
      forceY[first] -= 0.3 * mass[first] * y[first]
    }
    for pull in pulls {
      let dx = x[pull.target] - x[pull.source]
      let dy = y[pull.target] - y[pull.source]
      let force = pull.strength * (dx * dx + dy * dy).squareRoot() / rest
      forceX[pull.source] += dx * force
      forceY[pull.source] += dy * force
      forceX[pull.target] -= dx * force
      forceY[pull.target] -= dy * force
    }
    for node in 0..<count {
      let length = (forceX[node] * forceX[node] + forceY[node] * forceY[node]).squareRoot()
      guard length > 0 else { continue }
      let share = min(length, limit) / length
      x[node] += forceX[node] * share
      y[node] += forceY[node] * share
    }
  }
}

/// A drawing of one component in which distances on paper follow distances along ties.
///
/// Stress majorization after Gansner, Koren and North (2004): each node in turn moves to the mean
/// of the places that all others would have it in, near ones counting most. Start, order and
/// number of rounds are fixed, so that the result is as well.
struct StressLayout {
  /// The component, as ascending indices into the graph's nodes.
  private let members: [Int]
  private let strengthOrder: [Int]
  private let distances: DistanceTable
  private let rounds: Int

  /// - Parameters:
  ///   - members: The nodes of one connected component, in ascending order.
  ///   - order: All nodes of the graph, the strongest first: these start in the middle.
  ///   - adjacency: The graph's ties.
  init(members: [Int], order: [Int], adjacency: Adjacency) {
    self.members = members
    var local: [Int: Int] = [:]
    for (index, node) in members.enumerated() { local[node] = index }
    strengthOrder = order.compactMap { local[$0] }
    distances = DistanceTable(members: members, adjacency: adjacency)
    rounds = max(40, min(300, 160_000_000 / (members.count * members.count)))
  }

  /// - Returns: A place for each member, about the origin, the longer axis across; one unit is the
  ///   length of a tie between two nodes that share all their neighbours.
  func run() -> [Placement.Point] {
    var points = Spiral.points(order: strengthOrder, spacing: 1)
    for _ in 0..<rounds {
      for node in points.indices { points[node] = wanted(node, points) }
    }
    Self.layAcross(&points)
    return points
  }

  /// Where the others would have a node: for each, its direction kept and its distance made right.
  private func wanted(_ node: Int, _ points: [Placement.Point]) -> Placement.Point {
    var (sumX, sumY, sum) = (0.0, 0.0, 0.0)
    for other in points.indices where other != node {
      let distance = distances[node, other]
      let dx = points[node].x - points[other].x
      let dy = points[node].y - points[other].y
      let length = max((dx * dx + dy * dy).squareRoot(), 1e-6)
      let weight = 1 / (distance * distance)
      sumX += weight * (points[other].x + distance * dx / length)
      sumY += weight * (points[other].y + distance * dy / length)
      sum += weight
    }
    return sum > 0 ? Placement.Point(x: sumX / sum, y: sumY / sum) : points[node]
  }

  /// Moves the mean to the origin and turns the axis of greatest spread to the horizontal.
  private static func layAcross(_ points: inout [Placement.Point]) {
    let count = Double(points.count)
    let meanX = points.reduce(0) { $0 + $1.x } / count
    let meanY = points.reduce(0) { $0 + $1.y } / count
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for index in points.indices {
      points[index].x -= meanX
      points[index].y -= meanY
      xx += points[index].x * points[index].x
      xy += points[index].x * points[index].y
      yy += points[index].y * points[index].y
    }
    let spread = ((xx - yy) * (xx - yy) + 4 * xy * xy).squareRoot()
    guard spread > 0 else { return }
    // Half-angle formulas: (xx − yy) / spread is the cosine of twice the axis's angle.
    let cosine = (max(0, 1 + (xx - yy) / spread) / 2).squareRoot()
    let sine = (max(0, 1 - (xx - yy) / spread) / 2).squareRoot() * (xy < 0 ? -1 : 1)
    for index in points.indices {
      let point = points[index]
      points[index] = Placement.Point(
        x: point.x * cosine + point.y * sine, y: point.y * cosine - point.x * sine)
    }
  }
}

/// How far the nodes of a component are from each other along its ties.
///
/// A tie is the longer, the more neighbours its ends do not share (Gansner and North 1998): that
/// keeps hubs apart and draws cliques together. Lengths are whole tenths, so that the shortest
/// paths can be found with buckets in the place of a heap.
private struct DistanceTable {
  private let count: Int
  private var tenths: [Int32]

  /// - Complexity: O(n·m) for n members with m ties.
  init(members: [Int], adjacency: Adjacency) {
    count = members.count
    var local: [Int: Int] = [:]
    for (index, node) in members.enumerated() { local[node] = index }
    let neighbours = members.map { node in
      adjacency[node].compactMap { local[$0.node] }.sorted()
    }
    let lengths = neighbours.indices.map { node in
      neighbours[node].map { Self.length(neighbours[node], neighbours[$0]) }
    }
    tenths = [Int32](repeating: .max, count: count * count)
    var buckets: [[Int]] = []
    for source in 0..<count {
      fill(source * count, from: source, neighbours, lengths, &buckets)
    }
  }

  /// The distance of two different members, 1 or more.
  subscript(first: Int, second: Int) -> Double {
    Double(tenths[first * count + second]) / 10
  }

  /// Dijkstra's algorithm with a bucket for each distance.
  private mutating func fill(
    _ row: Int, from source: Int, _ neighbours: [[Int]], _ lengths: [[Int]],
    _ buckets: inout [[Int]]
  ) {
    for index in buckets.indices { buckets[index].removeAll(keepingCapacity: true) }
    if buckets.isEmpty { buckets.append([]) }
    buckets[0].append(source)
    tenths[row + source] = 0
    var reached = 0
    while reached < buckets.count {
      // Every length is above zero, so a bucket does not grow while it is walked.
      for node in buckets[reached] where tenths[row + node] == reached {
        for (neighbour, length) in zip(neighbours[node], lengths[node]) {
          let distance = reached + length
          guard distance < tenths[row + neighbour] else { continue }
          tenths[row + neighbour] = Int32(distance)
          while buckets.count <= distance { buckets.append([]) }
          buckets[distance].append(neighbour)
        }
      }
      reached += 1
    }
  }

  /// Ten times the fourth root of the number of neighbours that two tied nodes do not share.
  private static func length(_ first: [Int], _ second: [Int]) -> Int {
    var (left, right, shared) = (0, 0, 0)
    while left < first.count, right < second.count {
      if first[left] == second[right] {
        shared += 1
        left += 1
        right += 1
      } else if first[left] < second[right] {
        left += 1
      } else {
        right += 1
      }
    }
    // The two ends themselves are each other's neighbours, and not counted.
    let apart = max(1, first.count + second.count - 2 * shared - 1)
    return Int((10 * Double(apart).squareRoot().squareRoot()).rounded())
  }
}

import EntityGraphs
import GraphAnalysis
import GraphSamples
import Testing

@Suite struct GraphLayoutTests {
  @Test("small graphs are drawn as ever")
  func small() throws {
    for count in [0, 1, 40] {
      let graph = randomGraph(seed: 2, count: count, ties: 2 * count)
      #expect(try GraphLayout.placement(of: graph, seed: 9) == Placement(of: graph))
    }
  }

  /// A component of 1,500 nodes in six groups, one of 3, one of 2, and 20 lone nodes.
  private let large: EntityGraph = {
    var generator = SeededGenerator(seed: 4)
    var pairs: Set<[Int]> = []
    for node in 1..<1500 { pairs.insert([node - 1, node]) }
    for _ in 0..<9000 {
      let first = Int.random(in: 0..<1500, using: &generator)
      let second = first / 250 * 250 + Int.random(in: 0..<250, using: &generator)
      if first != second { pairs.insert([min(first, second), max(first, second)]) }
    }
    for pair in [[1500, 1501], [1501, 1502], [1503, 1504]] { pairs.insert(pair) }
    return EntityGraph(
      nodes: (0..<1525).map { Node(id: .init("n/\(10_000 + $0)"), kind: .person, name: "\($0)") },
      ties: pairs.map { Tie(source: $0[0], target: $0[1], count: 2) })
  }()

  @Test("a seed gives the same places again, another seed others")
  func reproducible() throws {
    let first = try GraphLayout.placement(of: large, seed: 5)
    #expect(try GraphLayout.placement(of: large, seed: 5) == first)
    #expect(try GraphLayout.placement(of: large, seed: 6) != first)
    #expect(first.positions.count == 1525)
    #expect(first.positions.allSatisfy { $0.x.isFinite && $0.y.isFinite })
  }

  @Test("large graphs are laid out by their ties")
  func ties() throws {
    let points = try GraphLayout.placement(of: large).positions
    func distance(_ first: Int, _ second: Int) -> Double {
      let (dx, dy) = (points[first].x - points[second].x, points[first].y - points[second].y)
      return (dx * dx + dy * dy).squareRoot()
    }
    let tied = large.ties.filter { $0.target < 1500 }
    let near = tied.reduce(0) { $0 + distance($1.source, $1.target) } / Double(tied.count)
    let far = (0..<1500).reduce(0) { $0 + distance($1, ($1 * 7 + 613) % 1500) } / 1500
    #expect(near * 2 < far, "\(near) along ties, \(far) between any two")
  }

  @Test("components do not lie on each other, and lone nodes are below")
  func components() throws {
    let points = try GraphLayout.placement(of: large).positions
    let (left, right) = (points[..<1500].map(\.x).min()!, points[..<1500].map(\.x).max()!)
    let (low, high) = (points[..<1500].map(\.y).min()!, points[..<1500].map(\.y).max()!)
    for point in points[1500...] {
      let isOutside = point.x < left || point.x > right || point.y < low || point.y > high
      #expect(isOutside)
    }
    let lowest = points[..<1505].map(\.y).min()!
    #expect(points[1505...].allSatisfy { $0.y < lowest })
    #expect(Set(points[1500...].map { [$0.x, $0.y] }).count == 25)
  }
}

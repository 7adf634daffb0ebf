import Gazetteers
import GraphSamples
import Testing

@testable import EntityGraphs

@Suite struct PlacementTests {
  @Test("the same graph is placed the same way", arguments: [0, 1, 2, 30, 2500])
  func deterministic(count: Int) {
    let first = randomGraph(seed: 7, count: count, ties: 2 * count)
    let second = randomGraph(seed: 7, count: count, ties: 2 * count)
    #expect(Placement(of: first) == Placement(of: second))
    #expect(Placement(of: first).positions.count == count)
  }

  @Test("a known graph stands where it always did")
  func golden() {
    let placed = Placement(of: graph("abc", [("a", "b", 3), ("b", "c", 1)]))
    #expect(placed.positions.map { [$0.x, $0.y] } == [[-145.7, -4.8], [0, 9.5], [145.7, -4.8]])
    #expect(placed.sizes == [12, 43.3, 60])
  }

  @Test("all positions are finite and have one decimal", arguments: [1, 2, 3, 50, 300, 3000])
  func rounded(count: Int) {
    let placed = Placement(of: randomGraph(seed: 3, count: count, ties: 3 * count))
    for point in placed.positions {
      for value in [point.x, point.y] {
        #expect(value.isFinite && value == (value * 10).rounded() / 10)
      }
    }
  }

  @Test("labels of small graphs do not overlap", arguments: 1...12)
  func labels(seed: Int) {
    let graph = randomGraph(seed: UInt64(seed), count: 5 * seed, ties: 12 * seed)
    let placed = Placement(of: graph)
    let boxes = zip(graph.nodes, placed.sizes).map { LabelBox(name: $0.name, diameter: $1) }
    for first in boxes.indices {
      for second in boxes.indices where first < second {
        let (one, other) = (placed.positions[first], placed.positions[second])
        // The boxes have a margin of 6 points, far above the rounding.
        let apart =
          abs(one.x - other.x) > (boxes[first].width + boxes[second].width) / 2 - 1
          || abs(one.y - other.y) > (boxes[first].height + boxes[second].height) / 2 - 1
        #expect(apart, "\(graph.nodes[first].name) and \(graph.nodes[second].name)")
      }
    }
  }

  @Test("tied nodes stand nearer than others")
  func communities() {
    // Two cliques of six with one tie between them.
    let names = Array("abcdefghijkl").map(String.init)
    var ties: [(String, String, Double)] = [("a", "g", 1)]
    for first in 0..<12 {
      for second in (first + 1)..<12 where first / 6 == second / 6 {
        ties.append((names[first], names[second], 3))
      }
    }
    let placed = Placement(of: graph("abcdefghijkl", ties)).positions
    var (within, between) = ([Double](), [Double]())
    for first in 0..<12 {
      for second in (first + 1)..<12 {
        let (dx, dy) = (placed[first].x - placed[second].x, placed[first].y - placed[second].y)
        let distance = (dx * dx + dy * dy).squareRoot()
        if first / 6 == second / 6 { within.append(distance) } else { between.append(distance) }
      }
    }
    let (near, far) = (within.reduce(0, +) / 30, between.reduce(0, +) / 36)
    #expect(near * 1.5 < far, "\(near) within, \(far) between")
  }

  @Test("no tie passes under a node of a small graph that is not its own")
  func clearance() {
    let placed = Placement(
      of: graph(
        "abcdef", [("a", "b", 1), ("b", "c", 1), ("c", "d", 1), ("a", "d", 1), ("b", "e", 9)])
    )
    for (source, target) in [(0, 1), (1, 2), (2, 3), (0, 3), (1, 4)] {
      let (start, end) = (placed.positions[source], placed.positions[target])
      for node in 0..<6 where node != source && node != target {
        let point = placed.positions[node]
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let along = ((point.x - start.x) * dx + (point.y - start.y) * dy) / (dx * dx + dy * dy)
        let near = min(1, max(0, along))
        let (offX, offY) = (point.x - start.x - near * dx, point.y - start.y - near * dy)
        #expect((offX * offX + offY * offY).squareRoot() > placed.sizes[node] / 2)
      }
    }
  }

  @Test("components stand close to each other, and nodes without ties in rows below")
  func sheet() {
    let placed = Placement(
      of: graph("abcdefghij", [("a", "b", 1), ("b", "c", 1), ("a", "c", 1), ("d", "e", 1)]))
    let points = placed.positions
    let lowest = points[..<5].map(\.y).min()!
    #expect(points[5...].allSatisfy { $0.y < lowest })
    let width = points.map(\.x).max()! - points.map(\.x).min()!
    #expect(width < 600, "\(width) points wide")
  }

  @Test("a diameter grows with the mentions within its bounds")
  func sizes() {
    let nodes = [0, 1, 50, 100].map {
      Node(id: EntityID("\(1000 + $0)"), kind: .person, name: "", mentions: $0)
    }
    #expect(Placement(of: EntityGraph(nodes: nodes, ties: [])).sizes == [12, 13.4, 43.3, 60])
  }
}

import EntityGraphs
import Gazetteers

/// A graph of nodes `a`, `b`, … from ties such as `("a", "b", 3)`.
public func graph(_ nodes: String, _ ties: [(String, String, Double)] = []) -> EntityGraph {
  let names = nodes.map(String.init)
  return EntityGraph(
    nodes: names.enumerated().map { Node(id: EntityID($1), kind: .person, name: $1, mentions: $0) },
    ties: ties.map { first, second, weight in
      Tie(
        source: names.firstIndex(of: first)!, target: names.firstIndex(of: second)!,
        count: Int(weight), weight: weight)
    })
}

/// Numbers that a seed fixes (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A graph of `count` nodes and about `ties` ties.
public func randomGraph(seed: UInt64, count: Int, ties: Int) -> EntityGraph {
  var generator = SeededGenerator(seed: seed)
  let nodes = (0..<count).map {
    Node(
      id: EntityID("person/\($0)"), kind: .person, name: "Person No \($0)",
      mentions: Int.random(in: 1...50, using: &generator))
  }
  var pairs: [Set<Int>: Tie] = [:]
  for _ in 0..<(count < 2 ? 0 : ties) {
    let first = Int.random(in: 0..<count, using: &generator)
    let second = Int.random(in: 0..<count, using: &generator)
    guard first != second else { continue }
    pairs[[first, second]] = Tie(
      source: first, target: second, count: Int.random(in: 1...9, using: &generator))
  }
  return EntityGraph(nodes: nodes, ties: Array(pairs.values))
}

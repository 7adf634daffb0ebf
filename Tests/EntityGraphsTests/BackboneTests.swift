import EntityGraphs
import Gazetteers
import GraphSamples
import Testing

@Suite struct BackboneTests {
  /// A star about `a` whose ties weigh 1, 2, 3 and 10, and a tie of weight 4 between two of its leaves.
  private let sample: EntityGraph = {
    let plain = graph(
      "abcde", [("a", "b", 1), ("a", "c", 2), ("a", "d", 3), ("a", "e", 10), ("b", "c", 4)])
    let ties = plain.ties.map { tie in
      var tie = tie
      tie.measures = Measures(
        npmi: tie.weight == 3 ? .nan : tie.weight / 10 - 0.2, noiseCorrected: tie.weight / 2)
      return tie
    }
    return EntityGraph(nodes: plain.nodes, ties: ties)
  }()

  private func kept(_ backbone: Backbone?, limit: Int? = nil) -> String {
    let left = sample.backbone(backbone, limit: limit)
    #expect(left.nodes == sample.nodes)
    return left.ties.map { left.nodes[$0.source].name + left.nodes[$0.target].name }
      .joined(separator: " ")
  }

  @Test(
    "each method keeps what reaches its threshold",
    arguments: [
      (Backbone(.count), "ac ad ae bc"), (Backbone(.count, threshold: 4), "ae bc"),
      // A measure that is not known is below every threshold.
      (Backbone(.measure(.npmi)), "ac ae bc"),
      (Backbone(.measure(.npmi), threshold: 0.5), "ae"),
      (Backbone(.measure(.npmi), threshold: -9), "ab ac ae bc"),
      (Backbone(.noiseCorrected), "ae bc"),
      (Backbone(.noiseCorrected, threshold: 1), "ac ad ae bc"),
      // Shares of 10/16 among four ties: (6/16)³ = 0.0527; of 4/5 and 4/6 among two: 0.2.
      (Backbone(.disparity), ""), (Backbone(.disparity, threshold: 0.06), "ae"),
      (Backbone(.disparity, threshold: 0.25), "ae bc"),
      // One of its own is enough: e has a single tie, c's strongest is that to b.
      (Backbone(.top, threshold: 1), "ad ae bc"), (Backbone(.top, threshold: 2), "ab ac ad ae bc"),
    ])
  func thresholds(backbone: Backbone, expected: String) {
    #expect(kept(backbone) == expected)
  }

  @Test(
    "a limit keeps the best by the score, then by weight, then by identifiers",
    arguments: [
      (nil, 2, "ae bc"), (nil, 0, ""), (nil, 9, "ab ac ad ae bc"),
      (Backbone(.count, threshold: 1), 3, "ad ae bc"),
      (Backbone(.disparity, threshold: 1), 1, "ae"),
      (Backbone(.top, threshold: 1), 2, "ae bc"),
    ])
  func limit(backbone: Backbone?, limit: Int, expected: String) {
    #expect(kept(backbone, limit: limit) == expected)
  }

  @Test("the disparity is the probability of Serrano and others")
  func disparity() {
    let scores = Backbone.Method.disparity.scores(of: sample)
    for (score, expected) in zip(
      scores, [0.8, 4.0 / 6, 2197.0 / 4096, 216.0 / 4096, 0.2])
    {
      #expect(abs(score - expected) < 1e-12)
    }
    // A tie that is the only one of both its ends says nothing.
    #expect(Backbone.Method.disparity.scores(of: graph("ab", [("a", "b", 9)])) == [1])
  }

  @Test("a filter by measures and kinds keeps what it is told to keep")
  func filters() {
    var filter = GraphFilter()
    filter.minimumMeasures = [.npmi: 0.1]
    #expect(sample.filtered(filter).ties.map(\.weight) == [10, 4])
    filter.kinds = [Kind("ship")]
    filter.alwaysKept = [EntityID("b"), EntityID("c")]
    #expect(sample.filtered(filter).nodes.map(\.name) == ["b", "c"])
    #expect(sample.filtered(filter).ties.count == 1)
  }
}

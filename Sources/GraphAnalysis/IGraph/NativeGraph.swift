import CIGraph
import EntityGraphs

/// A graph as igraph has it, with the weights of its ties; its vertices are the indices of the nodes.
///
/// It is made and used within `IGraphSession.run` only.
///
/// Invariant: `raw` is one initialised graph, which this object alone owns and destroys.
@safe final class NativeGraph {
  let raw: UnsafeMutablePointer<igraph_t>

  /// The weights of the ties, in the order of the graph's ties.
  let weights: RealVector

  /// The lengths of the ties, in the same order: one divided by the weight.
  let lengths: RealVector

  /// - Throws: `GraphAnalysisError` where a weight is no positive number or memory runs out.
  init(_ graph: EntityGraph) throws(GraphAnalysisError) {
    try graph.checkWeights()
    weights = try RealVector(graph.ties.map(\.weight))
    lengths = try RealVector(graph.ties.map(\.length))
    let ends = try IntegerVector(graph.ties.flatMap { [$0.source, $0.target] })
    unsafe raw = try IGraphSession.make {
      unsafe igraph_create($0, ends.raw, igraph_integer_t(graph.nodes.count), false)
    }
  }

  deinit {
    unsafe igraph_destroy(raw)
    unsafe raw.deallocate()
  }
}

extension EntityGraph {
  /// Refuses weights that are not positive, or not finite.
  func checkWeights() throws(GraphAnalysisError) {
    for tie in ties where !(tie.weight > 0 && tie.length > 0 && tie.length.isFinite) {
      throw .weight(
        source: nodes[tie.source].id.text, target: nodes[tie.target].id.text, weight: tie.weight)
    }
  }
}

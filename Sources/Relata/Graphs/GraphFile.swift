import Dates
import EntityGraphs
import FoundationEssentials
import Gazetteers
import TextFiles

/// Reads a graph back from `graph.json`.
public enum GraphFile {
  /// - Parameter path: A file that the node-link exporter wrote.
  /// - Returns: The graph, with what an analysis said of its nodes; the attributes of its nodes and what
  ///   it was laid out as are left aside.
  /// - Throws: `GraphFileError` where the file cannot be read or holds no such graph.
  public static func read(_ path: String) throws(GraphFileError) -> EntityGraph {
    let data: Data
    do {
      data = try FileBytes(path: path).withBytes { span in
        unsafe span.withUnsafeBufferPointer { unsafe Data(buffer: $0) }
      }
    } catch {
      guard !ReadablePath.isFolder(path) else { throw folderError(path) }
      throw GraphFileError(path: path, reason: error.reason)
    }
    let file: NodeLinkFile
    do {
      file = try JSONDecoder().decode(NodeLinkFile.self, from: data)
    } catch {
      throw GraphFileError(path: path, reason: "it is no graph.json as `relata build` writes it")
    }
    return try file.graph(path)
  }

  /// What to say of a folder that is given instead of the file in it.
  private static func folderError(_ path: String) -> GraphFileError {
    let file = path.hasSuffix("/") ? path + "graph.json" : path + "/graph.json"
    return GraphFileError(
      path: path, reason: "it is a folder", advice: "name the file in it, \"\(file)\"")
  }
}

/// A graph that cannot be read.
public struct GraphFileError: Error, Sendable, CustomStringConvertible {
  public var path: String
  public var reason: String
  /// What to do.
  public var advice = "write one with `relata build INPUT`"

  public var description: String {
    "cannot read the graph \"\(path)\": \(reason); \(advice)".onOneLine
  }
}

/// The shape of `graph.json`.
private struct NodeLinkFile: Decodable {
  struct FileNode: Decodable {
    var id: String
    var name: String
    var kind: String
    var mentions: Int
    var windows: Int
    var documents: Int
    var degree: Int?
    var strength: Double?
    var pagerank: Double?
    var betweenness: Double?
    var core: Int?
    var community: Int?
    var first: String?
    var last: String?

    /// All but the betweenness are there, or the node was not analysed.
    var analysis: NodeAnalysis? {
      guard let degree, let strength, let pagerank, let core, let community else { return nil }
      return NodeAnalysis(
        degree: degree, strength: strength, pageRank: pagerank, betweenness: betweenness,
        core: core, community: community)
    }
  }

  struct FileTie: Decodable {
    var source: String
    var target: String
    var weight: Double
    var count: Int
    var repeats: Int
    var documents: Int
    var sources: Int?
    var first: String?
    var last: String?
    /// Measures are left out where they are not finite.
    var npmi: Double?
    var jaccard: Double?
    var llr: Double?
    var noiseCorrected: Double?
    var evidence: [FileEvidence]?

    enum CodingKeys: String, CodingKey {
      case source, target, weight, count, repeats, documents, sources, first, last, npmi, jaccard
      case llr, evidence
      case noiseCorrected = "noise_corrected"
    }
  }

  struct FileEvidence: Decodable {
    var document: String
    var start: Int
    var end: Int
    var text: String
  }

  /// The places of two nodes, the smaller first.
  private struct Pair: Hashable {
    var first: Int
    var second: Int

    init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }
  }

  var nodes: [FileNode]
  var edges: [FileTie]

  func graph(_ path: String) throws(GraphFileError) -> EntityGraph {
    // By bytes: two strings are equal as well where one has precomposed letters.
    var place: [[UInt8]: Int] = [:]
    for (index, node) in nodes.enumerated() {
      if place.updateValue(index, forKey: Array(node.id.utf8)) != nil {
        throw GraphFileError(path: path, reason: "node \"\(node.id)\" stands twice")
      }
    }
    var pairs: Set<Pair> = []
    pairs.reserveCapacity(edges.count)
    var ties: [Tie] = []
    ties.reserveCapacity(edges.count)
    for edge in edges {
      guard let source = place[Array(edge.source.utf8)],
        let target = place[Array(edge.target.utf8)], source != target,
        pairs.insert(Pair(min(source, target), max(source, target))).inserted
      else {
        throw GraphFileError(
          path: path,
          reason: "edge \"\(edge.source)\", \"\(edge.target)\" is doubled or ties no two nodes")
      }
      guard edge.weight > 0, edge.weight.isFinite, (1 / edge.weight).isFinite else {
        throw GraphFileError(
          path: path,
          reason: "edge \"\(edge.source)\", \"\(edge.target)\" has the weight \(edge.weight)",
          advice: "give it a positive one")
      }
      ties.append(
        Tie(
          source: source, target: target, count: edge.count, repeats: edge.repeats,
          documents: edge.documents, sources: edge.sources ?? 0,
          days: try days(edge.first, edge.last, path), weight: edge.weight,
          measures: Measures(
            npmi: edge.npmi ?? .nan, jaccard: edge.jaccard ?? .nan, llr: edge.llr ?? .nan,
            noiseCorrected: edge.noiseCorrected ?? .nan),
          evidence: (edge.evidence ?? []).map {
            Evidence(document: $0.document, start: $0.start, end: $0.end, text: $0.text)
          }))
    }
    let nodes = try nodes.map { node throws(GraphFileError) in
      Node(
        id: EntityID(node.id), kind: Kind(node.kind), name: node.name, mentions: node.mentions,
        windows: node.windows, documents: node.documents,
        days: try days(node.first, node.last, path), analysis: node.analysis)
    }
    return EntityGraph(nodes: nodes, ties: ties)
  }

  /// The days that two texts name; nil where there are none.
  private func days(
    _ first: String?, _ last: String?, _ path: String
  ) throws(GraphFileError) -> DaySpan? {
    guard let first, let last else { return nil }
    guard let start = StatedDate(iso: first), let end = StatedDate(iso: last),
      start.precision == .day, end.precision == .day, start.firstDay <= end.firstDay
    else {
      throw GraphFileError(path: path, reason: "\"\(first)\" to \"\(last)\" are no days")
    }
    return DaySpan(first: start.firstDay, last: end.firstDay)
  }
}

import EntityGraphs
import Gazetteers
import TextFiles

/// The graph as the script of a page reads it, a node or tie a line:
///
///     {"total":{"nodes":2,"ties":1},"kinds":[{"name":"country","colour":"#E69F00"}],
///     "documents":["000.txt"],"windows":[[0,96,231,"The sentence."]],
///     "nodeFields":["id",…],"nodes":[["country/KP",…],…],
///     "tieFields":["source",…],"ties":[[0,1,…,[0]],…]}
///
/// Kinds, documents and windows are written once and told by their number: a sentence that names
/// five entities is evidence of ten ties.
struct PageData {
  /// A window of a document. Two documents may have one identifier, so a place does not tell it;
  /// bytes, because two strings are equal as well where one has precomposed letters.
  private struct Window: Hashable {
    var document: Int
    var start: Int
    var end: Int
    var text: [UInt8]
  }

  private static let nodeFields = [
    "id", "name", "kind", "mentions", "windows", "documents", "size", "x", "y", "attributes",
  ]
  private static let tieFields = [
    "source", "target", "weight", "count", "repeats", "documents", "sources", "npmi", "jaccard",
    "llr", "noise_corrected", "evidence",
  ]

  private let graph: EntityGraph
  private let placement: Placement
  private let selection: PageSelection

  init(_ graph: EntityGraph, _ placement: Placement, _ selection: PageSelection) {
    self.graph = graph
    self.placement = placement
    self.selection = selection
  }

  /// Writes all, as it may stand in an element of a page.
  ///
  /// - Parameter sink: Where it goes.
  func write(to sink: any ByteSink) throws(ExportError) {
    var page = PageText(sink: sink)
    page.json.append("\n{\"total\":{\"nodes\":\(graph.nodes.count),\"ties\":\(graph.ties.count)}")
    let kinds = writeKinds(to: &page.json)
    let evidence = try writeEvidence(to: &page)
    Self.append(fields: Self.nodeFields, as: "nodeFields", to: &page.json)
    page.json.append(",\n\"nodes\":[")
    for (place, index) in selection.nodes.enumerated() {
      page.json.append(place == 0 ? "\n" : ",\n")
      append(node: index, kind: kinds[graph.nodes[index].kind] ?? 0, to: &page.json)
      try page.pass()
    }
    page.json.append("]")
    Self.append(fields: Self.tieFields, as: "tieFields", to: &page.json)
    page.json.append(",\n\"ties\":[")
    var places = [Int](repeating: 0, count: graph.nodes.count)
    for (place, index) in selection.nodes.enumerated() { places[index] = place }
    for (place, index) in selection.ties.enumerated() {
      page.json.append(place == 0 ? "\n" : ",\n")
      append(graph.ties[index], places, evidence[place], to: &page.json)
      try page.pass()
    }
    page.json.append("]}\n")
    try page.pass(beyond: 0)
  }

  /// - Returns: The number of each kind.
  private func writeKinds(to json: inout ByteBuffer) -> [Kind: Int] {
    var numbers: [Kind: Int] = [:]
    json.append(",\n\"kinds\":[")
    for index in selection.nodes {
      let kind = graph.nodes[index].kind
      guard numbers[kind] == nil else { continue }
      if !numbers.isEmpty { json.append(",") }
      numbers[kind] = numbers.count
      json.append("{\"name\":")
      JSONText.append(kind.name, to: &json)
      json.append(",\"colour\":\"\(Appearance.colour(of: kind).hexadecimal)\"}")
    }
    json.append("]")
    return numbers
  }

  /// - Returns: For each tie of the selection the numbers of its windows.
  private func writeEvidence(to page: inout PageText) throws(ExportError) -> [[Int]] {
    var documents: [[UInt8]: Int] = [:]
    var names: [String] = []
    var windows: [Window: Int] = [:]
    var numbers: [[Int]] = []
    page.json.append(",\n\"windows\":[")
    for index in selection.ties {
      var own: [Int] = []
      for window in graph.ties[index].evidence {
        let bytes = Array(window.document.utf8)
        let document = documents[bytes] ?? names.count
        if document == names.count {
          documents[bytes] = document
          names.append(window.document)
        }
        let key = Window(
          document: document, start: window.start, end: window.end,
          text: Array(window.text.utf8))
        if let known = windows[key] {
          own.append(known)
          continue
        }
        own.append(windows.count)
        page.json.append(windows.isEmpty ? "\n[" : ",\n[")
        windows[key] = windows.count
        page.json.append("\(document),\(window.start),\(window.end),")
        JSONText.append(window.text, to: &page.json)
        page.json.append("]")
        try page.pass()
      }
      numbers.append(own)
    }
    page.json.append("]")
    Self.append(fields: names, as: "documents", to: &page.json)
    return numbers
  }

  private static func append(fields: [String], as name: String, to json: inout ByteBuffer) {
    json.append(",\n\"\(name)\":[")
    for (place, field) in fields.enumerated() {
      if place > 0 { json.append(",") }
      JSONText.append(field, to: &json)
    }
    json.append("]")
  }

  private func append(node index: Int, kind: Int, to json: inout ByteBuffer) {
    let (node, place) = (graph.nodes[index], placement.positions[index])
    json.append("[")
    JSONText.append(node.id.text, to: &json)
    json.append(",")
    JSONText.append(node.name, to: &json)
    json.append(",\(kind),\(node.mentions),\(node.windows),\(node.documents)")
    // On the canvas down is positive, and minus zero is none.
    for value in [placement.sizes[index], place.x, 0 - place.y] {
      json.append(",")
      JSONText.append(value, decimals: 1, to: &json)
    }
    json.append(",[")
    for (number, attribute) in node.attributes.enumerated() {
      json.append(number == 0 ? "[" : ",[")
      JSONText.append(attribute.name, to: &json)
      json.append(",")
      JSONText.append(attribute.value, to: &json)
      json.append("]")
    }
    json.append("]]")
  }

  private func append(
    _ tie: Tie, _ places: [Int], _ evidence: [Int], to json: inout ByteBuffer
  ) {
    json.append("[\(places[tie.source]),\(places[tie.target]),")
    json.append(weight: tie.weight)
    json.append(",\(tie.count),\(tie.repeats),\(tie.documents),")
    json.append(tie.sources > 0 ? "\(tie.sources)" : "null")
    let measures = tie.measures
    for value in [measures.npmi, measures.jaccard, measures.llr, measures.noiseCorrected] {
      json.append(",")
      JSONText.append(value, decimals: 6, to: &json)
    }
    json.append(",[" + evidence.map(String.init).joined(separator: ",") + "]]")
  }
}

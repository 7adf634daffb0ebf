import EntityGraphs
import Gazetteers
import TextFiles

/// FollowTheMoney JSON Lines, as Aleph and the tools of OpenSanctions read them: an entity a line, and
/// for each tie an `UnknownLink`, which says that two are connected and not how.
///
///     {"id":"entity-country.KP","schema":"Territory","properties":{"name":["North Korea"]}}
///     {"id":"tie-country.KP..country.RU","schema":"UnknownLink","properties":{"subject":[…],…}}
public struct FollowTheMoneyExporter: GraphExporter {
  /// So many characters a reader takes of a name, and of a word.
  private static let longest = (name: 384, word: 1024)

  /// The exporter has no options.
  public init() {}

  public var formatName: String { "ftm" }
  public var fileName: String { "graph.ftm.json" }

  public func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning] {
    var buffer = ByteBuffer()
    var warnings: [ExportWarning] = []
    let tokens = graph.nodes.map { FollowTheMoneyID.token(of: $0.id) }
    for (node, token) in zip(graph.nodes, tokens) {
      Self.append(
        id: FollowTheMoneyID.entity(token), schema: Self.schema(of: node.kind),
        properties(of: node, &warnings), to: &buffer)
      try sink.take(&buffer)
    }
    for tie in graph.ties {
      let (source, target) = (tokens[tie.source], tokens[tie.target])
      Self.append(
        id: FollowTheMoneyID.tie(source, target), schema: "UnknownLink",
        [
          ("subject", [FollowTheMoneyID.entity(source)]),
          ("object", [FollowTheMoneyID.entity(target)]),
          ("role", ["named together"]), ("summary", [Self.summary(of: tie)]),
          ("description", PlainText.windows(of: tie)),
        ], to: &buffer)
      try sink.take(&buffer)
    }
    try sink.take(&buffer, beyond: 0)
    return warnings
  }

  /// The schema that says what a kind is. One that we do not know is a `LegalEntity`, the widest that
  /// is not abstract; `keywords` has its own word.
  private static func schema(of kind: Kind) -> String {
    switch kind.name {
    case "person": "Person"
    case "organisation": "Organization"
    case "country", "place": "Territory"
    case "ship": "Vessel"
    case "aircraft": "Airplane"
    case "vehicle": "Vehicle"
    case "event": "Event"
    case "project": "Project"
    default: "LegalEntity"
    }
  }

  private func properties(
    of node: Node, _ warnings: inout [ExportWarning]
  ) -> [(String, [String])] {
    func cut(_ text: String, to longest: Int, field: String) -> String {
      guard text.unicodeScalars.count > longest else { return text }
      warnings.append(
        ExportWarning(file: fileName, owner: .node(node.id), field: field, change: .shortened))
      return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest - 1))) + "…"
    }
    // A name is required, and a reader takes away what cannot be seen, and quotes around a name.
    let name =
      [node.name, node.id.text].first { Self.isVisible($0.filter { $0 != "\"" }) } ?? "(no name)"
    let kind = cut(node.kind.name, to: Self.longest.word, field: "kind")
    var properties = [
      ("name", [cut(name, to: Self.longest.name, field: "name")]),
      ("keywords", [kind].filter(Self.isVisible)),
      ("notes", ["\(node.id.text): \(Self.counts(of: node))"]),
    ]
    if let wikidata = node.attributes.first(where: { $0.name == "wikidata" })?.value,
      WikidataID.isItem(wikidata)
    {
      properties.append(("wikidataId", [wikidata]))
    }
    let code = node.id.text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    if node.kind == .country, node.id.text == "country/\(code)", Self.isCountryCode(code) {
      properties += [("territoryCode", [code.lowercased()]), ("level", ["country"])]
    }
    return properties
  }

  /// Whether a text has more than spaces and controls.
  static func isVisible(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned: false
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }

  private static func isCountryCode(_ text: Substring) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  private static func counts(of node: Node) -> String {
    "mentions \(node.mentions), windows \(node.windows), documents \(node.documents)"
  }

  private static func summary(of tie: Tie) -> String {
    var buffer = ByteBuffer()
    buffer.append("weight ")
    buffer.append(weight: tie.weight)
    buffer.append(
      ", count \(tie.count), repeats \(tie.repeats), documents \(tie.documents)")
    if tie.sources > 0 { buffer.append(", sources \(tie.sources)") }
    return buffer.withBytes { String(copying: $0) }
  }

  /// Every value is a list of texts; a property without values is left out.
  private static func append(
    id: String, schema: String, _ properties: [(name: String, values: [String])],
    to buffer: inout ByteBuffer
  ) {
    buffer.append("{\"id\":\"\(id)\",\"schema\":\"\(schema)\",\"properties\":{")
    for (place, property) in properties.lazy.filter({ !$0.values.isEmpty }).enumerated() {
      buffer.append("\(place == 0 ? "" : ",")\"\(property.name)\":[")
      for (number, value) in property.values.enumerated() {
        if number > 0 { buffer.append(",") }
        JSONText.append(value, to: &buffer)
      }
      buffer.append("]")
    }
    buffer.append("}}\n")
  }
}

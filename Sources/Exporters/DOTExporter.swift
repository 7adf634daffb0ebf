import Dates
import EntityGraphs
import Gazetteers
import TextFiles

/// DOT for Graphviz, in the subset that Gephi's importer reads as well: attributes stand on each
/// node and tie, never in `node [...]` or `graph [...]`, and ids are `n0`, `n1`, ….
///
/// `neato -n -Goutputorder=edgesfirst -Tsvg graph.dot` draws the nodes where the file says, over the
/// ties; `dot` and the others lay them out anew.
public struct DOTExporter: SharedExporter {
  /// The exporter has no options.
  public init() {}

  public var formatName: String { "dot" }
  public var fileName: String { "graph.dot" }
  public var showsEvidence: Bool { false }

  public func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning] {
    try write(graph, placement: placement, to: sink, spare: SpareThreads(0))
  }

  func write(
    _ graph: EntityGraph, placement: Placement, to sink: any ByteSink, spare: SpareThreads
  ) throws(ExportError) -> [ExportWarning] {
    let greatest = graph.ties.greatestCount
    var state = State(greatest: greatest)
    state.buffer.append(literal: "graph relata {\n")
    for index in graph.nodes.indices {
      appendNode(index, of: graph, placement, to: &state)
      try sink.take(&state.buffer)
    }
    try sink.take(&state.buffer, beyond: 0)
    var warnings = state.warnings
    try TiePieces.write(graph.ties.count, spare: spare, into: State(greatest: greatest)) {
      (ties, state: inout State) in
      for index in ties {
        graph.prefetchEvidence(aheadOfTie: index)
        appendTie(graph.ties[index], of: graph, to: &state)
      }
    } take: { (state: inout State) throws(ExportError) in
      try sink.take(&state.buffer, beyond: 0)
      warnings += state.warnings
      state.warnings = []
    }
    state.buffer.append(literal: "}\n")
    try sink.take(&state.buffer, beyond: 0)
    return warnings
  }

  private struct State: ~Copyable {
    var buffer = ByteBuffer()
    var warnings: [ExportWarning] = []
    var colours: [Kind: String] = [:]
    var looks = CountMarkup()
    let greatest: Int

    init(greatest: Int) { self.greatest = greatest }

    mutating func text(
      _ attribute: StaticString, _ text: String, _ owner: @autoclosure () -> ExportWarning.Owner,
      field: String
    ) {
      buffer.append(literal: attribute)
      if text.withUTF8Span({ DOTText.appendLabel($0, to: &buffer) }) { warn(owner(), field: field) }
    }

    mutating func text(_ attribute: StaticString, _ text: NodeText, of node: Node) {
      buffer.append(literal: attribute)
      text.lend(of: node) { utf8 in
        if DOTText.appendLabel(utf8, to: &buffer) { warn(.node(node.id), field: text.rawValue) }
      }
    }

    /// Appends a part of a label.
    ///
    /// - Parameter utf8: Any text.
    mutating func part(
      _ utf8: Span<UInt8>, _ owner: @autoclosure () -> ExportWarning.Owner, field: String
    ) {
      if DOTText.append(utf8, to: &buffer) { warn(owner(), field: field) }
    }

    private mutating func warn(_ owner: ExportWarning.Owner, field: String) {
      warnings.append(
        ExportWarning(file: "graph.dot", owner: owner, field: field, change: .replacedCharacters))
    }

    mutating func number(_ attribute: StaticString, _ value: Double, decimals: Int) {
      buffer.append(literal: attribute)
      buffer.append(value, decimals: decimals)
    }

    mutating func days(_ days: DaySpan?) {
      buffer.append(days, first: ", first=\"", last: "\", last=\"", end: "\"")
    }

    /// Appends days as a tooltip has them: `2024-06-19 to 2024-07-02`, or the one day.
    mutating func appendDays(_ days: DaySpan) {
      buffer.append(days.first)
      guard days.last != days.first else { return }
      buffer.append(literal: " to ")
      buffer.append(days.last)
    }

    mutating func colour(of kind: Kind) -> String {
      if let known = colours[kind] { return known }
      let colour = Appearance.colour(of: kind).hsb
      colours[kind] = colour
      return colour
    }

    /// Appends the width and the colour of a tie.
    mutating func appendLook(_ count: Int) {
      let greatest = greatest
      looks.append(count, to: &buffer) { markup in
        markup.append(literal: ", penwidth=")
        markup.append(Appearance.penWidth(count: count, greatest: greatest), decimals: 2)
        markup.append(literal: ", color=\"")
        markup.append(Appearance.tieColour(count: count, greatest: greatest).hsb)
        markup.append(literal: "\"")
      }
    }
  }

  private func appendNode(
    _ index: Int, of graph: EntityGraph, _ placement: Placement, to state: inout State
  ) {
    let node = graph.nodes[index]
    let size = placement.sizes[index]
    state.buffer.append(literal: "  n")
    state.buffer.append(graph.number(ofNode: index))
    state.text(" [label=", .name, of: node)
    state.text(", kind=", node.kind.name, .node(node.id), field: "kind")
    state.text(", entity=", .id, of: node)
    let colour = state.colour(of: node.kind)
    state.buffer.append(literal: ", color=\"")
    state.buffer.append(colour)
    state.buffer.append(literal: "\", fillcolor=\"")
    state.buffer.append(colour)
    // Fixed as to the shape only: the label may be wider, and Graphviz leaves room for it.
    state.buffer.append(literal: "\", style=filled, shape=circle, fixedsize=shape")
    state.number(", width=", size / 72, decimals: 3)
    state.number(", height=", size / 72, decimals: 3)
    state.number(", fontsize=", Placement.labelSize(diameter: size), decimals: 1)
    state.number(", pos=\"", placement.positions[index].x, decimals: 1)
    state.number(",", placement.positions[index].y, decimals: 1)
    state.buffer.append(literal: "\", mentions=")
    state.buffer.append(node.mentions)
    for field in AnalysisField.allCases {
      guard let value = field.value(of: node), value.isFinite else { continue }
      state.buffer.append(", \(field.rawValue)=\"")
      field.append(value, to: &state.buffer)
      state.buffer.append(literal: "\"")
    }
    state.days(node.days)
    if let days = node.days {
      state.buffer.append(literal: ", tooltip=\"")
      state.appendDays(days)
      state.buffer.append(literal: ": ")
      node.withName { state.part($0, .node(node.id), field: "name") }
      state.buffer.append(UInt8(ascii: "\""))
    }
    state.buffer.append(literal: "];\n")
  }

  private func appendTie(_ tie: Tie, of graph: EntityGraph, to state: inout State) {
    state.buffer.append(literal: "  n")
    state.buffer.append(graph.number(ofNode: tie.source))
    state.buffer.append(literal: " -- n")
    state.buffer.append(graph.number(ofNode: tie.target))
    // In quotes, since a very small or large weight has an exponent.
    state.buffer.append(literal: " [weight=\"")
    state.buffer.append(weight: tie.weight)
    state.buffer.append(literal: "\", count=")
    state.buffer.append(tie.count)
    state.appendLook(tie.count)
    state.days(tie.days)
    appendTooltip(of: tie, graph, to: &state)
    state.buffer.append(literal: "];\n")
  }

  /// What an SVG shows under the pointer: `2024-06-19 to 2024-07-02: The first sentence.`
  private func appendTooltip(of tie: Tie, _ graph: EntityGraph, to state: inout State) {
    var isOpen = false
    if let days = tie.days {
      state.buffer.append(literal: ", tooltip=\"")
      state.appendDays(days)
      isOpen = true
    }
    tie.forEachEvidence(limit: 1) { _, _, _, text in
      if isOpen {
        state.buffer.append(literal: ": ")
      } else if !text.isEmpty {
        state.buffer.append(literal: ", tooltip=\"")
        isOpen = true
      }
      state.part(
        text, .tie(tie, of: graph), field: "evidence")
    }
    if isOpen { state.buffer.append(UInt8(ascii: "\"")) }
  }
}

import EntityGraphs
import Gazetteers

/// Something of the graph that a format cannot hold as it is, and what stands there instead.
public struct ExportWarning: Sendable, Equatable, CustomStringConvertible {
  /// What was done about a text.
  public enum Change: Sendable, Equatable {
    /// Characters that the format forbids became U+FFFD.
    case replacedCharacters

    /// A spreadsheet would run the cell as a formula: a `'` was put before it.
    case neutralisedFormula

    /// The format limits the length of a text: its end was left out.
    case shortened
  }

  /// What the text belongs to.
  public enum Owner: Sendable, Equatable {
    /// A node, by its id.
    case node(EntityID)
    /// A tie, by the ids of its nodes.
    case tie(EntityID, EntityID)
    /// The heading of a column of attributes.
    case column

    /// A tie of a graph. In a function of its own, so that ids are copied only where there is something
    /// to warn of.
    @inline(never)
    static func tie(_ tie: Tie, of graph: EntityGraph) -> Owner {
      .tie(graph.nodes[tie.source].id, graph.nodes[tie.target].id)
    }
  }

  /// The name of the file: `graph.graphml`.
  public let file: String

  /// What the text belongs to.
  public let owner: Owner

  /// Which of its texts: `name`, `kind`, `evidence`, the name of an attribute.
  public let field: String

  /// What was done about it.
  public let change: Change

  /// The parameters are what the properties of the same names say.
  public init(file: String, owner: Owner, field: String, change: Change) {
    self.file = file
    self.owner = owner
    self.field = field
    self.change = change
  }

  /// One line, safe to print on a terminal whatever the names hold.
  public var description: String {
    let place =
      switch owner {
      case .node(let id): "\(Self.shown(field)) of node \"\(Self.shown(id.text))\""
      case .tie(let source, let target):
        "\(Self.shown(field)) of the tie \"\(Self.shown(source.text))\" to "
          + "\"\(Self.shown(target.text))\""
      case .column: "heading \"\(Self.shown(field))\""
      }
    return switch change {
    case .replacedCharacters:
      "\(file): \(place) has characters that the format forbids; they are written as U+FFFD"
    case .neutralisedFormula:
      "\(file): \(place) would be a formula in a spreadsheet; it is written with a ' before it"
    case .shortened:
      "\(file): \(place) is longer than the format allows; its end is left out"
    }
  }

  private static func shown(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(80) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned:
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return text.unicodeScalars.dropFirst(80).isEmpty ? shown : shown + "…"
  }
}

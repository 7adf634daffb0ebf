import ArgumentParser
import EntityGraphs
import Gazetteers
import TextFiles

/// What of a graph a command looks at. What is left out counts for nothing: no way leads through it.
struct GraphFilterOptions: ParsableArguments {
  @Option(
    name: .customLong("kind"),
    help: ArgumentHelp(
      "Look at entities of this kind only, beside those named. Repeatable.", valueName: "kind"))
  var kinds: [String] = []

  @Option(
    name: .customLong("min-weight"), parsing: .unconditional,
    help: ArgumentHelp("Look at ties of this weight and more only.", valueName: "number"))
  var minimumWeight: Double?

  @Option(
    name: .customLong("min-measure"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Look at ties with this measure and more only: npmi=0.2. Repeatable; of npmi, jaccard, llr, noise_corrected.",
      valueName: "name=number"),
    transform: Self.measureBound)
  var minimumMeasures: [MeasureBound] = []

  @OptionGroup var documents: DocumentRangeOptions

  /// The least that a measure must be.
  struct MeasureBound {
    var measure: TieMeasure
    var least: Double
  }

  /// `npmi=0.2`.
  static func measureBound(_ word: String) throws -> MeasureBound {
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let measure = TieMeasure(rawValue: parts[0]),
      let least = Double(parts[1]), least.isFinite
    else {
      let names = TieMeasure.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "--min-measure \(word.prefix(80)) is no measure and number; give npmi=0.2 or another of \(names)"
      )
    }
    return MeasureBound(measure: measure, least: least)
  }

  func validate() throws {
    if let minimumWeight, !minimumWeight.isFinite {
      throw ValidationError("--min-weight \(minimumWeight) is not possible; give a number")
    }
  }

  /// The part of a graph to look at.
  ///
  /// - Parameters:
  ///   - graph: The whole graph.
  ///   - kept: Nodes of it that stay whatever their kind.
  func apply(to graph: EntityGraph, keeping kept: [Int] = []) throws -> EntityGraph {
    var filter = GraphFilter()
    if !kinds.isEmpty {
      let known = Set(graph.nodes.map(\.kind))
      for kind in kinds where !known.contains(Kind(kind)) {
        let names = known.map(\.name).sorted().joined(separator: ", ")
        throw NoSuchKind(kind: kind, known: names)
      }
      filter.kinds = Set(kinds.map(Kind.init))
    }
    filter.minimumWeight = minimumWeight ?? 0
    for bound in minimumMeasures { filter.minimumMeasures[bound.measure] = bound.least }
    if filter == GraphFilter() { return graph }
    filter.alwaysKept = Set(kept.map { graph.nodes[$0].id })
    return graph.filtered(filter)
  }
}

/// A kind that no entity of a graph is of.
struct NoSuchKind: Error, CustomStringConvertible {
  var kind: String
  var known: String

  var description: String {
    let start = "no entity of the graph is of the kind \"\(kind.prefix(80))\""
    return (known.isEmpty ? start : start + "; there are " + known).onOneLine
  }
}

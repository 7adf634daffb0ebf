import Dates
import EntityGraphs
import TextFiles

/// Takes the ties of a graph as they are read, in a few large tables.
struct LoadedTies {
  private var rows = PagedArray<TieRow>()
  private var measures = PagedArray<Measures>()

  /// Appends a tie.
  ///
  /// - Parameters:
  ///   - source: The place of one of its nodes.
  ///   - target: The place of the other.
  mutating func append(
    source: Int, target: Int, count: Int, repeats: Int, documents: Int, sources: Int,
    days: DaySpan? = nil, weight: Double, _ itsMeasures: Measures
  ) {
    rows.append(
      TieRow(
        source: source, target: target, count: count, repeats: repeats, documents: documents,
        sources: sources, days: days, weight: weight, place: UInt64(measures.count)))
    measures.append(itsMeasures)
  }

  /// The ties in the order in which they were appended.
  var list: TieList { TieList(rows, LoadedMeasures(measures)) }
}

/// The measures of ties that were read together; their evidence is set apart.
private final class LoadedMeasures: TieRecords, @unchecked Sendable {
  private let measures: PagedArray<Measures>

  init(_ measures: PagedArray<Measures>) { self.measures = measures }

  override func measures(at place: UInt64) -> Measures { measures[Int(place)] }
}

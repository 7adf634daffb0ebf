import Dates
import Workspaces

/// Counts by day put together by slices of time.
public struct Timeline: Sendable, Equatable {
  /// A slice with its counts.
  public struct Row: Sendable, Equatable {
    public var slice: TimeSlice
    public var count: Int
    public var documents: Int
  }

  /// The slices from the first to the last with a count, those without any among them.
  public private(set) var rows: [Row] = []

  /// What could not be put into a slice: documents without a date, or with one that says too little.
  public private(set) var unplaced = 0

  /// A timeline has no more slices than these: `--by day` over three thousand years.
  public static let largestNumberOfSlices = 100_000

  /// - Parameters:
  ///   - days: What is counted of each date.
  ///   - length: How long the slices are.
  public init(_ days: [Workspace.DayCount], by length: SliceLength) {
    var counts: [TimeSlice: (count: Int, documents: Int)] = [:]
    for day in days {
      guard let span = day.date.flatMap({ StatedDate(iso: $0) })?.days,
        let slice = TimeSlice(length, holding: span)
      else {
        unplaced += day.count
        continue
      }
      counts[slice, default: (0, 0)].count += day.count
      counts[slice, default: (0, 0)].documents += day.documents
    }
    guard let first = counts.keys.min(), let last = counts.keys.max() else { return }
    var slice = first
    while slice <= last, rows.count < Self.largestNumberOfSlices {
      let count = counts[slice] ?? (0, 0)
      rows.append(Row(slice: slice, count: count.count, documents: count.documents))
      slice = TimeSlice(length, holding: CalendarDay(number: slice.lastDay.number + 1))
    }
  }
}

import Gazetteers

/// What an import read, wrote and left out.
public struct ImportSummary: Sendable {
  /// How many findings are kept; of a file that is not what it was said to be there could be millions.
  static let mostFindings = 100

  /// Rows, lines or records read.
  public internal(set) var rows = 0

  /// Entities written.
  public internal(set) var entities = 0

  /// Names written, name parts of persons not among them.
  public internal(set) var names = 0

  /// Rows that are not as the format says; what was readable of them was used.
  public internal(set) var badRows = 0

  /// What is wrong with the first hundred of them.
  public internal(set) var findings: [GazetteerFinding] = []

  /// Records that made no entity, counted by reason: `below the least population`.
  public internal(set) var droppedRecords: [String: Int] = [:]

  /// Names that were not written, counted by reason: `of one letter`.
  public internal(set) var droppedNames: [String: Int] = [:]

  /// What else a user should know, in the order it was found: columns that are passed over.
  public internal(set) var notes: [String] = []

  /// Reasons with their counts, the most frequent first.
  static func ordered(_ counts: [String: Int]) -> [(reason: String, count: Int)] {
    counts.map { (reason: $0.key, count: $0.value) }.sorted { left, right in
      left.count != right.count
        ? left.count > right.count : Utf8Order.precedes(left.reason, right.reason)
    }
  }
}

import GRDB

/// Which documents a question is about, and what each one's source is: read once, so that the evidence
/// and the mentions of very many of them are counted without a look-up for each.
struct DocumentsInRange {
  /// By the number of a document of the range: a number for its source from 1 on, 0 where it has none.
  private var sources: [Int: Int] = [:]

  /// - Complexity: O(documents).
  init(_ range: DocumentRange, _ database: Database) throws {
    var numbers: [String: Int] = [:]
    let rows = try PlainStatement(
      database,
      "SELECT d.number, d.source FROM documents AS d WHERE \(DocumentRange.condition)")
    range.bind(rows)
    while try rows.step() {
      var number = 0
      if let source = rows.text(1) {
        number = numbers[source] ?? numbers.count + 1
        numbers[source] = number
      }
      sources[rows.int(0)] = number
    }
  }

  /// The number of a document's source, 0 where it has none; `nil` where the document is not in the range.
  func source(of document: Int) -> Int? { sources[document] }
}

/// Counts what some documents say of ties, one tie after another.
struct TieCounter {
  /// What was counted of a tie.
  struct Count {
    /// The numbers of its entities.
    var source: Int
    var target: Int
    /// Windows of different wording that hold both, and all windows that do.
    var wordings = 0
    var windows = 0
    var documents = 0
    var sources = 0
  }

  /// Of each tie so far.
  private(set) var counts: [Count] = []

  // What the last tie was counted by.
  private var wordings: Set<Int> = []
  private var documents: Set<Int> = []
  private var sources: Set<Int> = []

  /// Adds a window that holds both ends of a tie.
  ///
  /// - Parameters:
  ///   - ends: The numbers of the entities; all windows of a tie come one after another.
  ///   - wording: What tells windows of the same wording.
  ///   - document: The number of its document.
  ///   - source: The number of the document's source, or 0.
  mutating func add(_ ends: (source: Int, target: Int), wording: Int, document: Int, source: Int) {
    if counts.last.map({ ($0.source, $0.target) != ends }) ?? true {
      counts.append(Count(source: ends.source, target: ends.target))
      wordings.removeAll(keepingCapacity: true)
      documents.removeAll(keepingCapacity: true)
      sources.removeAll(keepingCapacity: true)
    }
    let last = counts.count - 1
    counts[last].windows += 1
    if wordings.insert(wording).inserted { counts[last].wordings += 1 }
    if documents.insert(document).inserted { counts[last].documents += 1 }
    if source > 0, sources.insert(source).inserted { counts[last].sources += 1 }
  }
}

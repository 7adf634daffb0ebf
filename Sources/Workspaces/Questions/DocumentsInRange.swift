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

/// Counts what some documents say of ties.
struct TieCounter {
  /// A window that holds both ends of a tie.
  struct Window {
    /// The numbers of the entities.
    var source: Int
    var target: Int
    /// What tells windows of the same wording.
    var wording: Int
    /// The number of its document.
    var document: Int
    /// The number of the document's source, or 0.
    var documentSource: Int
  }

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

  // What the last tie was counted by.
  private var wordings: Set<Int> = []
  private var documents: Set<Int> = []
  private var sources: Set<Int> = []

  /// Counts the ties of windows, in the order of the numbers of their ends.
  ///
  /// - Parameter windows: In any order; they are put into that of their ties. To read them so would take
  ///   as many jumps in the file as there are windows.
  static func counts(of windows: inout [Window]) -> [Count] {
    windows.sort { ($0.source, $0.target) < ($1.source, $1.target) }
    var counter = TieCounter()
    var counts: [Count] = []
    for window in windows {
      if counts.last.map({ ($0.source, $0.target) != (window.source, window.target) }) ?? true {
        counts.append(Count(source: window.source, target: window.target))
        counter.beginTie()
      }
      counter.add(window, to: &counts[counts.count - 1])
    }
    return counts
  }

  private mutating func beginTie() {
    wordings.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ window: Window, to count: inout Count) {
    count.windows += 1
    if wordings.insert(window.wording).inserted { count.wordings += 1 }
    if documents.insert(window.document).inserted { count.documents += 1 }
    if window.documentSource > 0, sources.insert(window.documentSource).inserted {
      count.sources += 1
    }
  }
}

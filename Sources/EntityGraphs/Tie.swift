import Dates

/// An undirected edge between two entities, with its counts, measures and some of its evidence.
///
/// A large graph has millions of ties. So measures and evidence are read when they are asked for, from
/// memory or from a file.
public struct Tie: Sendable {
  private(set) var row: TieRow
  private var records: TieRecords

  public init(
    source: Int, target: Int, count: Int, repeats: Int = 0, documents: Int = 0, sources: Int = 0,
    days: DaySpan? = nil, weight: Double? = nil, measures: Measures = Measures(),
    evidence: [Evidence] = []
  ) {
    self.init(
      TieRow(
        source: source, target: target, count: count, repeats: repeats, documents: documents,
        sources: sources, days: days, weight: weight ?? Double(count), place: 0),
      StatedTieRecords(measures, evidence))
  }

  /// - Parameters:
  ///   - row: Its ends and counts.
  ///   - records: Where measures and evidence are read from.
  public init(_ row: TieRow, _ records: TieRecords) {
    self.row = row
    self.records = records
  }

  /// Index of the node with the smaller identifier.
  public var source: Int {
    get { Int(row.source) }
    set { row.source = UInt32(newValue) }
  }

  /// Index of the node with the larger identifier.
  public var target: Int {
    get { Int(row.target) }
    set { row.target = UInt32(newValue) }
  }

  /// Distinct windows that hold both entities.
  public var count: Int {
    get { Int(row.count) }
    set { row.count = UInt32(clamping: newValue) }
  }

  /// Windows that were repeats of one counted in `count`.
  public var repeats: Int {
    get { Int(row.repeats) }
    set { row.repeats = UInt32(clamping: newValue) }
  }

  /// Documents with at least one such window.
  public var documents: Int {
    get { Int(row.documents) }
    set { row.documents = UInt32(clamping: newValue) }
  }

  /// Distinct sources (sites, publishers) among those documents; 0 where none is known.
  public var sources: Int {
    get { Int(row.sources) }
    set { row.sources = UInt32(clamping: newValue) }
  }

  /// From the first to the last day of those documents; nil where none is dated.
  public var days: DaySpan? {
    get { row.days.span }
    set { row.days = DayBounds(newValue) }
  }

  /// The positive number that readers of the graph use as weight: `count` unless chosen otherwise.
  public var weight: Double {
    get { row.weight }
    set { row.weight = newValue }
  }

  /// Association measures.
  public var measures: Measures {
    get { records.measures(at: row.place) }
    set { (records, row.place) = (StatedTieRecords(newValue, evidence), 0) }
  }

  /// The first few distinct windows that support the tie, in document order.
  ///
  /// - Complexity: O(length of the texts): they are made anew. Writers use `forEachEvidence`.
  public var evidence: [Evidence] {
    get {
      var result: [Evidence] = []
      forEachEvidence { document, start, end, text in
        result.append(
          Evidence(
            document: String(copying: document), start: start, end: end,
            text: String(copying: text)))
      }
      return result
    }
    set { (records, row.place) = (StatedTieRecords(measures, newValue), 0) }
  }

  /// Whether any evidence is kept.
  public var hasEvidence: Bool { records.evidenceCount(at: row.place) > 0 }

  /// Asks for the memory of evidence that is read soon.
  func prefetchEvidence() { records.prefetchEvidence(at: row.place) }

  /// Lends the evidence window by window, as valid UTF-8.
  ///
  /// - Parameters:
  ///   - limit: How many windows at most.
  ///   - body: Receives the identifier of the document, the window's start and end in Unicode scalars,
  ///     and its text; it must not keep the bytes.
  public func forEachEvidence(
    limit: Int = .max,
    _ body: (_ document: Span<UInt8>, _ start: Int, _ end: Int, _ text: Span<UInt8>) -> Void
  ) {
    records.forEachEvidence(at: row.place, limit: limit, body)
  }
}

extension Tie: Equatable {
  /// Whether all that the ties say is the same.
  public static func == (left: Tie, right: Tie) -> Bool {
    left.row.saysSame(as: right.row) && left.measures == right.measures
      && left.evidence == right.evidence
  }
}

/// How much more often two entities are together than chance would have it.
public struct Measures: Sendable, Equatable, BitwiseCopyable {
  /// Normalised pointwise mutual information, -1 to 1 (Bouma 2009).
  public var npmi: Double

  /// Windows with both by windows with either, 0 to 1 (Jaccard 1901).
  public var jaccard: Double

  /// Log-likelihood ratio G², 0 and up (Dunning 1993).
  public var llr: Double

  /// Noise-corrected score: the standardised excess of the tie over its expectation, in standard
  /// deviations (Coscia and Neffke 2017).
  public var noiseCorrected: Double

  public init(npmi: Double = 0, jaccard: Double = 0, llr: Double = 0, noiseCorrected: Double = 0) {
    self.npmi = npmi
    self.jaccard = jaccard
    self.llr = llr
    self.noiseCorrected = noiseCorrected
  }
}

/// A window that supports a tie.
public struct Evidence: Sendable, Equatable {
  /// The identifier of the document.
  public var document: String

  /// Where the window begins, in Unicode scalars from the start of the document.
  public var start: Int

  /// Where the window ends (excluded), in Unicode scalars from the start of the document.
  public var end: Int

  /// The window's text as the document has it.
  public var text: String

  public init(document: String, start: Int, end: Int, text: String) {
    self.document = document
    self.start = start
    self.end = end
    self.text = text
  }
}

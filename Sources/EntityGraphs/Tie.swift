import Dates

/// An undirected edge between two entities, with its counts, measures and some of its evidence.
///
/// A large graph has millions of ties. So numbers take 32 bits, a larger one counting as the largest,
/// and measures and evidence are read when they are asked for, from memory or from a file.
public struct Tie: Sendable {
  private var ends: (source: UInt32, target: UInt32)
  private var counts: (count: UInt32, repeats: UInt32, documents: UInt32, sources: UInt32)

  /// From the first to the last day of those documents; nil where none is dated.
  public var days: DaySpan? {
    get { bounds.span }
    set { bounds = DayBounds(newValue) }
  }

  /// The days in as little room as they need: a large graph has millions of ties.
  private var bounds: DayBounds

  /// The positive number that readers of the graph use as weight: `count` unless chosen otherwise.
  public var weight: Double

  private var records: TieRecords
  private var place: UInt64

  public init(
    source: Int, target: Int, count: Int, repeats: Int = 0, documents: Int = 0, sources: Int = 0,
    days: DaySpan? = nil, weight: Double? = nil, measures: Measures = Measures(),
    evidence: [Evidence] = []
  ) {
    self.init(
      source: source, target: target, count: count, repeats: repeats, documents: documents,
      sources: sources, days: days, weight: weight ?? Double(count),
      records: StatedTieRecords(measures, evidence), place: 0)
  }

  /// - Parameters:
  ///   - records: Where measures and evidence are read from.
  ///   - place: Where those of this tie stand there.
  public init(
    source: Int, target: Int, count: Int, repeats: Int, documents: Int, sources: Int,
    days: DaySpan?, weight: Double, records: TieRecords, place: UInt64
  ) {
    ends = (UInt32(source), UInt32(target))
    counts = (
      UInt32(clamping: count), UInt32(clamping: repeats), UInt32(clamping: documents),
      UInt32(clamping: sources)
    )
    bounds = DayBounds(days)
    self.weight = weight
    self.records = records
    self.place = place
  }

  /// Index of the node with the smaller identifier.
  public var source: Int {
    get { Int(ends.source) }
    set { ends.source = UInt32(newValue) }
  }

  /// Index of the node with the larger identifier.
  public var target: Int {
    get { Int(ends.target) }
    set { ends.target = UInt32(newValue) }
  }

  /// Distinct windows that hold both entities.
  public var count: Int {
    get { Int(counts.count) }
    set { counts.count = UInt32(clamping: newValue) }
  }

  /// Windows that were repeats of one counted in `count`.
  public var repeats: Int {
    get { Int(counts.repeats) }
    set { counts.repeats = UInt32(clamping: newValue) }
  }

  /// Documents with at least one such window.
  public var documents: Int {
    get { Int(counts.documents) }
    set { counts.documents = UInt32(clamping: newValue) }
  }

  /// Distinct sources (sites, publishers) among those documents; 0 where none is known.
  public var sources: Int {
    get { Int(counts.sources) }
    set { counts.sources = UInt32(clamping: newValue) }
  }

  /// Association measures.
  public var measures: Measures {
    get { records.measures(at: place) }
    set { (records, place) = (StatedTieRecords(newValue, evidence), 0) }
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
    set { (records, place) = (StatedTieRecords(measures, newValue), 0) }
  }

  /// Whether any evidence is kept.
  public var hasEvidence: Bool { records.evidenceCount(at: place) > 0 }

  /// Asks for the memory of evidence that is read soon.
  func prefetchEvidence() { records.prefetchEvidence(at: place) }

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
    records.forEachEvidence(at: place, limit: limit, body)
  }
}

extension Tie: Equatable {
  /// Whether all that the ties say is the same.
  public static func == (left: Tie, right: Tie) -> Bool {
    left.ends == right.ends && left.counts == right.counts && left.weight == right.weight
      && left.days == right.days
      && left.measures == right.measures && left.evidence == right.evidence
  }
}

/// How much more often two entities are together than chance would have it.
public struct Measures: Sendable, Equatable {
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

import Dates

/// An undirected edge between two entities, with its counts, measures and some of its evidence.
public struct Tie: Sendable, Equatable {
  /// Index of the node with the smaller identifier.
  public var source: Int

  /// Index of the node with the larger identifier.
  public var target: Int

  /// Distinct windows that hold both entities.
  public var count: Int

  /// Windows that were repeats of one counted in `count`.
  public var repeats: Int

  /// Documents with at least one such window.
  public var documents: Int

  /// Distinct sources (sites, publishers) among those documents; 0 where none is known.
  public var sources: Int

  /// From the first to the last day of those documents; nil where none is dated.
  public var days: DaySpan? {
    get { bounds.span }
    set { bounds = DayBounds(newValue) }
  }

  /// The days in as little room as they need: a large graph has millions of ties.
  private var bounds: DayBounds

  /// The positive number that readers of the graph use as weight: `count` unless chosen otherwise.
  public var weight: Double

  /// Association measures.
  public var measures: Measures

  /// The first few distinct windows that support the tie, in document order.
  public var evidence: [Evidence]

  public init(
    source: Int, target: Int, count: Int, repeats: Int = 0, documents: Int = 0, sources: Int = 0,
    days: DaySpan? = nil, weight: Double? = nil, measures: Measures = Measures(),
    evidence: [Evidence] = []
  ) {
    self.source = source
    self.target = target
    self.count = count
    self.repeats = repeats
    self.documents = documents
    self.sources = sources
    bounds = DayBounds(days)
    self.weight = weight ?? Double(count)
    self.measures = measures
    self.evidence = evidence
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

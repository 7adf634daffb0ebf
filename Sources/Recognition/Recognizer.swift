import Gazetteers

/// Finds the mentions of documents, one after another.
///
/// A recognizer keeps its working memory from one document to the next; each thread has its own, and
/// all share the lexicon.
public struct Recognizer: Sendable {
  /// The lexicon it matches with.
  public let lexicon: Lexicon

  private var matcher: Matcher
  private let resolver: Resolver
  private let segmenter = Segmenter()
  private var hits = HitBuffer()
  private var memory = ResolverMemory()

  /// The sentences of the last document.
  public private(set) var sentences: [Sentence] = []

  /// The mentions of the last document, in order.
  public private(set) var mentions: [Mention] = []

  /// What became of all hits so far.
  public var tally: ResolutionTally { record.tally }

  /// What was decided of each name in the last document, and why; only where it is asked for.
  public var decisions: [Decision] { record.decisions }

  private var record: ResolutionRecord
  private var innerNames: InnerNames
  private let wantsInner: Bool

  /// - Parameters:
  ///   - lexicon: The names.
  ///   - options: What counts as a mention.
  ///   - keepsDecisions: Whether `decisions` is wanted.
  public init(
    _ lexicon: Lexicon, options: RecognitionOptions = RecognitionOptions(),
    keepsDecisions: Bool = false
  ) {
    self.lexicon = lexicon
    record = ResolutionRecord(keepsDecisions: keepsDecisions)
    innerNames = InnerNames(lexicon)
    wantsInner = options.innerNames
    matcher = Matcher(lexicon, caseRule: options.caseRule)
    resolver = Resolver(lexicon, options)
  }

  /// Reads a document; `sentences` and `mentions` then hold what it found.
  ///
  /// - Parameters:
  ///   - text: The document, valid UTF-8.
  ///   - document: Its identifier, which corrections may name.
  /// - Complexity: O(length of the text).
  public mutating func read(_ text: Span<UInt8>, document: String = "") {
    segmenter.segment(text, into: &sentences)
    hits.removeAll()
    matcher.match(text, sentences, into: &hits)
    swap(&mentions, &memory.mentions)
    mentions = resolver.resolve(hits, text, sentences, id: document, record: &record, &memory)
    if wantsInner { innerNames.fill(&mentions, hits, text) }
  }
}

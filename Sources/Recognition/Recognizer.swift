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

  /// The sentences of the last document.
  public private(set) var sentences: [Sentence] = []

  /// The mentions of the last document, in order.
  public private(set) var mentions: [Mention] = []

  /// What became of all hits so far.
  public private(set) var tally = ResolutionTally()

  /// - Parameters:
  ///   - lexicon: The names.
  ///   - options: What counts as a mention.
  public init(_ lexicon: Lexicon, options: RecognitionOptions = RecognitionOptions()) {
    self.lexicon = lexicon
    matcher = Matcher(lexicon, caseRule: options.caseRule)
    resolver = Resolver(lexicon, options)
  }

  /// Reads a document; `sentences` and `mentions` then hold what it found.
  ///
  /// - Parameter text: The document, valid UTF-8.
  /// - Complexity: O(length of the text).
  public mutating func read(_ text: Span<UInt8>) {
    segmenter.segment(text, into: &sentences)
    hits.removeAll()
    matcher.match(text, sentences, into: &hits)
    mentions = resolver.resolve(hits, text, sentences, tally: &tally)
  }
}

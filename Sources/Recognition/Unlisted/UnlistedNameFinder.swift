import Gazetteers

/// Finds runs of capitalised words that look like names and that no gazetteer holds.
///
/// The mentions of a document are taken out first. Of headlines, where every word has a capital,
/// nothing is taken; their words are kept apart, so that names found elsewhere in the document can
/// be looked for in them.
public struct UnlistedNameFinder: Sendable {
  private let lexicon: Lexicon
  private let givenNames: Set<UInt64>
  private let reader = SentenceWords()
  private let surroundings = Surroundings()
  private var words: [SentenceWord] = []

  /// The names of the last document, in order.
  public private(set) var names: [UnlistedName] = []

  /// Words in small letters of the last document: hash and count.
  public private(set) var smallWords: [UInt64: Int] = [:]

  /// The words of headlines of the last document: token and number of the sentence.
  public private(set) var headlines: [(words: [Token], sentence: Int)] = []

  /// - Parameter lexicon: The names that are listed.
  public init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    let tokenizer = Tokenizer()
    var givenNames: Set<UInt64> = []
    for entity in lexicon.entities where entity.kind == .person {
      for (name, isGiven) in ShortNames.of(
        GazetteerEntity(id: entity.id, kind: entity.kind, name: entity.name))
      where isGiven {
        let bytes = Array(name.utf8)
        guard bytes.count > 2 else { continue }
        let (kind, _) = tokenizer.classify(bytes.span, at: 0, limit: bytes.count)
        guard kind == ScalarClass.upper else { continue }
        let token = tokenizer.token(bytes.span, at: 0, limit: bytes.count)
        if !UnlistedWords.common.contains(token), !UnlistedWords.generic.contains(token) {
          givenNames.insert(token.hash)
        }
      }
    }
    self.givenNames = givenNames
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - text: The document, valid UTF-8.
  ///   - sentences: Its sentences.
  ///   - mentions: Its mentions, in order.
  /// - Complexity: O(length of the text).
  public mutating func read(_ text: Span<UInt8>, _ sentences: [Sentence], _ mentions: [Mention]) {
    names.removeAll(keepingCapacity: true)
    smallWords.removeAll(keepingCapacity: true)
    headlines.removeAll(keepingCapacity: true)
    var next = 0
    for (number, sentence) in sentences.enumerated() {
      reader.read(text, sentence, mentions, next: &next, into: &words)
      guard !words.isEmpty else { continue }
      if isHeadline(text, sentence) {
        headlines.append((words.filter { $0.mention < 0 }.map(\.token), number))
        continue
      }
      for word in words where !word.isCapital && word.token.shape == TokenShape.lower {
        smallWords[word.token.hash, default: 0] += 1
      }
      let isFirst = number == 0 || sentences[number - 1].passage != sentence.passage
      var page = SentenceNames(
        lexicon: lexicon, givenNames: givenNames, words: words, mentions: mentions,
        sentence: number)
      page.find(text, mayBeDateline: isFirst)
      names += page.names
    }
  }

  /// Whether a sentence writes its words in capitals, or is a line without an end that does.
  private func isHeadline(_ text: Span<UInt8>, _ sentence: Sentence) -> Bool {
    let range = sentence.start..<sentence.end
    if surroundings.isTitleCase(text, range) { return true }
    let last = text[sentence.end - 1]
    let ends = last == 0x2E || last == 0x21 || last == 0x3F || last == 0x22 || last >= 0x80
    guard !ends else { return false }
    // A byline or a heading: no word of four letters or more is small.
    return words.allSatisfy { word in
      word.isCapital || word.token.end - word.token.start < 4 || text[word.token.start] < 0x3A
    }
  }
}

import Gazetteers
import Recognition

/// Cuts a document with its mentions into windows.
public struct WindowFinder: Sendable {
  private let kind: WindowKind
  private let tokenizer = Tokenizer()

  /// - Parameter kind: The span that counts as together.
  public init(_ kind: WindowKind) {
    self.kind = kind
  }

  /// Appends the windows of a document that hold a mention, in order.
  ///
  /// - Parameters:
  ///   - text: The document, valid UTF-8.
  ///   - sentences: Its sentences.
  ///   - mentions: Its mentions, in order.
  ///   - batch: Receives the windows; the document is its last.
  /// - Complexity: O(length of the windows that hold a mention).
  public func find(
    _ text: Span<UInt8>, _ sentences: [Sentence], _ mentions: [Mention],
    into batch: inout WindowBatch
  ) {
    switch kind {
    case .sentence: grouped(text, sentences, mentions, &batch) { $0.sentence }
    case .passage: grouped(text, sentences, mentions, &batch) { sentences[$0.sentence].passage }
    case .document: grouped(text, sentences, mentions, &batch) { _ in 0 }
    case .tokens(let count): opened(text, mentions, count, &batch)
    }
  }

  private func grouped(
    _ text: Span<UInt8>, _ sentences: [Sentence], _ mentions: [Mention], _ batch: inout WindowBatch,
    by group: (Mention) -> Int
  ) {
    var first = 0
    while first < mentions.count {
      var next = first + 1
      while next < mentions.count, group(mentions[next]) == group(mentions[first]) { next += 1 }
      let range = span(of: mentions[first].sentence, sentences)
      batch.append(
        range, mentions[first..<next], opener: nil, wording: tokenizer.wording(text, range))
      first = next
    }
  }

  /// The bytes of the window around a sentence.
  private func span(of sentence: Int, _ sentences: [Sentence]) -> Range<Int> {
    var (first, last) = (sentence, sentence)
    switch kind {
    case .sentence, .tokens: break
    case .passage:
      let passage = sentences[first].passage
      while first > 0, sentences[first - 1].passage == passage { first -= 1 }
      while last + 1 < sentences.count, sentences[last + 1].passage == passage { last += 1 }
    case .document: (first, last) = (0, sentences.count - 1)
    }
    return sentences[first].start..<sentences[last].end
  }

  private func opened(
    _ text: Span<UInt8>, _ mentions: [Mention], _ count: Int, _ batch: inout WindowBatch
  ) {
    for (place, mention) in mentions.enumerated() {
      let reach = end(ofTokens: count, text, from: mention.start)
      var last = place
      while last + 1 < mentions.count, mentions[last + 1].start < reach { last += 1 }
      // What ties ends behind its last mention, so that a copy with other words behind repeats it.
      // What ties nothing is told from others by all its words: a name alone is always the same.
      let isTied = mentions[place...last].contains { $0.entity != mention.entity }
      let end = isTied ? mentions[last].end : reach
      let range = mention.start..<max(mention.end, end)
      batch.append(
        range, mentions[place...last], opener: mention.entity,
        wording: tokenizer.wording(text, range))
    }
  }

  private func end(ofTokens count: Int, _ text: Span<UInt8>, from start: Int) -> Int {
    var (place, left) = (start, count)
    while left > 0 {
      guard let token = tokenizer.nextToken(text, from: place, limit: text.count) else {
        return text.count
      }
      place = token.end
      left -= 1
    }
    return place
  }
}

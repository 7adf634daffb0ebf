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

  /// The windows of a document that hold a mention, in order.
  ///
  /// - Parameters:
  ///   - text: The document, valid UTF-8.
  ///   - sentences: Its sentences.
  ///   - mentions: Its mentions, in order.
  /// - Complexity: O(length of the windows that hold a mention).
  public func windows(
    _ text: Span<UInt8>, _ sentences: [Sentence], _ mentions: [Mention]
  ) -> [Window] {
    switch kind {
    case .sentence: return grouped(text, sentences, mentions) { $0.sentence }
    case .passage: return grouped(text, sentences, mentions) { sentences[$0.sentence].passage }
    case .document: return grouped(text, sentences, mentions) { _ in 0 }
    case .tokens(let count): return opened(text, mentions, count)
    }
  }

  private func grouped(
    _ text: Span<UInt8>, _ sentences: [Sentence], _ mentions: [Mention], by group: (Mention) -> Int
  ) -> [Window] {
    var result: [Window] = []
    var first = 0
    while first < mentions.count {
      var next = first + 1
      while next < mentions.count, group(mentions[next]) == group(mentions[first]) { next += 1 }
      let range = span(of: mentions[first], sentences)
      result.append(window(text, range, mentions[first..<next], opener: nil))
      first = next
    }
    return result
  }

  /// The bytes of the window around a mention.
  private func span(of mention: Mention, _ sentences: [Sentence]) -> Range<Int> {
    var (first, last) = (mention.sentence, mention.sentence)
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

  private func opened(_ text: Span<UInt8>, _ mentions: [Mention], _ count: Int) -> [Window] {
    var result: [Window] = []
    for (place, mention) in mentions.enumerated() {
      let reach = end(ofTokens: count, text, from: mention.start)
      var last = place
      while last + 1 < mentions.count, mentions[last + 1].start < reach { last += 1 }
      // What ties ends behind its last mention, so that a copy with other words behind repeats it.
      // What ties nothing is told from others by all its words: a name alone is always the same.
      let isTied = mentions[place...last].contains { $0.entity != mention.entity }
      let end = isTied ? mentions[last].end : reach
      let range = mention.start..<max(mention.end, end)
      result.append(window(text, range, mentions[place...last], opener: mention.entity))
    }
    return result
  }

  private func end(ofTokens count: Int, _ text: Span<UInt8>, from start: Int) -> Int {
    var (place, left) = (start, count)
    while place < text.count, left > 0 {
      let (kind, next) = tokenizer.classify(text, at: place, limit: text.count)
      guard Tokenizer.beginsToken(kind) else {
        place = next
        continue
      }
      place = tokenizer.token(text, at: place, limit: text.count).end
      left -= 1
    }
    return place
  }

  private func window(
    _ text: Span<UInt8>, _ range: Range<Int>, _ mentions: ArraySlice<Mention>, opener: EntityIndex?
  ) -> Window {
    let sorted = mentions.map(\.entity).sorted()
    var entities: [EntityIndex] = []
    for entity in sorted where entity != entities.last { entities.append(entity) }
    var key = foldedKey(text, range)
    for entity in entities { key = TokenHash.combine(key, UInt64(entity.raw) &+ 1) }
    if let opener { key = TokenHash.combine(key, ~UInt64(opener.raw)) }
    return Window(
      start: range.lowerBound, end: range.upperBound, entities: entities, opener: opener, key: key)
  }

  /// A hash of the folded tokens of a span: what its wording is, whatever its signs.
  func foldedKey(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    var place = range.lowerBound
    while place < range.upperBound {
      // Nearly every token ends at a space that the next one follows.
      if text[place] == 0x20 {
        place += 1
        continue
      }
      let (kind, next) = tokenizer.classify(text, at: place, limit: range.upperBound)
      guard Tokenizer.beginsToken(kind) else {
        place = next
        continue
      }
      let token = tokenizer.token(text, at: place, limit: range.upperBound)
      key = TokenHash.combine(key, token.hash)
      place = token.end
    }
    return key
  }
}

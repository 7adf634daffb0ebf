import Gazetteers
import Recognition
import TextFiles
import Workspaces

/// Writes mentions as lines of JSON, as in `mentions.jsonl`.
public struct MentionLines: Sendable {
  private let lexicon: Lexicon
  private let document: String

  /// - Parameters:
  ///   - lexicon: The lexicon that the mentions' indices belong to.
  ///   - document: The document's identifier.
  public init(lexicon: Lexicon, document: String) {
    self.lexicon = lexicon
    self.document = document
  }

  /// Appends a mention's line.
  ///
  /// - Parameters:
  ///   - mention: The mention.
  ///   - text: Its bytes.
  ///   - start: Where it begins, in Unicode scalars.
  ///   - end: Where it ends (excluded), in Unicode scalars.
  ///   - buffer: Where the line goes.
  public func append(
    _ mention: Mention, text: Span<UInt8>, start: Int, end: Int, to buffer: inout ByteBuffer
  ) {
    appendHead(mention.entity, start: start, end: end, text, to: &buffer)
    appendRule(
      form: mention.form.description, rule: mention.rule.rawValue,
      confidence: mention.confidence, sentence: mention.sentence, to: &buffer)
    for (name, entities) in [(#","rivals":"#, mention.rivals), (#","inner":"#, mention.inner)]
    where !entities.isEmpty {
      buffer.append(name)
      append(entities, to: &buffer)
    }
    buffer.append(literal: "}\n")
  }

  /// Appends the line of a mention that a workspace keeps.
  func append(_ mention: StoredMention, to buffer: inout ByteBuffer) {
    let entity = EntityIndex(UInt32(truncatingIfNeeded: mention.entity))
    mention.text.withUTF8Span {
      appendHead(entity, start: mention.start, end: mention.end, $0, to: &buffer)
    }
    appendRule(
      form: mention.form, rule: mention.rule, confidence: mention.confidence,
      sentence: mention.sentence, to: &buffer)
    if let rivals = mention.rivals { buffer.append(#","rivals":"# + rivals) }
    if let inner = mention.inner { buffer.append(#","inner":"# + inner) }
    buffer.append(literal: "}\n")
  }

  /// What a workspace keeps of a mention.
  ///
  /// - Parameters:
  ///   - mention: The mention.
  ///   - text: The document.
  ///   - offsets: Counts the scalars before it.
  func stored(
    _ mention: Mention, _ text: Span<UInt8>, _ offsets: inout ScalarOffsets
  ) -> StoredMention {
    StoredMention(
      start: offsets.scalars(before: mention.start, in: text),
      end: offsets.scalars(before: mention.end, in: text),
      text: String(copying: text.extracting(mention.start..<mention.end)),
      entity: Int(mention.entity.raw), form: mention.form.description,
      rule: mention.rule.rawValue, confidence: mention.confidence, sentence: mention.sentence,
      rivals: list(mention.rivals), inner: list(mention.inner))
  }

  private func list(_ entities: [EntityIndex]) -> String? {
    guard !entities.isEmpty else { return nil }
    var buffer = ByteBuffer()
    append(entities, to: &buffer)
    return buffer.withBytes { String(copying: $0) }
  }

  private func appendHead(
    _ index: EntityIndex, start: Int, end: Int, _ text: Span<UInt8>, to buffer: inout ByteBuffer
  ) {
    let entity = lexicon.identity(of: index)
    buffer.append(literal: #"{"document":"#)
    JSONText.append(document, to: &buffer)
    buffer.append(literal: #","start":"#)
    buffer.append(start)
    buffer.append(literal: #","end":"#)
    buffer.append(end)
    buffer.append(literal: #","text":"#)
    JSONText.append(utf8: text, to: &buffer)
    buffer.append(literal: #","entity":"#)
    JSONText.append(entity.id.text, to: &buffer)
    buffer.append(literal: #","kind":"#)
    JSONText.append(entity.kind.name, to: &buffer)
  }

  private func appendRule(
    form: String, rule: String, confidence: Double, sentence: Int, to buffer: inout ByteBuffer
  ) {
    buffer.append(literal: #","form":""#)
    buffer.append(form)
    buffer.append(literal: #"","rule":""#)
    buffer.append(rule)
    buffer.append(literal: #"","confidence":"#)
    JSONText.append(confidence, to: &buffer)
    buffer.append(literal: #","sentence":"#)
    buffer.append(sentence)
  }

  private func append(_ entities: [EntityIndex], to buffer: inout ByteBuffer) {
    buffer.append(UInt8(ascii: "["))
    for (place, entity) in entities.enumerated() {
      if place > 0 { buffer.append(UInt8(ascii: ",")) }
      JSONText.append(lexicon.identity(of: entity).id.text, to: &buffer)
    }
    buffer.append(UInt8(ascii: "]"))
  }
}

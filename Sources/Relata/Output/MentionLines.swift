import Gazetteers
import Recognition
import TextFiles

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
    let entity = lexicon.identity(of: mention.entity)
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
    buffer.append(literal: #","form":""#)
    buffer.append(mention.form.description)
    buffer.append(literal: #"","rule":""#)
    buffer.append(mention.rule.rawValue)
    buffer.append(literal: #"","confidence":"#)
    JSONText.append(mention.confidence, to: &buffer)
    buffer.append(literal: #","sentence":"#)
    buffer.append(mention.sentence)
    if !mention.rivals.isEmpty { append(mention.rivals, #","rivals":["#, to: &buffer) }
    if !mention.inner.isEmpty { append(mention.inner, #","inner":["#, to: &buffer) }
    buffer.append(literal: "}\n")
  }

  private func append(
    _ entities: [EntityIndex], _ opening: String, to buffer: inout ByteBuffer
  ) {
    buffer.append(opening)
    for (place, entity) in entities.enumerated() {
      if place > 0 { buffer.append(UInt8(ascii: ",")) }
      JSONText.append(lexicon.identity(of: entity).id.text, to: &buffer)
    }
    buffer.append(UInt8(ascii: "]"))
  }
}

import Gazetteers
import Recognition
import TextFiles
import Workspaces

/// Writes mentions as lines of JSON, as in `mentions.jsonl`.
struct MentionLines: Sendable {
  var identities: IdentityTexts
  /// What the lines of a document begin with: `{"document":"000.txt","start":`.
  private var head: [UInt8] = []
  /// A list of identifiers, and a mention, before they are appended where they belong.
  private var (rivals, inner): ([UInt8], [UInt8]) = ([], [])
  private var mention = StoredMentions()

  init(_ identities: IdentityTexts) { self.identities = identities }

  /// Begins the lines of a document.
  mutating func begin(_ document: String) {
    var buffer = ByteBuffer()
    buffer.append(literal: #"{"document":"#)
    JSONText.append(document, to: &buffer)
    buffer.append(literal: #","start":"#)
    head = buffer.bytes
  }

  /// Appends a mention's line.
  ///
  /// - Parameters:
  ///   - mention: The mention.
  ///   - text: Its bytes.
  ///   - start: Where it begins, in Unicode scalars.
  ///   - end: Where it ends (excluded), in Unicode scalars.
  ///   - buffer: Where the line goes.
  mutating func append(
    _ mention: Mention, text: Span<UInt8>, start: Int, end: Int, to buffer: inout ByteBuffer
  ) {
    var one = StoredMentions()
    swap(&one, &self.mention)
    one.removeAll()
    store(mention, text: text, start: start, end: end, in: &one)
    append(one, to: &buffer)
    swap(&one, &self.mention)
  }

  /// What is kept of the mentions of a document, and lines are written of.
  ///
  /// - Parameters:
  ///   - mentions: The mentions, in the order of the text.
  ///   - text: The document.
  mutating func stored(_ mentions: [Mention], _ text: Span<UInt8>) -> StoredMentions {
    var (result, offsets) = (StoredMentions(), ScalarOffsets())
    result.reserve(mentions.count)
    for mention in mentions {
      let start = offsets.scalars(before: mention.start, in: text)
      let end = offsets.scalars(before: mention.end, in: text)
      store(
        mention, text: text.extracting(mention.start..<mention.end), start: start, end: end,
        in: &result)
    }
    return result
  }

  private mutating func store(
    _ mention: Mention, text: Span<UInt8>, start: Int, end: Int, in result: inout StoredMentions
  ) {
    rivals.removeAll(keepingCapacity: true)
    inner.removeAll(keepingCapacity: true)
    // A mention makes a list anew whenever it is asked for one.
    let (owners, entities) = (mention.rivals, mention.inner)
    if !owners.isEmpty { identities.appendIDs(of: owners, to: &rivals) }
    if !entities.isEmpty { identities.appendIDs(of: entities, to: &inner) }
    result.append(
      StoredMention(
        start: start, end: end, entity: Int(mention.entity.raw), sentence: mention.sentence,
        confidence: mention.confidence),
      text: text, form: mention.form.description, rule: mention.rule.rawValue,
      rivals: rivals, inner: inner)
  }

  /// Appends the lines of the document's mentions.
  mutating func append(_ mentions: StoredMentions, to buffer: inout ByteBuffer) {
    let texts = mentions.texts.span
    for mention in mentions.rows {
      buffer.append(head.span)
      buffer.append(mention.start)
      buffer.append(literal: #","end":"#)
      buffer.append(mention.end)
      buffer.append(literal: #","text":"#)
      JSONText.append(utf8: texts.extracting(mention.text), to: &buffer)
      buffer.append(literal: #","entity":"#)
      identities.append(EntityIndex(UInt32(truncatingIfNeeded: mention.entity)), to: &buffer)
      buffer.append(literal: #","form":""#)
      buffer.append(texts.extracting(mention.form))
      buffer.append(literal: #"","rule":""#)
      buffer.append(texts.extracting(mention.rule))
      buffer.append(literal: #"","confidence":"#)
      JSONText.append(mention.confidence, to: &buffer)
      buffer.append(literal: #","sentence":"#)
      buffer.append(mention.sentence)
      if let rivals = mention.rivals {
        buffer.append(literal: #","rivals":"#)
        buffer.append(texts.extracting(rivals))
      }
      if let inner = mention.inner {
        buffer.append(literal: #","inner":"#)
        buffer.append(texts.extracting(inner))
      }
      buffer.append(literal: "}\n")
    }
  }
}

import Gazetteers
import Recognition
import TextFiles

/// Lists the names of a document that several entities could own, and what decided between them.
struct ContestedList {
  let lexicon: Lexicon
  let tagged: TaggedDocument
  private let words: DecisionWords

  init(lexicon: Lexicon, tagged: TaggedDocument) {
    self.lexicon = lexicon
    self.tagged = tagged
    words = DecisionWords(lexicon: lexicon)
  }

  /// Whether a decision was between several, or was left open.
  static func isContested(_ decision: Decision) -> Bool {
    switch decision.outcome {
    case .draw, .nothingSpeaks, .unsupported: true
    default: decision.claims.count > 1
    }
  }

  /// Appends, for each name: where it stands and what it means; who else was in question, with the
  /// points; the text around it.
  func appendText(to buffer: inout ByteBuffer) {
    forEach { decision, mention, start, end in
      let id = TagWriter.oneLine(tagged.document.id)
      buffer.append("\(id)[\(start):\(end)] \(text(decision)): ")
      buffer.append(words.outcome(decision, mention) + "\n")
      for claim in decision.claims { buffer.append("  \(words.claim(claim))\n") }
      let sentence = tagged.sentences[decision.sentence]
      let around = MarkedExcerpt.of(
        [decision.start..<decision.end], within: sentence.start..<sentence.end,
        in: tagged.document.text)
      buffer.append("  \(around)\n")
    }
  }

  /// Appends an object a line.
  func appendLines(to buffer: inout ByteBuffer) {
    forEach { decision, mention, start, end in
      buffer.append(#"{"document":"#)
      JSONText.append(tagged.document.id, to: &buffer)
      buffer.append(#","start":\#(start),"end":\#(end),"text":"#)
      JSONText.append(
        utf8: tagged.document.text.span.extracting(decision.start..<decision.end), to: &buffer)
      buffer.append(#","sentence":\#(decision.sentence),"outcome":"#)
      JSONText.append(DecisionWords.code(decision.outcome), to: &buffer)
      if let mention {
        buffer.append(#","entity":"#)
        JSONText.append(words.id(mention.entity), to: &buffer)
        buffer.append(#","rule":"\#(mention.rule.rawValue)","confidence":"#)
        JSONText.append(mention.confidence, to: &buffer)
      }
      buffer.append(#","candidates":["#)
      for (place, claim) in decision.claims.enumerated() {
        buffer.append(place == 0 ? "{" : ",{")
        append(claim, to: &buffer)
        buffer.append("}")
      }
      buffer.append("]}\n")
    }
  }

  private func append(_ claim: Decision.Claim, to buffer: inout ByteBuffer) {
    buffer.append(#""entity":"#)
    JSONText.append(words.id(claim.entity), to: &buffer)
    buffer.append(#","form":"\#(claim.form)","prior":\#(claim.isPrior),"score":"#)
    JSONText.append(rounded(claim.score), to: &buffer)
    buffer.append(#","parts":["#)
    for (place, part) in claim.parts.enumerated() {
      buffer.append(place == 0 ? "" : ",")
      buffer.append(#"{"reason":"\#(part.reason.rawValue)","points":"#)
      JSONText.append(rounded(part.points), to: &buffer)
      buffer.append("}")
    }
    buffer.append("]")
  }

  /// Without the noise of sums: 2.2, not 2.2000000000000002.
  private func rounded(_ points: Double) -> Double { (points * 100).rounded() / 100 }

  private func text(_ decision: Decision) -> String {
    TagWriter.oneLine(
      String(decoding: tagged.document.text[decision.start..<decision.end], as: UTF8.self))
  }

  private func forEach(_ body: (Decision, Mention?, Int, Int) -> Void) {
    var offsets = ScalarOffsets()
    let bytes = tagged.document.text.span
    var next = 0
    for decision in tagged.decisions where Self.isContested(decision) {
      while next < tagged.mentions.count, tagged.mentions[next].start < decision.start { next += 1 }
      let isMention =
        next < tagged.mentions.count && tagged.mentions[next].start == decision.start
      let start = offsets.scalars(before: decision.start, in: bytes)
      let end = offsets.scalars(before: decision.end, in: bytes)
      body(decision, isMention ? tagged.mentions[next] : nil, start, end)
    }
  }
}

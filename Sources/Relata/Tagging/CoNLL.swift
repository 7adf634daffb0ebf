import Gazetteers
import Recognition
import TextFiles

/// The column format of the CoNLL shared tasks: a token a line, tags in the IOB2 scheme.
struct CoNLL {
  let lexicon: Lexicon
  private let tokenizer = Tokenizer()

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// Appends a document: a comment line with its identifier, then its sentences.
  func append(_ tagged: TaggedDocument, to buffer: inout ByteBuffer) {
    buffer.append("# document = \(TagWriter.oneLine(tagged.document.id))\n")
    var next = 0
    for sentence in tagged.sentences {
      var place = sentence.start
      while place < sentence.end {
        while next < tagged.mentions.count, tagged.mentions[next].end <= place { next += 1 }
        guard let end = token(tagged.document.text.span, at: place, sentence.end) else {
          place += 1
          continue
        }
        var column = "O\t_"
        if next < tagged.mentions.count, tagged.mentions[next].start < end.upperBound {
          let mention = tagged.mentions[next]
          let entity = lexicon.entity(mention.entity)
          let letter = end.lowerBound <= mention.start ? "B" : "I"
          column = "\(letter)-\(TagWriter.oneWord(entity.kind.name))\t\(entity.id)"
        }
        buffer.append(contentsOf: tagged.document.text[end])
        buffer.append("\t\(column)\n")
        place = end.upperBound
      }
      buffer.append("\n")
    }
  }

  /// The next token, or sign, at or behind a place; `nil` at white space.
  private func token(_ text: Span<UInt8>, at place: Int, _ limit: Int) -> Range<Int>? {
    let (kind, next) = tokenizer.classify(text, at: place, limit: limit)
    if kind == ScalarClass.space || text[place] & 0xC0 == 0x80 || text[place] < 0x20 { return nil }
    if Tokenizer.beginsToken(kind) {
      return place..<tokenizer.token(text, at: place, limit: limit).end
    }
    return place..<next
  }
}

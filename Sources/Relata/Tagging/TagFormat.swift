import Gazetteers
import Recognition
import TextFiles

/// How tagged documents are written.
public enum TagFormat: String, Sendable, CaseIterable {
  /// The text with its mentions marked: in colours, or as `[[name|entity]]`, where a backslash stands
  /// before each `[`, `]`, `|` in a mark, and each `[`, `]` outside, that is none of the marks' own,
  /// and before each backslash. Without the backslashes that stand before another sign of these, and
  /// without the marks, it is the text.
  case text
  /// A line of JSON for each mention, as in `mentions.jsonl`.
  case jsonl
  /// A header line, and a line for each mention with the same fields separated by tabs.
  case tsv
  /// A line for each token: token, tag in the IOB2 scheme, entity; a blank line between sentences.
  case conll
  /// Stand-off annotations of brat, `T1<TAB>person 0 14<TAB>Vladimir Putin`.
  case brat
  /// A list of Web Annotations in JSON-LD.
  case annotations
}

/// Writes tagged documents in one format.
public struct TagWriter: Sendable {
  private let lexicon: Lexicon
  private let format: TagFormat
  private let colours: TagColours?
  private let contested: Bool
  private var annotations = 0
  private var lines: MentionLines

  /// - Parameters:
  ///   - lexicon: The lexicon that the mentions' indices belong to.
  ///   - format: How to write.
  ///   - colours: The colours of `text`; `nil` marks mentions by brackets.
  ///   - contested: Whether only contested names are listed; needs `text` or `jsonl`, and documents
  ///     with decisions.
  public init(
    _ lexicon: Lexicon, format: TagFormat, colours: TagColours? = nil, contested: Bool = false
  ) {
    self.lexicon = lexicon
    self.format = format
    self.colours = colours
    self.contested = contested
    lines = MentionLines(IdentityTexts(lexicon))
  }

  /// What stands before the first document.
  public var header: String {
    format == .tsv
      ? "document\tstart\tend\ttext\tentity\tkind\tform\trule\tconfidence\tsentence\n" : ""
  }

  /// What stands behind the last document.
  public var footer: String {
    guard format == .annotations else { return "" }
    return annotations == 0 ? "[]\n" : "\n]\n"
  }

  /// Appends a document.
  ///
  /// - Parameters:
  ///   - tagged: The document.
  ///   - buffer: Where it goes.
  public mutating func append(_ tagged: TaggedDocument, to buffer: inout ByteBuffer) {
    if contested {
      let list = ContestedList(lexicon: lexicon, tagged: tagged)
      if format == .jsonl { list.appendLines(to: &buffer) } else { list.appendText(to: &buffer) }
      return
    }
    switch format {
    case .text: appendMarked(tagged, &buffer)
    case .jsonl:
      lines.begin(tagged.document.id)
      forEachMention(tagged) { mention, start, end in
        lines.append(
          mention, text: tagged.document.text.span.extracting(mention.start..<mention.end),
          start: start, end: end, to: &buffer)
      }
    case .tsv: appendRows(tagged, &buffer)
    case .conll: CoNLL(lexicon: lexicon).append(tagged, to: &buffer)
    case .annotations:
      let lines = WebAnnotations(lexicon: lexicon, tagged: tagged)
      forEachMention(tagged) { mention, start, end in
        buffer.append(annotations == 0 ? "[\n" : ",\n")
        lines.append(mention, start: start, end: end, to: &buffer)
        annotations += 1
      }
    case .brat:
      var number = 0
      forEachMention(tagged) { mention, start, end in
        number += 1
        let entity = lexicon.entity(mention.entity)
        buffer.append(
          "T\(number)\t\(Self.oneWord(entity.kind.name)) \(start) \(end)\t\(text(mention, tagged))\n"
        )
        buffer.append(
          "N\(number)\tReference T\(number) relata:\(Self.oneWord(entity.id.text))\t\(Self.oneLine(entity.name))\n"
        )
      }
    }
  }

  private func appendRows(_ tagged: TaggedDocument, _ buffer: inout ByteBuffer) {
    forEachMention(tagged) { mention, start, end in
      let entity = lexicon.entity(mention.entity)
      let cells = [
        Self.oneLine(tagged.document.id), "\(start)", "\(end)", text(mention, tagged),
        entity.id.text, entity.kind.name, mention.form.description, mention.rule.rawValue,
        "\(mention.confidence)", "\(mention.sentence)",
      ]
      buffer.append(cells.joined(separator: "\t"))
      buffer.append("\n")
    }
  }

  private func appendMarked(_ tagged: TaggedDocument, _ buffer: inout ByteBuffer) {
    let bytes = tagged.document.text
    var place = 0
    for mention in tagged.mentions {
      let entity = lexicon.entity(mention.entity)
      let name = bytes[mention.start..<mention.end]
      if let colours {
        buffer.append(contentsOf: bytes[place..<mention.start])
        buffer.append(colours.begin(entity.kind))
        buffer.append(contentsOf: name)
        buffer.append(colours.end)
      } else {
        Self.append(bytes[place..<mention.start], escaping: "[]\\", to: &buffer)
        buffer.append("[[")
        Self.append(name, escaping: "[]|\\", to: &buffer)
        buffer.append("|")
        Self.append(Array(entity.id.text.utf8)[...], escaping: "[]|\\", to: &buffer)
        buffer.append("]]")
      }
      place = mention.end
    }
    if colours == nil {
      Self.append(bytes[place...], escaping: "[]\\", to: &buffer)
    } else {
      buffer.append(contentsOf: bytes[place...])
    }
    if bytes.last != 0x0A { buffer.append("\n") }
  }

  /// Appends text with a backslash before each of some signs, so that none is taken for a mark's.
  private static func append(
    _ text: ArraySlice<UInt8>, escaping signs: String, to buffer: inout ByteBuffer
  ) {
    let signs = Array(signs.utf8)
    var start = text.startIndex
    for index in text.indices where signs.contains(text[index]) {
      buffer.append(contentsOf: text[start..<index])
      buffer.append(UInt8(ascii: "\\"))
      start = index
    }
    buffer.append(contentsOf: text[start...])
  }

  private func forEachMention(_ tagged: TaggedDocument, _ body: (Mention, Int, Int) -> Void) {
    var offsets = ScalarOffsets()
    let bytes = tagged.document.text.span
    for mention in tagged.mentions {
      let start = offsets.scalars(before: mention.start, in: bytes)
      body(mention, start, offsets.scalars(before: mention.end, in: bytes))
    }
  }

  private func text(_ mention: Mention, _ tagged: TaggedDocument) -> String {
    Self.oneLine(
      String(decoding: tagged.document.text[mention.start..<mention.end], as: UTF8.self))
  }

  /// The text with every tab and line break as a space, so that it stays in its cell.
  static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  /// The text with every space as an underscore, as brat wants types and identifiers.
  static func oneWord(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.isWhitespace || $0.value < 0x20 ? "_" : $0 }))
  }
}

/// Colours of kinds on a terminal (ECMA-48 select graphic rendition).
public struct TagColours: Sendable {
  public init() {}

  let end = "\u{1B}[0m"

  func begin(_ kind: Kind) -> String {
    switch kind {
    case .person: "\u{1B}[1;33m"
    case .country: "\u{1B}[1;36m"
    case .organisation: "\u{1B}[1;35m"
    default: "\u{1B}[1;32m"
    }
  }
}

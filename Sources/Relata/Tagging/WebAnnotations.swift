import Gazetteers
import Recognition
import TextFiles

/// Mentions as annotations of the W3C's Web Annotation Data Model (2017), one a line:
///
///     {"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:uuid:…","type":"Annotation",
///     "motivation":"identifying","body":[…],"target":{"source":"000.txt","selector":[…]}}
struct WebAnnotations {
  /// So many characters before and behind a mention tell it from others of the same text.
  private static let context = 32

  private let lexicon: Lexicon
  private let document: [UInt8]
  private let text: [UInt8]

  init(lexicon: Lexicon, tagged: TaggedDocument) {
    self.lexicon = lexicon
    document = Array(tagged.document.id.utf8)
    text = tagged.document.text
  }

  /// Appends the annotation of a mention.
  ///
  /// - Parameters:
  ///   - mention: The mention.
  ///   - start: Where it begins, in Unicode scalars.
  ///   - end: Where it ends (excluded), in Unicode scalars.
  ///   - buffer: Where it goes.
  func append(_ mention: Mention, start: Int, end: Int, to buffer: inout ByteBuffer) {
    let entity = lexicon.entity(mention.entity)
    buffer.append(literal: #"{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:uuid:"#)
    buffer.append(identifier("\(start)-\(end)-\(entity.id.text)"))
    buffer.append(literal: #"","type":"Annotation","motivation":"identifying","body":["#)
    if let wikidata = entity.attributes.first(where: { $0.name == "wikidata" })?.value,
      WikidataID.isItem(wikidata)
    {
      buffer.append(literal: #"{"type":"SpecificResource","purpose":"linking","source":"#)
      JSONText.append("http://www.wikidata.org/entity/" + wikidata, to: &buffer)
      buffer.append(literal: "},")
    }
    for (purpose, value) in [
      ("identifying", entity.id.text), ("describing", entity.name), ("tagging", entity.kind.name),
    ] {
      if purpose != "identifying" { buffer.append(UInt8(ascii: ",")) }
      buffer.append("{\"type\":\"TextualBody\",\"purpose\":\"\(purpose)\",\"value\":")
      JSONText.append(value, to: &buffer)
      buffer.append(literal: "}")
    }
    buffer.append(literal: #"],"target":{"source":"#)
    JSONText.append(Self.reference(to: document), to: &buffer)
    buffer.append(literal: #","selector":[{"type":"TextQuoteSelector","exact":"#)
    let bytes = text.span
    JSONText.append(utf8: bytes.extracting(mention.start..<mention.end), to: &buffer)
    buffer.append(literal: #","prefix":"#)
    JSONText.append(
      utf8: bytes.extracting(place(Self.context, before: mention.start)..<mention.start),
      to: &buffer)
    buffer.append(literal: #","suffix":"#)
    JSONText.append(
      utf8: bytes.extracting(mention.end..<place(Self.context, behind: mention.end)), to: &buffer)
    buffer.append(literal: #"},{"type":"TextPositionSelector","start":"#)
    buffer.append(start)
    buffer.append(literal: #","end":"#)
    buffer.append(end)
    buffer.append(literal: "}]}}")
  }

  /// A UUID of version 8 (RFC 9562) from a hash, so that the same mention has the same in every run.
  private func identifier(_ mention: String) -> String {
    var digits = Array(SHA256.hexadecimal(of: document + [0] + Array(mention.utf8)).prefix(32))
    digits[12] = "8"
    digits[16] = "8"
    for place in [20, 16, 12, 8] { digits.insert("-", at: place) }
    return String(digits)
  }

  /// A reference to a document that a name, a path or an address makes: all but letters, digits and
  /// a few signs is percent-encoded.
  ///
  /// An address keeps its colon; elsewhere what stands before a colon would be taken for a scheme.
  static func reference(to document: [UInt8]) -> String {
    let isAddress =
      document.starts(with: "http://".utf8) || document.starts(with: "https://".utf8)
    let kept = Set((isAddress ? "-._~/:?#=&%+,;@" : "-._~/").utf8)
    let digits = Array("0123456789ABCDEF")
    var reference = ""
    for byte in document {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: reference.unicodeScalars.append(.init(byte))
      case _ where kept.contains(byte): reference.unicodeScalars.append(.init(byte))
      default: reference += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return reference
  }

  /// The byte offset so many characters before another, or 0.
  private func place(_ characters: Int, before end: Int) -> Int {
    var (place, left) = (end, characters)
    while place > 0, left > 0 {
      place -= 1
      // Bytes 10xxxxxx go on a character that began before.
      if text[place] & 0xC0 != 0x80 { left -= 1 }
    }
    return place
  }

  /// The byte offset so many characters behind another, or the end.
  private func place(_ characters: Int, behind start: Int) -> Int {
    var (place, left) = (start, characters)
    while place < text.count {
      if text[place] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      place += 1
    }
    return place
  }
}

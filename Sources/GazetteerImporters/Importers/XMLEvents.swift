import CLibXML2

/// libxml2's streaming reader over a file in memory, one node at a time.
///
/// Nothing is fetched and no entity is expanded: a file that declares entities is refused, since what it
/// says depends on them. All C pointers of the reader stay in this file. Invariants of the unsafe code:
/// the reader lives as long as this object, which owns it; libxml2 asks `Input` for bytes and tells
/// `Problem` only within the calls to `next`, while `withReader` keeps both alive and the bytes borrowed.
@safe final class XMLEvents {
  /// What a step came upon.
  enum Event {
    /// An element begins; `isEmpty` where it also ends.
    case start(isEmpty: Bool)
    case end
    case text(String)
  }

  /// The bytes that libxml2 has not taken yet.
  @safe private final class Input {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    @unsafe init(_ bytes: UnsafeRawBufferPointer) { unsafe self.bytes = bytes }

    @unsafe func take(_ buffer: UnsafeMutablePointer<CChar>, _ count: Int) -> Int {
      let taken = unsafe min(count, bytes.count - offset)
      guard taken > 0, let base = unsafe bytes.baseAddress else { return 0 }
      unsafe UnsafeMutableRawPointer(buffer).copyMemory(from: base + offset, byteCount: taken)
      offset += taken
      return taken
    }
  }

  /// The first error that libxml2 told of.
  private final class Problem {
    var first: (line: Int, column: Int, reason: String)?
  }

  private let reader: xmlTextReaderPtr
  private let problem: Problem
  private var hasLooked = false

  /// What ended the reading before the end of the file: where, and why in plain words.
  private(set) var failure: (line: Int, column: Int, reason: String)?

  private init(_ reader: xmlTextReaderPtr, _ problem: Problem) {
    unsafe self.reader = reader
    self.problem = problem
  }

  deinit { unsafe xmlFreeTextReader(reader) }

  /// Lends a reader of some bytes.
  ///
  /// - Returns: False where there is no memory for one.
  static func withReader(_ bytes: Span<UInt8>, _ body: (XMLEvents) -> Void) -> Bool {
    let problem = Problem()
    return unsafe bytes.withUnsafeBytes { raw in
      let input = unsafe Input(raw)
      return withExtendedLifetime((input, problem)) {
        let read: xmlInputReadCallback = { context, buffer, count in
          guard let context = unsafe context, let buffer = unsafe buffer, count > 0 else {
            return 0
          }
          let input = unsafe Unmanaged<Input>.fromOpaque(context).takeUnretainedValue()
          return Int32(unsafe input.take(buffer, Int(count)))
        }
        // Neither NOENT, LOAD nor HUGE: no expansion, no external subset, and libxml2's own limits.
        let options =
          XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        guard
          let made = unsafe xmlReaderForIO(
            read, nil, Unmanaged.passUnretained(input).toOpaque(), nil, nil, Int32(options))
        else { return false }
        unsafe xmlTextReaderSetStructuredErrorHandler(
          made,
          { context, error in
            guard let context = unsafe context, let error = unsafe error else { return }
            let problem = unsafe Unmanaged<Problem>.fromOpaque(context).takeUnretainedValue()
            guard problem.first == nil,
              unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue
            else { return }
            let message = unsafe error.pointee.message.map { unsafe String(cString: $0) }
            problem.first = unsafe (
              max(1, Int(error.pointee.line)), max(1, Int(error.pointee.int2)),
              XMLEvents.line(message ?? "the XML is not well-formed")
            )
          }, Unmanaged.passUnretained(problem).toOpaque())
        let events = unsafe XMLEvents(made, problem)
        body(events)
        return true
      }
    }
  }

  /// Goes to the next element, end of one, or text.
  ///
  /// - Returns: Nil at the end, and where `failure` says why not more can be read.
  func next() -> Event? {
    guard failure == nil else { return nil }
    while true {
      let status = unsafe xmlTextReaderRead(reader)
      if let first = problem.first, status != 1 || declaresEntities { return fail(first) }
      guard status == 1 else {
        return status == 0 ? nil : fail((line, column, "the XML is not well-formed"))
      }
      if declaresEntities {
        return fail(
          (line, column, "the file declares entities, which are not expanded; expand them first"))
      }
      switch xmlReaderTypes(UInt32(bitPattern: unsafe xmlTextReaderNodeType(reader))) {
      case XML_READER_TYPE_ELEMENT:
        return .start(isEmpty: unsafe xmlTextReaderIsEmptyElement(reader) == 1)
      case XML_READER_TYPE_END_ELEMENT: return .end
      case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return .text(unsafe string(xmlTextReaderConstValue(reader)))
      default: continue
      }
    }
  }

  /// The name of the element here, without its prefix.
  var name: String { unsafe string(xmlTextReaderConstLocalName(reader)) }

  /// The namespace of the element here.
  var namespace: String { unsafe string(xmlTextReaderConstNamespaceUri(reader)) }

  /// The language in scope here, by `xml:lang`.
  var language: String { unsafe string(xmlTextReaderConstXmlLang(reader)) }

  /// The line of the parser, from 1.
  var line: Int { max(1, Int(unsafe xmlTextReaderGetParserLineNumber(reader))) }

  /// The column of the parser, from 1.
  var column: Int { max(1, Int(unsafe xmlTextReaderGetParserColumnNumber(reader))) }

  /// The value of an attribute of the element here; empty where it has none.
  func attribute(_ name: String, namespace: String) -> String {
    guard unsafe xmlTextReaderMoveToAttributeNs(reader, name, namespace) == 1 else { return "" }
    defer { unsafe xmlTextReaderMoveToElement(reader) }
    return unsafe string(xmlTextReaderConstValue(reader))
  }

  /// Whether the file's internal subset declares entities; known from the first node on.
  private var declaresEntities: Bool {
    if hasLooked { return false }
    hasLooked = true
    guard let document = unsafe xmlTextReaderCurrentDoc(reader),
      let subset = unsafe document.pointee.intSubset
    else { return false }
    return unsafe subset.pointee.entities != nil
  }

  private func fail(_ reason: (line: Int, column: Int, reason: String)) -> Event? {
    failure = reason
    return nil
  }

  private func string(_ text: UnsafePointer<xmlChar>?) -> String {
    unsafe text.map { unsafe String(cString: $0) } ?? ""
  }

  /// A message of libxml2 without the line break at its end.
  private static func line(_ message: String) -> String {
    NameCleaner.inOneLine(message.unicodeScalars)
  }
}

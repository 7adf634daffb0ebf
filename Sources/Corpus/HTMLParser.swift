import CLibXML2

/// Receives what the HTML parser finds, in the order of the page.
protocol HTMLEvents: AnyObject {
  /// An element begins.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - attribute: Gives the value of an attribute by its name in lower case.
  func start(_ name: HTMLName, attribute: (String) -> String?)

  /// An element ends; the parser also ends those that the page leaves open.
  func end(_ name: HTMLName)

  /// Text, entities decoded, in pieces that break between characters.
  func characters(_ text: Span<UInt8>)
}

/// libxml2's forgiving HTML parser, as events: no tree is built, so that depth costs little.
///
/// All C pointers of the parser stay in this file. Invariants of the unsafe code: the context lives
/// as long as the parser object, which owns it; libxml2 calls back only within `htmlCtxtReadMemory`,
/// while `run` keeps the parser object alive; names and attributes end with a NUL, attribute lists
/// with a null pointer, as libxml2 documents.
@safe final class HTMLParser {
  /// The errors of a page may cost so many steps on the parser's stack of open elements.
  ///
  /// libxml2 looks through all open elements for each end tag that closes none: a page of a million
  /// open elements and as many such tags would take hours. This much takes about a second.
  private static let errorBudget = 500_000_000

  private let context: htmlParserCtxtPtr
  private let events: any HTMLEvents
  private var depth = 0
  private var spent = 0

  /// Parses a page.
  ///
  /// - Parameters:
  ///   - page: Valid UTF-8 without NULs.
  ///   - events: Receives elements and text.
  /// - Returns: Why the page was not read to its end; nil if it was.
  static func parse(_ page: Span<UInt8>, into events: any HTMLEvents) -> String? {
    _ = isInitialised
    guard let size = Int32(exactly: page.count) else { return "is too large to be read as HTML" }
    guard let parser = HTMLParser(events) else { return "no memory to read it as HTML" }
    return parser.run(page, size: size)
  }

  /// libxml2 wants its globals made before several threads use it.
  private static let isInitialised: Void = xmlInitParser()

  private init?(_ events: any HTMLEvents) {
    guard let context = unsafe htmlNewParserCtxt() else { return nil }
    unsafe self.context = context
    self.events = events
  }

  deinit { unsafe htmlFreeParserCtxt(context) }

  private func run(_ page: Span<UInt8>, size: Int32) -> String? {
    unsafe context.pointee.sax.pointee = Self.handler()
    unsafe context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_COMPACT.rawValue
    withExtendedLifetime(self) {
      unsafe page.withUnsafeBytes { bytes in
        let document = unsafe htmlCtxtReadMemory(
          context, bytes.assumingMemoryBound(to: CChar.self).baseAddress, size, nil, "UTF-8",
          Int32(options))
        unsafe xmlFreeDoc(document)
      }
    }
    return spent > Self.errorBudget
      ? "its elements are nested too deeply; it was read in part" : nil
  }

  private static func handler() -> htmlSAXHandler {
    var handler = unsafe htmlSAXHandler()
    unsafe handler.initialized = 0xDEED_BEAF  // XML_SAX2_MAGIC, without which `serror` is ignored
    unsafe handler.startElement = { context, name, attributes in
      guard let parser = unsafe HTMLParser.from(context), let name = unsafe name else { return }
      parser.depth += 1
      unsafe parser.events.start(HTMLParser.name(name)) { wanted in
        unsafe HTMLParser.attribute(wanted, in: attributes)
      }
    }
    unsafe handler.endElement = { context, name in
      guard let parser = unsafe HTMLParser.from(context), let name = unsafe name else { return }
      parser.depth -= 1
      parser.events.end(unsafe HTMLParser.name(name))
    }
    unsafe handler.characters = { context, text, count in
      unsafe HTMLParser.from(context)?.take(text, count)
    }
    unsafe handler.ignorableWhitespace = handler.characters
    unsafe handler.cdataBlock = handler.characters
    unsafe handler.serror = { context, _ in
      guard let parser = unsafe HTMLParser.from(context) else { return }
      parser.spent += max(parser.depth, 0)
      if parser.spent > HTMLParser.errorBudget { unsafe xmlStopParser(parser.context) }
    }
    return unsafe handler
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> HTMLParser? {
    unsafe context.map { unsafe Unmanaged<HTMLParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private func take(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let text = unsafe text, count > 0 else { return }
    events.characters(unsafe Span(_unsafeStart: text, count: Int(count)))
  }

  private static func name(_ start: UnsafePointer<xmlChar>) -> HTMLName {
    var name = HTMLName()
    var next = unsafe start
    while unsafe next.pointee != 0 {
      name.append(unsafe next.pointee)
      unsafe next += 1
    }
    return name
  }

  /// The value of an attribute in a list of names and values that ends with a null pointer.
  private static func attribute(
    _ wanted: String, in list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> String? {
    guard var next = unsafe list else { return nil }
    while let name = unsafe next.pointee {
      if unsafe String(cString: name) == wanted {
        return unsafe next[1].map { unsafe String(cString: $0) }
      }
      unsafe next += 2
    }
    return nil
  }
}

import TextFiles

/// The readable text of an HTML page, and what the page says of itself.
struct HTMLPage {
  private let reader: HTMLPageReader

  /// The text: blocks apart by blank lines, cells by tabs, white space collapsed.
  let text: [UInt8]

  /// What a reader should know: that bytes were replaced, or the page was not read to its end.
  let warning: String?

  /// - Parameter bytes: The page as stored.
  /// - Throws: `UndecodableText` when the bytes are no text.
  init(_ bytes: Span<UInt8>) throws(UndecodableText) {
    var decoded = try HTMLCharset.decode(bytes)
    // The parser takes a NUL for the end of the page.
    if ByteSearch.first(0, in: decoded.utf8.span) < decoded.utf8.count {
      for index in decoded.utf8.indices where decoded.utf8[index] == 0 {
        decoded.utf8[index] = 0x20
      }
    }
    HTMLAttributeLimit.apply(to: &decoded.utf8)
    reader = HTMLPageReader()
    let failure = HTMLParser.parse(decoded.utf8.span, into: reader)
    text = reader.finish()
    warning = failure ?? decoded.warning
  }

  /// What the page states of its date, the most reliable first.
  var dates: [String] { reader.dates.stated }

  /// The document of the page, without its date.
  ///
  /// - Parameter id: What outputs call it.
  func document(id: String) -> Document {
    Document(
      id: id, title: reader.title ?? reader.meta["og:title"],
      source: reader.meta["og:site_name"] ?? reader.canonicalHost, language: reader.language,
      text: text)
  }
}

/// Receives the elements and the text of a page in their order.
final class HTMLPageReader: HTMLEvents {
  private var text = HTMLTextBuilder()
  private var titleText = HTMLTextBuilder()
  private var titleDepth = 0
  /// The element that is being left out, and how many of its name are open in it.
  private var dropped: (name: HTMLName, depth: Int)?
  /// The element that is being taken for furniture, how many of its name are open in it, and the
  /// length of the text before it.
  private var furniture: (name: HTMLName, depth: Int, reason: HTMLFurniture.Reason, start: Int)?
  /// The longest stretch that was cut out because of a class or id, which is a guess.
  private var longestCut: (text: [UInt8], start: Int) = ([], 0)
  private var quotationDepth = 0
  private var preformattedDepth = 0
  private var isLineStartOfPre = false
  private var listDepth = 0

  private(set) var title: String?
  private(set) var language: String?
  private(set) var canonicalHost: String?
  /// The first value that is not empty of each property that matters.
  private(set) var meta: [String: String] = [:]

  private(set) var dates = HTMLDates()

  private static let properties = ["og:title", "og:site_name"]

  func start(_ name: HTMLName, attribute: (String) -> String?) {
    if let open = dropped {
      if open.name == name { dropped?.depth += 1 }
      return
    }
    findFurniture(name, attribute)
    dates.start(name)
    if furniture == nil, let property = attribute("itemprop") { dates.item(property, attribute) }
    switch HTMLElement(name: name) {
    case .dropped:
      dropped = (name, 1)
      dates.beginScript(name, attribute)
    case .title: titleDepth += 1
    case .html: language = language ?? Self.trimmed(attribute("lang") ?? attribute("xml:lang"))
    case .meta:
      dates.meta(attribute)
      guard let property = (attribute("property") ?? attribute("name"))?.lowercased(),
        Self.properties.contains(property), meta[property] == nil
      else { return }
      meta[property] = Self.trimmed(attribute("content"))
    case .link:
      guard canonicalHost == nil, attribute("rel")?.lowercased() == "canonical" else { return }
      canonicalHost = Self.host(of: attribute("href"))
    case .time: if furniture == nil { dates.time(attribute) }
    case .block: text.request(.paragraph)
    case .line: text.request(.line)
    case .list:
      text.request(listDepth == 0 ? .paragraph : .line)
      listDepth += 1
    case .cell: text.request(.tab)
    case .lineBreak: text.requestLineBreak()
    case .preformatted:
      text.request(.paragraph)
      preformattedDepth += 1
      isLineStartOfPre = true
    case .inline: break
    }
  }

  func end(_ name: HTMLName) {
    if let open = dropped {
      guard open.name == name else { return }
      dropped = open.depth > 1 ? (name, open.depth - 1) : nil
      if dropped == nil { dates.endScript() }
      // Words on both sides of what is left out are apart.
      if dropped == nil { text.request(.space) }
      return
    }
    switch HTMLElement(name: name) {
    case .title:
      titleDepth = max(0, titleDepth - 1)
      let found = String(decoding: titleText.finish(), as: UTF8.self)
      if title == nil, !found.isEmpty { title = found }
    case .block: text.request(.paragraph)
    case .line: text.request(.line)
    case .list:
      listDepth = max(0, listDepth - 1)
      text.request(listDepth == 0 ? .paragraph : .line)
    case .cell: text.request(.tab)
    case .preformatted:
      preformattedDepth = max(0, preformattedDepth - 1)
      text.request(.paragraph)
    default: break
    }
    dates.end(name)
    endFurniture(name)
  }

  private static let blockquote = HTMLName("blockquote")
  /// Elements that stand in what a page is about, never in what is around it.
  private static let content: Set<HTMLName> = [HTMLName("h1"), HTMLName("main")]

  private func findFurniture(_ name: HTMLName, _ attribute: (String) -> String?) {
    if name == Self.blockquote { quotationDepth += 1 }
    if let open = furniture {
      if open.name == name { furniture?.depth += 1 }
      if Self.content.contains(name) || attribute("itemprop") == "articleBody" { furniture = nil }
      return
    }
    // The footer of a quotation says who is quoted.
    guard quotationDepth == 0, attribute("itemprop") != "articleBody",
      let reason = HTMLFurniture.reason(name, attribute: attribute)
    else { return }
    text.beginStretch()
    furniture = (name, 1, reason, text.count)
  }

  private func endFurniture(_ name: HTMLName) {
    if name == Self.blockquote { quotationDepth = max(0, quotationDepth - 1) }
    guard let open = furniture, open.name == name else { return }
    furniture?.depth -= 1
    guard open.depth == 1 else { return }
    furniture = nil
    let cut = text.cut(after: open.start)
    if open.reason == .word, cut.count > longestCut.text.count { longestCut = (cut, open.start) }
  }

  func characters(_ characters: Span<UInt8>) {
    if dropped != nil { return dates.hidden(characters) }
    if titleDepth > 0 {
      titleText.append(characters)
    } else if preformattedDepth > 0 {
      // A line break right after <pre> is not shown.
      let skip = isLineStartOfPre && !characters.isEmpty && characters[0] == 0x0A ? 1 : 0
      isLineStartOfPre = false
      text.appendPreformatted(characters.extracting(skip...))
    } else {
      text.append(characters)
    }
  }

  /// The text of the page.
  ///
  /// What a class or id gave away as furniture and is longer than all that is left is the article.
  func finish() -> [UInt8] {
    // An element that the end of the page cut off is closed there.
    while let open = furniture { endFurniture(open.name) }
    if longestCut.text.count > text.count {
      text.restore(longestCut.text, at: min(longestCut.start, text.count))
    }
    return text.finish()
  }

  /// The value without white space around and within it; nil if nothing is left.
  private static func trimmed(_ value: String?) -> String? {
    guard let value else { return nil }
    let words = value.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// The host of an address: `https://www.example.org/a` gives `example.org`.
  private static func host(of address: String?) -> String? {
    guard let address = trimmed(address), let scheme = address.firstRange(of: "//") else {
      return nil
    }
    var host = address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let user = host.lastIndex(of: "@") { host = host[host.index(after: user)...] }
    if let port = host.firstIndex(of: ":") { host = host[..<port] }
    if host.lowercased().hasPrefix("www.") { host = host.dropFirst(4) }
    return host.isEmpty ? nil : host.lowercased()
  }
}

/// What the name of an HTML element means for the text of a page.
enum HTMLElement {
  /// Not shown, or no text of the page; left out with all that it holds.
  case dropped
  case title
  case html
  case meta
  case link
  case time
  /// Set apart from what is around it by a blank line.
  case block
  /// On a line of its own.
  case line
  case list
  /// A cell of a table, after a tab.
  case cell
  case lineBreak
  case preformatted
  /// Part of the line that it stands in.
  case inline

  /// - Parameter name: The name in lower case.
  init(name: HTMLName) { self = Self.known[name] ?? .inline }

  private static let known: [HTMLName: HTMLElement] = {
    var known: [HTMLName: HTMLElement] = [
      HTMLName("title"): .title, HTMLName("html"): .html, HTMLName("meta"): .meta,
      HTMLName("link"): .link, HTMLName("time"): .time, HTMLName("br"): .lineBreak,
      HTMLName("pre"): .preformatted, HTMLName("td"): .cell, HTMLName("th"): .cell,
    ]
    let dropped = [
      "audio", "button", "canvas", "datalist", "iframe", "input", "meter", "nav", "noembed",
      "noframes", "noscript", "object", "optgroup", "option", "progress", "script", "select",
      "style", "svg", "template", "textarea", "video",
    ]
    let blocks = [
      "address", "article", "aside", "blockquote", "body", "caption", "center", "details",
      "dialog", "dir", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form", "h1",
      "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "main", "p", "search",
      "section", "summary", "table",
    ]
    for name in dropped { known[HTMLName(name)] = .dropped }
    for name in blocks { known[HTMLName(name)] = .block }
    for name in ["li", "dt", "dd", "tr"] { known[HTMLName(name)] = .line }
    for name in ["ul", "ol", "menu"] { known[HTMLName(name)] = .list }
    return known
  }()
}

/// The name of an element as one number: its first sixteen bytes, enough for all that matter.
struct HTMLName: Hashable {
  private(set) var bits: UInt128 = 0
  private var count = 0

  init() {}

  init(_ name: String) {
    for byte in name.utf8 { append(byte) }
  }

  /// Adds a byte to the name. A longer name is no known name, so its seventeenth byte unmakes it.
  mutating func append(_ byte: UInt8) {
    count += 1
    bits = count > 16 ? 0 : bits << 8 | UInt128(byte)
  }
}

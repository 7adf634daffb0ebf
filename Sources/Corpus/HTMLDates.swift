import Dates
import TextFiles

/// What a page states of the day it was published on.
///
/// In this order: `article:published_time`; `datePublished` of JSON-LD, then of microdata; the names
/// that Dublin Core and others give it in meta elements; and a `<time>` that is the article's: the
/// first one of the only article, or the only day that the times of the page name.
struct HTMLDates {
  private var meta: [String: String] = [:]
  private var linked: [String] = []
  private var microdata: [String] = []
  /// Times that stand in an article, with its number, and all others with 0.
  private var times: [(text: String, article: Int)] = []
  private var articleDepth = 0
  private var articles = 0
  /// The text of the script that is being read, if it holds linked data.
  private var script: [UInt8]?

  /// Names of meta elements, the most reliable first.
  private static let names = [
    "datepublished", "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created",
    "dcterms.date", "dc.date", "citation_publication_date", "parsely-pub-date", "sailthru.date",
    "pubdate", "publish-date", "publication_date", "date",
  ]
  private static let published = "article:published_time"
  private static let known = Set(names + [published])

  /// A script is looked at only up to so many bytes, times are kept only so many.
  private static let limits = (script: 1 << 20, times: 64)

  private static let article = HTMLName("article")
  private static let scriptName = HTMLName("script")

  /// What the page states, the most reliable first.
  var stated: [String] {
    [meta[Self.published]].compactMap(\.self) + linked + microdata
      + Self.names.compactMap { meta[$0] } + timesOfArticle
  }

  /// Takes note of a meta element.
  mutating func meta(_ attribute: (String) -> String?) {
    if let property = (attribute("property") ?? attribute("name"))?.lowercased(),
      Self.known.contains(property), meta[property] == nil
    {
      meta[property] = filled(attribute("content"))
    }
  }

  /// Takes note of what any element says in microdata.
  ///
  /// - Parameter property: The value of its attribute `itemprop`.
  mutating func item(_ property: String, _ attribute: (String) -> String?) {
    guard property == "datePublished", microdata.isEmpty,
      let text = filled(attribute("content") ?? attribute("datetime"))
    else { return }
    microdata.append(text)
  }

  /// Takes note of a `<time>`.
  mutating func time(_ attribute: (String) -> String?) {
    guard times.count < Self.limits.times, let text = filled(attribute("datetime")) else { return }
    guard attribute("itemprop") != "dateModified",
      attribute("class").map({ !Self.saysChanged($0) }) ?? true
    else { return }
    times.append((text, articleDepth > 0 ? articles : 0))
  }

  mutating func start(_ name: HTMLName) {
    guard name == Self.article else { return }
    if articleDepth == 0 { articles += 1 }
    articleDepth += 1
  }

  mutating func end(_ name: HTMLName) {
    if name == Self.article { articleDepth = max(0, articleDepth - 1) }
  }

  /// Takes note of a script, whose text follows, and ends with `endScript`.
  mutating func beginScript(_ name: HTMLName, _ attribute: (String) -> String?) {
    guard name == Self.scriptName, linked.isEmpty,
      attribute("type")?.lowercased().hasPrefix("application/ld+json") ?? false
    else { return }
    script = []
  }

  /// Takes text that is not shown; it matters where a script holds linked data.
  mutating func hidden(_ text: Span<UInt8>) {
    guard script != nil else { return }
    script?.append(copying: text)
    if script?.count ?? 0 > Self.limits.script { script = nil }
  }

  mutating func endScript() {
    if let script { linked = LinkedData.datesPublished(script.span) }
    script = nil
  }

  private var timesOfArticle: [String] {
    let inside = times.filter { $0.article > 0 }
    if Set(inside.map(\.article)).count == 1 { return [inside[0].text] }
    // Of several articles, or none, only what all times agree on is beyond doubt.
    let days = Set(times.map { $0.text.prefix(10) })
    return days.count == 1 ? [times[0].text] : []
  }

  private static func saysChanged(_ classes: String) -> Bool {
    let classes = classes.lowercased()
    return classes.contains("updated") || classes.contains("modified")
  }

  private func filled(_ text: String?) -> String? {
    guard let text, text.utf8.count <= 200, text.utf8.contains(where: { $0 > 0x20 }) else {
      return nil
    }
    return text
  }
}

/// JSON-LD, as far as dates of publication go.
enum LinkedData {
  /// The `datePublished` of the page, or of what it is about.
  ///
  /// Of the objects that have one, those that are nested least deeply count, articles before others;
  /// where these name several days, the page is a list, and none is its own.
  ///
  /// - Parameter script: The text of a script element.
  static func datesPublished(_ script: Span<UInt8>) -> [String] {
    var place = 0
    guard let value = try? JSONValue.parse(script, from: &place) else { return [] }
    var level = [value]
    while !level.isEmpty {
      var next: [JSONValue] = []
      var found: [(text: String, isArticle: Bool)] = []
      for value in level {
        switch value {
        case .array(let elements): next += elements
        case .object(let fields):
          if let text = fields["datePublished"]?.text { found.append((text, isArticle(value))) }
          // In the order of their names, since fields have none of their own.
          for name in fields.keys.sorted() {
            switch fields[name] {
            case .array(let elements)?: next += elements
            case .object?: next.append(fields[name] ?? .null)
            default: break
            }
          }
        default: break
        }
      }
      let articles = found.filter(\.isArticle)
      let chosen = articles.isEmpty ? found : articles
      if let first = chosen.first {
        return Set(chosen.map { $0.text.prefix(10) }).count == 1 ? [first.text] : []
      }
      level = next
    }
    return []
  }

  /// Whether the type of an object is an article: `NewsArticle`, `BlogPosting`, `Report`.
  private static func isArticle(_ value: JSONValue) -> Bool {
    let types = value["@type"]?.elements ?? [value["@type"] ?? .null]
    return types.contains { type in
      guard let name = type.text else { return false }
      return name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report"
    }
  }
}

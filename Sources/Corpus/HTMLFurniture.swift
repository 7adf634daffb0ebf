/// Tells what of a page is no part of its text: footers, cookie banners, lists of other articles.
///
/// Elements say it by their name or role, or by a class or id that is made of nothing but words of
/// two lists: at least one of `furniture` and any number of `neutral`.
///
///     class="site-footer"  id="mostRead"  class="share-buttons"     furniture
///     class="has-footer"  id="market-share"  class="comments-open"   not: `has`, `market`, `open`
enum HTMLFurniture {
  /// Why an element is taken for furniture.
  enum Reason {
    /// Its name or role: what HTML itself sets apart from the content.
    case element
    /// Its class or id, which is a guess.
    case word
    /// The same, of what readers wrote, which may be longer than the article.
    case comments
  }

  private static let containers: Set<HTMLName> = Set(
    ["aside", "footer", "div", "section", "ul", "ol", "dl", "p", "form", "dialog", "details"]
      .map { HTMLName($0) })
  private static let byName: Set<HTMLName> = [HTMLName("aside"), HTMLName("footer")]

  private static let roles: Set<String> = [
    "navigation", "contentinfo", "complementary", "search", "menu", "menubar", "dialog",
    "alertdialog",
  ]

  private static let furniture: Set<String> = [
    "footer", "nav", "navigation", "navbar", "breadcrumb", "breadcrumbs", "aside", "sidebar",
    "cookie", "cookies", "consent", "gdpr", "related", "recommended", "recommendations",
    "newsletter", "newsletters", "share", "sharing", "sharebar", "mostread", "mostpopular",
    "mostviewed", "trending",
  ]
  private static let comments: Set<String> = ["comment", "comments", "disqus"]

  /// Words that name a thing of a page and say nothing of what it holds.
  private static let neutral: Set<String> = [
    "site", "page", "global", "main", "block", "box", "list", "section", "container", "wrapper",
    "wrap", "widget", "panel", "module", "bar", "banner", "notice", "popup", "modal", "overlay",
    "buttons", "button", "links", "link", "articles", "article", "stories", "story", "posts",
    "post", "news", "content", "signup", "sign", "up", "form", "area", "inner", "outer", "top",
    "bottom", "left", "right", "social", "icons", "tools", "items", "group", "rail", "row", "js",
    "component", "the", "thread",
  ]
  /// After `most`: `most-read`, `mostPopular`.
  private static let most: Set<String> = ["read", "popular", "viewed", "shared", "commented"]

  /// Whether an element is furniture.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - attribute: Gives the value of an attribute.
  static func reason(_ name: HTMLName, attribute: (String) -> String?) -> Reason? {
    guard containers.contains(name) else { return nil }
    if byName.contains(name) { return .element }
    if let role = attribute("role"), roles.contains(role.lowercased()) { return .element }
    var found: Reason?
    for value in [attribute("class"), attribute("id")] {
      for word in (value ?? "").utf8.prefix(1000).split(whereSeparator: { $0 <= 0x20 }) {
        switch reason(ofWords: words(in: Array(word))) {
        case .comments?: return .comments
        case let reason?: found = reason
        case nil: break
        }
      }
    }
    return found
  }

  private static func reason(ofWords words: [String]) -> Reason? {
    var found: Reason?
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if comments.contains(word) {
        found = .comments
      } else if furniture.contains(word) {
        found = found ?? .word
      } else if word == "most", index < words.count, most.contains(words[index]) {
        found = found ?? .word
        index += 1
      } else if !neutral.contains(word), Int(word) == nil {
        return nil
      }
    }
    return found
  }

  /// The words of a class name: `most-read__list`, `mostReadList` → most, read, list.
  private static func words(in name: [UInt8]) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for byte in name {
      let isCapital = (0x41...0x5A).contains(byte)
      let isSmall = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
      if !isCapital && !isSmall || isCapital && wasSmall {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isCapital || isSmall {
        word.unicodeScalars.append(Unicode.Scalar(isCapital ? byte | 0x20 : byte))
      }
      wasSmall = isSmall
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}

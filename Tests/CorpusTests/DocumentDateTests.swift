import Dates
import TestSupport
import Testing

@testable import Corpus

@Suite struct DocumentDateTests {
  static func pageDate(_ html: String) throws -> String? {
    let folder = TemporaryFolder()
    folder.write("a.html", html + "<p>Text.")
    return try readAll([folder.path]).documents.first?.date
  }

  static let time = "<time datetime=2024-06-19>"

  @Test(
    "a page is of the day on which it says that it was published",
    arguments: [
      (
        "<meta property='article:published_time' content='2024-06-19T08:00:00+02:00'>",
        "2024-06-19T08:00:00+02:00"
      ),
      ("<meta name=DC.date content=2024-06-19>", "2024-06-19"),
      ("<meta name='DC.Date.issued' content='19 June 2024'>", "2024-06-19"),
      ("<meta name=date content=' 2024-06 '>", "2024-06"),
      (
        "<meta name=date content=2024-06-01><meta name=dcterms.issued content=2024-06-19>",
        "2024-06-19"
      ),
      ("<meta itemprop=datePublished content=2024-06-19>", "2024-06-19"),
      ("<span itemprop=datePublished content=2024-06-19>Wednesday</span>", "2024-06-19"),
      (
        "<time itemprop=datePublished datetime=2024-06-19>x</time><time datetime=2025-01-01>",
        "2024-06-19"
      ),
      (
        "<article><time datetime=2024-06-19></time><time datetime=2025-01-01></time></article><time datetime=2020-01-01>",
        "2024-06-19"
      ),
      (time + "x</time>" + time, "2024-06-19"),
      ("<aside><time datetime=2025-01-01></time></aside>" + time, "2024-06-19"),
      (
        "<article><time class=updated datetime=2025-01-01></time>" + time + "</article>",
        "2024-06-19"
      ),
      ("<time itemprop=dateModified datetime=2025-01-01></time>" + time, "2024-06-19"),
      // Lists: nothing says which day is the page's own.
      ("<time datetime=2024-06-19></time><time datetime=2024-06-20>", nil),
      (
        "<article><time datetime=2024-06-19></time></article><article><time datetime=2024-06-20></time></article>",
        nil
      ),
      ("<meta property='article:modified_time' content=2024-06-19>", nil),
      // What cannot be read leaves the word to the next.
      (
        "<meta property='article:published_time' content=yesterday><meta name=date content=2024-06-19>",
        "2024-06-19"
      ),
      ("<meta name=date content=2023-02-30>", nil), ("<meta name=date>", nil),
      ("<meta name=date content=''>", nil), ("<time>2024-06-19</time>", nil),
    ] as [(String, String?)])
  func pages(html: String, expected: String?) throws {
    #expect(try Self.pageDate(html) == expected)
  }

  static let linked =
    [
      (#"{"@type":"NewsArticle","datePublished":"2024-06-19T08:00:00Z"}"#, "2024-06-19T08:00:00Z"),
      (
        #"[{"@type":"Organization"},{"@type":["Article"],"datePublished":"2024-06-19"}]"#,
        "2024-06-19"
      ),
      (
        #"{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":"BlogPosting","datePublished":"2024-06-19"}]}"#,
        "2024-06-19"
      ),
      (#"{"datePublished":"2024-06-19","review":{"datePublished":"2020-01-01"}}"#, "2024-06-19"),
      (
        #"{"itemListElement":[{"@type":"Article","datePublished":"2024-06-19"},{"@type":"Article","datePublished":"2024-06-20"}]}"#,
        nil
      ),
      (#"{"dateModified":"2024-06-19"}"#, nil), (#"{"datePublished":20240619}"#, nil),
      (#"{"datePublished":"2024-06-19""#, nil), ("", nil), ("null", nil),
      (String(repeating: "[", count: 100_000), nil),
      (
        #"{"a":"# + String(repeating: "[", count: 400) + #"{"datePublished":"2024-06-19"}"#
          + String(repeating: "]", count: 400) + "}", "2024-06-19"
      ),
    ] as [(String, String?)]

  @Test("linked data dates the page", arguments: linked.indices)
  func linkedData(number: Int) throws {
    let (script, expected) = Self.linked[number]
    let page = "<script type='application/ld+json'>\n\(script)\n</script>"
    #expect(try Self.pageDate(page) == expected)
    // In this type it is a program.
    #expect(try Self.pageDate("<script>\(script)</script>") == nil)
    // What the page states in its head goes before it.
    #expect(
      try Self.pageDate(
        page + "<meta property='article:published_time' content=2021-01-01>") == "2021-01-01")
  }

  @Test("the text of linked data is no text of the page, and an endless script no harm")
  func script() throws {
    let text = String(repeating: "x", count: 3_000_000)
    let page = "<script type='application/ld+json'>{\"a\":\"\(text)"
    #expect(try HTMLPageTests.text(page) == "")
    #expect(
      try HTMLPageTests.text("<p>a<script type='application/ld+json'>{}</script>b") == "a b")
  }

  @Test("a record is of the day that its field states, in any form that is known")
  func records() throws {
    let folder = TemporaryFolder()
    folder.write(
      "a.jsonl",
      ["\"19 June 2024\"", "1718784000", "\"\"", "null", "\"03/04/2024\"", "true"]
        .map { "{\"text\":\"x\",\"date\":\($0)}\n" }.joined())
    folder.write("b.csv", "text,Published,when\nx,2024-06-19,2020\nx,,2021\nx,soon,2022\n")
    let result = try readAll([folder.path])
    #expect(
      result.documents.map(\.date) == [
        "2024-06-19", "2024-06-19T08:00:00Z", nil, nil, nil, nil, "2024-06-19", nil, nil,
      ])
    #expect(
      result.documents.compactMap(\.unreadDate) == [.ambiguous("03/04/2024"), .unknown("soon")])
    #expect(result.problems == [])
    var options = InputOptions()
    options.dateOrder = .mdy
    options.fields.date = ["when", "date"]
    #expect(
      try readAll([folder.path], options: options).documents.map(\.date).suffix(5)
        == ["2024-03-04", nil, "2020", "2021", "2022"])
  }

  @Test(
    "a stated date goes before a dateline, and a dateline before the name of the file",
    arguments: [
      ("2024-01-01-a.md", "---\ndate: 2022\n---\nSEOUL, May 2, 2023 (AP) - Text.", "2022"),
      ("2024-01-01-a.md", "---\ndate: soon\n---\nSEOUL, May 2, 2023 (AP) - Text.", "2023-05-02"),
      ("2024-01-01-a.txt", "Menu\n\nSEOUL, May 2, 2023 (AP) - Text.", "2023-05-02"),
      ("2024-01-01-a.html", "<p>Menu<p>SEOUL, May 2, 2023 (AP) - Text.", "2023-05-02"),
      ("2024-01-01-a.txt", "Text.", "2024-01-01"), ("2024-01-01-a.html", "<p>Text.", "2024-01-01"),
      ("2024/01/02/a.txt", "Text.", "2024-01-02"), ("a.txt", "Tuesday, June 18, 2024\nText.", nil),
      // The name of a file of records says when somebody saved them.
      ("2024-01-01.jsonl", "{\"text\":\"SEOUL, May 2, 2023 (AP) - Text.\"}", "2023-05-02"),
      ("2024-01-01.jsonl", "{\"text\":\"Text.\"}", nil), ("2024-01-01.csv", "text\nText.\n", nil),
    ] as [(String, String, String?)])
  func order(name: String, content: String, expected: String?) throws {
    let folder = TemporaryFolder()
    folder.write("in/" + name, content)
    let document = try #require(try readAll([folder.path + "/in"]).documents.first)
    #expect(document.date == expected)
    #expect(document.days == expected.flatMap { StatedDate(iso: $0) }?.days)
  }
}

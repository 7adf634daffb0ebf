import Testing

@testable import Corpus

@Suite struct HTMLPageTests {
  static func text(_ html: String) throws -> String {
    String(decoding: try HTMLPage(Array(html.utf8).span).text, as: UTF8.self)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let html: String
    let text: String
  }

  static let cases = [
    Case(testDescription: "a page without text", html: "<html><body></body></html>", text: ""),
    Case(testDescription: "bare text is text", html: "Putin met Kim", text: "Putin met Kim"),
    Case(
      testDescription: "blocks are apart by a blank line, white space collapses",
      html: "<h1>A\n  b</h1><p> c <b>d</b>e </p>\n<div><div>f</div></div>g",
      text: "A b\n\nc de\n\nf\n\ng"),
    Case(
      testDescription: "one line break is a line, two are a blank line", html: "a<br>b <br/> <br>c",
      text: "a\nb\n\nc"),
    Case(
      testDescription: "cells are apart by tabs, rows are lines",
      html: "<table><tr><th>Name</th><th>State</th></tr><tr><td>Kim<td> North Korea </table>x",
      text: "Name\tState\nKim\tNorth Korea\n\nx"),
    Case(
      testDescription: "list items are on lines of their own",
      html: "a<ul><li>b<li>c<ul><li>d</ul></ul>e", text: "a\n\nb\nc\nd\n\ne"),
    Case(
      testDescription: "preformatted lines stay", html: "<p>a<pre>\n  x\n\ty  z\n</pre>b",
      text: "a\n\n  x\n\ty  z\n\nb"),
    Case(
      testDescription: "what is not shown is left out",
      html: """
        <head><title>T</title><style>p{}</style></head><body><nav><ul><li>menu</ul></nav>a
        <script>if (a<b) "<p>x</p>"</script><noscript><p>n</noscript><template>t</template>
        <svg><title>s</title><text>v</text></svg><button>k</button><select><option>o</select>
        <textarea>w</textarea><!-- c --><iframe>i</iframe>b</body>
        """, text: "a b"),
    Case(
      testDescription: "header and form stay, footer and aside go",
      html: "<header>a</header><form>b<aside>x</aside></form>c<footer>y</footer>d",
      text: "a\n\nb\n\nc\n\nd"),
    Case(
      testDescription: "entities are decoded once",
      html: "Caf&eacute; &#8211; &amp;lt; &#x1F600; &unknown; &nbsp;A&T",
      text:
        "Café – &lt; 😀 &unknown; \u{A0}A&T"),
    Case(
      testDescription: "soft hyphens vanish", html: "Pu&shy;tin Jo\u{AD}ng", text: "Putin Jong"),
    Case(
      testDescription: "elements out of order do no harm",
      html: "<b><p>a</b>b</p></div></i><td>c</html>d<body>e", text: "ab\n\nc\n\nd\n\ne"),
    Case(
      testDescription: "no entity of a document type is expanded",
      html: "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>&e;</p>", text: "]>\n\n&e;"),
    Case(
      testDescription: "XHTML is read as HTML",
      html:
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>a<br/>b</p></body></html>",
      text: "a\nb"),
  ]

  @Test("the text is what a reader sees", arguments: cases)
  func extracts(_ testCase: Case) throws {
    let text = try Self.text(testCase.html)
    #expect(text == testCase.text)
  }

  @Test("the page says its title, date, source and language")
  func metadata() throws {
    let page = """
      <html lang="en-GB"><head><title> Pact\n signed </title><meta property="og:title" content="No">
      <link rel="canonical" href="https://www.Example.org:80/a?b"><meta name="x" content="y">
      <meta property="article:published_time" content="2024-06-19T08:00:00Z"></head>
      <body><time datetime="2025-01-01">now</time><svg><title>no</title></svg></body></html>
      """
    let read = try HTMLPage(Array(page.utf8).span)
    #expect(
      read.document(id: "a")
        == Document(
          id: "a", title: "Pact signed", source: "example.org", language: "en-GB",
          text: Array("now".utf8)))
    #expect(read.dates == ["2024-06-19T08:00:00Z", "2025-01-01"])
  }

  @Test("what a page says elsewhere stands in for what it does not say")
  func otherMetadata() throws {
    let page = """
      <meta property="og:title" content="Title &amp; more"><meta property="og:site_name" content="Site">
      <title> </title><p>a <time>x</time><time datetime="2025-01-01">y</time>
      """
    let read = try HTMLPage(Array(page.utf8).span)
    let document = read.document(id: "a")
    #expect(document.title == "Title & more")
    #expect(document.source == "Site")
    #expect(read.dates == ["2025-01-01"])
    #expect(document.language == nil)
  }

  @Test(
    "the encoding is that of the mark, then of the meta element, then what the bytes show",
    arguments: [
      ([0xEF, 0xBB, 0xBF] + Array("<meta charset=koi8-r>é".utf8), "é", nil),
      (Array("<meta charset='windows-1251'><p>".utf8) + [0xCF, 0xF3], "Пу", nil),
      (
        Array("<META http-equiv=x content=\"text/html; charset=Shift_JIS\"><p>".utf8) + [
          0x8B, 0xE0,
        ],
        "金", nil
      ),
      (Array("<meta charset=\"iso-8859-1\"><p>".utf8) + [0x93, 0xE9, 0x94], "“é”", nil),
      (Array("<meta charset=utf-8><p>é".utf8), "é", nil), (Array("<p>é".utf8), "é", nil),
      (
        Array("<p>".utf8) + [0xE9], "é", "is not valid UTF-8; read as windows-1252"
      ),
      (
        Array("<meta charset=martian><p>é".utf8), "é", "states an unknown encoding, \"martian\""
      ),
      (
        Array("<meta charset=gb2312><p>a".utf8) + [0xFF, 0x62, 0xBD, 0xF0], "a\u{FFFD}b金",
        "1 byte not in gb2312 replaced by U+FFFD"
      ),
    ] as [([UInt8], String, String?)])
  func encodings(bytes: [UInt8], text: String, warning: String?) throws {
    let page = try HTMLPage(bytes.span)
    #expect(String(decoding: page.text, as: UTF8.self) == text)
    #expect(page.warning == warning)
  }

  @Test("a long page in another encoding is converted whole, characters across pieces included")
  func longEncoded() throws {
    var bytes = Array("<meta charset=gb18030><p>x".utf8)
    for _ in 0..<100_000 { bytes += [0xBD, 0xF0] }
    let page = try HTMLPage(bytes.span)
    #expect(page.text == Array(("x" + String(repeating: "金", count: 100_000)).utf8))
    #expect(page.warning == nil)
  }

  @Test(
    "hostile nesting, tags and lines neither crash nor take long",
    arguments: [
      ("div", 100_000), ("b", 100_000), ("ul><li", 50_000), ("table><tr><td", 30_000),
      ("a b=\"", 50_000), ("script", 50_000), ("!--", 50_000), ("![CDATA[", 50_000), ("", 200_000),
      ("/", 200_000), ("pre", 50_000), ("title", 50_000), ("svg", 50_000),
    ])
  func bombs(tag: String, count: Int) throws {
    _ = try Self.text("<p>a" + String(repeating: "<\(tag)>", count: count) + "b")
    _ = try Self.text("<p>a" + String(repeating: "<\(tag)", count: count))
    if tag == "div" {
      #expect(try Self.text(String(repeating: "<div>", count: count) + "deep") == "deep")
    }
  }

  @Test("end tags that close nothing in a deep page end the reading, with a warning")
  func endTags() throws {
    let page =
      "<p>before" + String(repeating: "<b>", count: 60_000)
      + String(repeating: "</i>", count: 60_000) + "<p>after"
    let result = try HTMLPage(Array(page.utf8).span)
    #expect(String(decoding: result.text, as: UTF8.self).hasPrefix("before"))
    #expect(result.warning == "its elements are nested too deeply; it was read in part")
  }

  @Test("a tag with very many attributes keeps the first and costs little")
  func attributes() throws {
    for (before, after) in [(" a", ""), (" b", "='>'"), ("/c", "=x"), ("\"d", "=\"")] {
      let many = (0..<20_000).map { "\(before)\($0)\(after)" }.joined()
      let page = "<html lang=ko \(many)><p>x</p>"
      #expect(try HTMLPage(Array(page.utf8).span).document(id: "a").language == "ko")
    }
    var plain = Array("<p a='1 > 2' b=\"x\" c>text and < more</p> a<b".utf8)
    let before = plain
    HTMLAttributeLimit.apply(to: &plain)
    #expect(plain == before)
    var open = Array("<p a=\"".utf8)
    HTMLAttributeLimit.apply(to: &open)
  }

  @Test("a NUL among much text is a space, not the end of the page")
  func null() throws {
    let word = String(repeating: "x", count: 2000)
    #expect(try Self.text("<p>\(word)\0b</p>") == word + " b")
  }

  @Test(
    "an encoding in which a meta element could not have been read is not believed",
    arguments: ["ucs-2", "html", "utf-32", "utf-7", "utf-16", "ebcdic-us", ""])
  func impossibleEncoding(name: String) throws {
    #expect(try Self.text("<meta charset=\(name)><p>é") == "é")
  }

  @Test("a page that is not in the encoding it states is read as what its bytes show")
  func wrongEncoding() throws {
    let bytes = Array("<meta charset=gb18030><p>".utf8) + [UInt8](repeating: 0xFF, count: 100_000)
    let page = try HTMLPage(bytes.span)
    #expect(page.text == Array(String(repeating: "ÿ", count: 100_000).utf8))
    #expect(page.warning == "is not valid UTF-8; read as windows-1252")
  }

  @Test("a page in one long line is read whole")
  func longLine() throws {
    let text = String(repeating: "Kim ", count: 3_000_000)
    #expect(try Self.text("<p>" + text + "</p>").utf8.count == text.utf8.count - 1)
  }
}

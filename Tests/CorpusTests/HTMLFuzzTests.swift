import TestSupport
import Testing
import TextFiles

@testable import Corpus

/// Reads pages that were changed: cut, nested, ill-formed, in other encodings than they say.
@Suite struct HTMLFuzzTests {
  private static let pieces =
    [
      "<div>", "</div>", "<p>", "</p>", "<pre>", "</pre>", "<ul><li>", "</ul>", "<table><tr><td>",
      "<blockquote>", "</blockquote>", "<aside>", "</aside>", "<nav class='menu'>", "</nav>",
      "<script>", "</script>", "<style>", "<title>", "</title>", "<svg>", "</svg>", "<b><i>",
      "<br>",
      "<!--", "-->", "<![CDATA[", "]]>", "<?xml", "<!DOCTYPE", "<", ">", "\"", "'", "=", "/", "&",
      "&amp;", "&#0;", "&#x110000;", "&#xD800;", "&#99999999999;", "&shy;", "&bogus", "\0", "\r",
      "\u{FEFF}", "\u{AD}", "é", "😀", "<meta charset=windows-1251>", "<meta charset='shift_jis'>",
      "<meta charset=utf-16>", "<meta charset=gb18030>", "<meta charset=iso-2022-jp>",
      "<meta charset=nonsense>", "<meta property='article:published_time' content='2024-99-99'>",
      "<time datetime='2024-01-02'>", "<script type='application/ld+json'>{\"datePublished\":",
      "{\"@graph\":[[[[", "<article itemprop=articleBody>",
      "<div class='related comments' id=footer>",
      "<link rel=canonical href='//@:'>", "<main>", "<h1>",
      "<a title='\(String(repeating: "x", count: 900))'>",
    ].map { Array($0.utf8) } + [
      [0xFF, 0xFE], [0x80], [0xC3], [0xE9, 0xE0], [0x1B, 0x24, 0x42], [0x8E, 0xFF],
    ]

  private static let pages = [
    """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
    <meta property="og:site_name" content="Paper"><link rel="canonical" href="https://www.example.org/a">
    <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-06-19T08:00:00Z"}</script>
    </head><body><nav><ul><li><a href="/">Home</a></ul></nav><article><h1>Two met</h1>
    <p>One met <b>an</b>other &amp; left.<p>Café &#8211; &eacute;.<pre>
      x  y
    </pre><table><tr><th>Name<td>Kim</table><blockquote>So<footer>said he</footer></blockquote>
    <aside class="related">More</aside><time datetime="2024-06-18">18 June</time></article>
    <footer>Imprint</footer></body></html>
    """,
    "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1252'></head><p>a<div id=comments>b</div>c",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>a<br/>b</p></body></html>",
    "bare text, <b>bold<i>both</b>one</i>",
  ]

  @Test(
    "a page of any bytes gives valid text, or the one reason why not", arguments: FuzzTarget.workers
  )
  func survives(worker: Int) throws {
    try FuzzTarget("HTML", cases: 300).run(worker) { seed, random in
      let page = random.pick(Self.pages)
      var bytes = random.oneIn(12) ? random.bytes(random.pick([3, 40, 400])) : Array(page.utf8)
      if random.oneIn(8) { bytes = utf16(page, isBigEndian: random.oneIn(2)) }
      if random.oneIn(20) {
        let nested = random.pick(Self.pieces)
        bytes = (0..<random.pick([100, 3000])).flatMap { _ in nested } + bytes
      }
      bytes = random.mutated(bytes, with: Self.pieces)
      guard let page = try? HTMLPage(bytes.span) else { return }
      let document = page.document(id: "page")
      let isValid = UTF8Check.isValid(document.text.span)
      #expect(isValid, "seed \(seed)")
      #expect(!document.text.contains(0), "seed \(seed)")
      #expect(page.warning?.contains("\n") != true, "seed \(seed)")
      #expect(document.title?.isEmpty != true, "seed \(seed)")
      #expect(document.source?.isEmpty != true, "seed \(seed)")
      _ = page.dates
    }
  }
}

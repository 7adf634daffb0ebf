import Testing

@testable import Corpus

@Suite struct HTMLFurnitureTests {
  /// Longer than what stands around it, so that none of it can be taken for the article.
  static let story = "Vladimir Putin met Kim Jong Un in Pyongyang, where they signed a pact."

  @Test(
    "what is around an article is left out",
    arguments: [
      "<footer>%</footer>", "<footer><div><p>%</p></div><p>%</p></footer>", "<aside>%</aside>",
      "<nav>%</nav>", "<div role=navigation>%</div>", "<div ROLE='contentinfo'>%</div>",
      "<section role=complementary>%</section>", "<div role=dialog>%</div>",
      "<div class=cookie-banner>%</div>", "<div id='CookieConsent'>%</div>",
      "<div class='fixed gdpr'>%</div>", "<section class='related-articles'><h3>%</h3></section>",
      "<ul class=most-read><li>%<li>%</ul>", "<ol id=mostPopular><li>%</ol>",
      "<div class='module most_read__list'><div>%</div></div>", "<p class=related>%</p>",
      "<div class='newsletter-signup'><form>%</form></div>", "<div class='social-share'>%</div>",
      "<div class='share-buttons'>%</div>", "<div id=comments>%</div>",
      "<section class='c-comments' id='comments-section-2'>%</section>",
      "<div class=sidebar><article><h2>%</h2></article></div>", "<div class=siteFooter>%</div>",
      "<div class=footer><pre>%\n  </pre></div>",
    ])
  func leftOut(html: String) throws {
    let furniture = html.replacing("%", with: "Xi Jinping")
    let page = "<h1>Pact</h1><p>\(Self.story)</p>\(furniture)<p>The end.</p>"
    #expect(try HTMLPageTests.text(page) == "Pact\n\n\(Self.story)\n\nThe end.", "\(html)")
  }

  @Test(
    "what only sounds like it stays",
    arguments: [
      "<div class=has-footer>%</div>", "<div class='comments-open sharing-enabled'>%</div>",
      "<div class='market-share'>%</div>", "<div id=cookie-recipes>%</div>",
      "<div class='article-with-related'>%</div>", "<div class=unrelated>%</div>",
      "<p class=shareholders>%</p>", "<div data-role=navigation>%</div>", "<div class>%</div>",
      "<blockquote>%<footer>%</footer></blockquote>", "<article class=comment>%</article>",
      "<span class=footer>%</span>", "<div class=navigators>%</div>", "<div class='most'>%</div>",
      "<main class=related>%</main>", "<div class=consenting>%</div>",
      "<section class='article-list news'>%</section>",
    ])
  func stays(html: String) throws {
    let said = html.replacing("%", with: "Xi Jinping shared cookies.")
    let text = try HTMLPageTests.text("<h1>Pact</h1><p>\(Self.story)</p>\(said)<p>The end.</p>")
    let expected = html.split(separator: "%").count - 1
    #expect(text.split(separator: "Xi Jinping").count - 1 == expected, "\(text)")
    #expect(text.hasSuffix("The end."))
  }

  @Test("an article about such things loses no word")
  func words() throws {
    let body = [
      "The cookie consent banner of the ministry’s newsletter drew comments.",
      "Related: the most read share offer in Pyongyang’s history. In the footer, a navigation aside.",
    ]
    let page =
      "<body class='newsletter share'><main class=related><h1>Comments and cookies</h1>"
      + body.map { "<p>\($0)</p>" }.joined() + "</main></body>"
    #expect(
      try HTMLPageTests.text(page) == (["Comments and cookies"] + body).joined(separator: "\n\n"))
  }

  @Test(
    "an article in an element that is named like furniture is still the article",
    arguments: [
      "<div class=share><h1>Pact</h1><p>%</p></div><footer>x</footer>",
      "<h1>Pact</h1><div class='content-share'><p>%</p></div><footer>x</footer>",
      "<div class=related><main>Pact<p>%</p></main></div>",
      "<div class=page-comments><div itemprop=articleBody>Pact<p>%</p></div></div>",
      "Pact<div class=sidebar><p>%",
    ])
  func named(html: String) throws {
    #expect(
      try HTMLPageTests.text(html.replacing("%", with: Self.story)) == "Pact\n\n\(Self.story)")
  }

  @Test("comments are left out even where they are longer than the article")
  func comments() throws {
    let page =
      "<p>\(Self.story)</p><div id=comments>"
      + String(repeating: "<p>Xi Jinping!</p>", count: 100) + "</div>"
    #expect(try HTMLPageTests.text(page) == Self.story)
  }

  @Test(
    "hostile nesting of furniture neither crashes nor takes long",
    arguments: [
      "<aside>", "<div class=share>", "<footer><h1>", "<p class='a b c share'>",
      "<div class=share><pre> x </pre>",
    ])
  func bombs(tag: String) throws {
    _ = try HTMLPageTests.text("a" + String(repeating: tag, count: 30_000) + "b")
    let long = String(repeating: "share-", count: 100_000)
    _ = try HTMLPageTests.text("a<div class='\(long)'>b</div>cde")
  }
}

import Gazetteers
import Recognition
import Testing

@testable import Cooccurrence

/// Windows and what tells them apart.
@Suite struct WindowFinderTests {
  static let story = "[a Anna] met [b Bo].|[c Cy] slept.|Nobody came.¶[a Anna] left [a Ann]."

  @Test(
    "a window is the sentence, the passage or the document",
    arguments: [
      (WindowKind.sentence, ["Anna met Bo.: ab", "Cy slept.: c", "Anna left Ann.: a"]),
      (.passage, ["Anna met Bo. Cy slept. Nobody came.: abc", "Anna left Ann.: a"]),
      (.document, ["Anna met Bo. Cy slept. Nobody came.\n\nAnna left Ann.: abc"]),
    ])
  func kinds(kind: WindowKind, expected: [String]) {
    #expect(MarkedText(Self.story).shown(kind) == expected)
  }

  @Test(
    "every mention opens a window of so many tokens, which ends behind its last mention if it ties",
    arguments: [
      (2, ["Anna met: a(a)", "Bo. Cy: bc(b)", "Cy slept: c(c)", "Anna left: a(a)", "Ann.: a(a)"]),
      (
        3,
        [
          "Anna met Bo: ab(a)", "Bo. Cy: bc(b)", "Cy slept. Nobody: c(c)", "Anna left Ann: a(a)",
          "Ann.: a(a)",
        ]
      ),
      (
        5,
        [
          "Anna met Bo. Cy: abc(a)", "Bo. Cy: bc(b)", "Cy slept. Nobody came.\n\nAnna: ac(c)",
          "Anna left Ann.: a(a)", "Ann.: a(a)",
        ]
      ),
    ])
  func tokens(count: Int, expected: [String]) {
    #expect(MarkedText(Self.story).shown(.tokens(count)) == expected)
  }

  @Test("a mention that begins in a window of tokens belongs to it with all its tokens")
  func longMention() {
    let text = MarkedText("[a Anna] of [b New South Wales] won.")
    #expect(
      text.shown(.tokens(3)) == ["Anna of New South Wales: ab(a)", "New South Wales: b(b)"])
  }

  @Test("a window of tokens that ties is the same whatever follows; a name alone is not")
  func whatFollows() {
    func keys(_ markup: String) -> [UInt64] { MarkedText(markup).windows(.tokens(4)).map(\.key) }
    let (first, second) = (keys("[a Anna] met [b Bo] today"), keys("[a Anna] met [b Bo] again"))
    #expect(first[0] == second[0])
    #expect(first[1] != second[1])
  }

  @Test("an opener ties itself to each other entity, and these not to one another")
  func openerPairs() {
    let batch = MarkedText("[b Bo] [a Anna] [c Cy] [b Bob]").document("d", .tokens(4))
    func pairs(_ window: Window) -> [String] {
      var result: [String] = []
      batch.forEachPair(of: window) { result.append("\($0.raw)-\($1.raw)") }
      return result
    }
    #expect(batch.windows.map(pairs) == [["0-1", "1-2"], ["0-1", "0-2"], ["1-2"], []])
  }

  @Test("a window without an opener ties all its entities")
  func allPairs() {
    var result: [String] = []
    let batch = MarkedText("[c Cy] [a Anna] [b Bo] [a Ann]").document("d", .sentence)
    batch.forEachPair(of: batch.windows[0]) { result.append("\($0.raw)-\($1.raw)") }
    #expect(result == ["0-1", "0-2", "1-2"])
  }

  @Test("a text without mentions has no window")
  func none() {
    for kind in [WindowKind.sentence, .passage, .document, .tokens(5)] {
      #expect(MarkedText("Nobody came.|Rain fell.").windows(kind).isEmpty)
      #expect(MarkedText("").windows(kind).isEmpty)
    }
  }

  @Test(
    "a window is the same whatever its white space, signs, case and diacritics",
    arguments: [
      ("white space", "[a Anna]  met\n[b Bo] "),
      ("no-break space", "[a Anna]\u{A0}met\u{2009}[b Bo]"),
      ("straight quotation marks", "\"[a Anna]\" met '[b Bo]'"),
      ("curly quotation marks", "“[a Anna]” met ‘[b Bo]’"),
      ("guillemets", "«[a Anna]» met ‹[b Bo]›"),
      ("a hyphen", "[a Anna]-met-[b Bo]"),
      ("dashes", "[a Anna] – met—[b Bo]"),
      ("a period", "[a Anna] met [b Bo]."),
      ("capitals", "[a ANNA] MET [b BO]"),
      ("diacritics", "[a Ännà] mét [b Bø]"),
      ("decomposed diacritics", "[a A\u{308}nna] me\u{301}t [b Bo]"),
      ("format characters", "\u{FEFF}[a Anna] m\u{AD}et [b Bo]\u{200B}"),
      ("full-width letters", "[a Ａnna] ｍｅｔ [b Bo]"),
    ])
  func same(name: String, markup: String) {
    for kind in [WindowKind.sentence, .passage, .document, .tokens(3)] {
      let plain = MarkedText("[a Anna] met [b Bo]").windows(kind)
      let other = MarkedText(markup).windows(kind)
      #expect(plain.map(\.key) == other.map(\.key), "\(name), \(kind)")
    }
  }

  @Test(
    "a window differs where a word, its place or an entity differs",
    arguments: [
      ("a word more", "[a Anna] met [b Bo] twice"),
      ("a word less", "[a Anna] [b Bo]"),
      ("another word", "[a Anna] saw [b Bo]"),
      ("another order", "[b Bo] met [a Anna]"),
      ("words run together", "[a Annamet] [b Bo]"),
      ("another number", "[a Anna] 2 [b Bo]"),
      ("another entity", "[a Anna] met [c Bo]"),
      ("an entity more", "[a Anna] [c met] [b Bo]"),
      ("an entity less", "[a Anna] met Bo"),
      ("no letters in common", "[a 漢] 字 [b 山]"),
    ])
  func different(name: String, markup: String) {
    for kind in [WindowKind.sentence, .passage, .document] {
      let plain = MarkedText("[a Anna] met [b Bo]").windows(kind)[0].key
      #expect(MarkedText(markup).windows(kind)[0].key != plain, "\(name), \(kind)")
    }
  }

  @Test("the same words opened by another mention are another window")
  func openers() {
    let first = MarkedText("[a Anna] [b Bo]").document("d", .tokens(2))
    let second = MarkedText("[b Anna] [a Bo]").document("d", .tokens(2))
    #expect(first.entities(of: first.windows[0]) == second.entities(of: second.windows[0]))
    #expect(first.windows[0].key != second.windows[0].key)
  }

  @Test(
    "the kind of window is read from a word or a number",
    arguments: [
      ("sentence", WindowKind.sentence), ("passage", .passage), ("document", .document),
      ("2", .tokens(2)), ("50", .tokens(50)), ("1", nil), ("0", nil), ("-3", nil), ("", nil),
      ("Sentence", nil), ("2.5", nil), ("99999999999999999999", nil),
    ])
  func words(word: String, expected: WindowKind?) {
    #expect(WindowKind(word: word) == expected)
    if let expected { #expect(expected.description == word) }
  }
}

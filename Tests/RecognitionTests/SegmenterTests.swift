import Testing

@testable import Recognition

/// A text and its sentences, passages apart.
struct SegmentCase: Sendable, CustomTestStringConvertible {
  var reason: String
  var text: String
  /// For each passage its sentences.
  var passages: [[String]]

  init(_ reason: String, _ text: String, _ passages: [String]...) {
    self.reason = reason
    self.text = text
    self.passages = passages
  }

  var testDescription: String { reason }
}

@Suite struct SegmenterTests {
  static let ends = [
    SegmentCase("a full stop", "He left. She stayed.", ["He left.", "She stayed."]),
    SegmentCase("other marks", "Who? Me! Why?! So.", ["Who?", "Me!", "Why?!", "So."]),
    SegmentCase("no mark at the end", "He left. She stayed", ["He left.", "She stayed"]),
    SegmentCase("no mark at all", "Nobody came", ["Nobody came"]),
    SegmentCase(
      "a small letter goes on", "\"Who?\" he asked. approx. ten came",
      ["\"Who?\" he asked. approx. ten came"]),
    SegmentCase(
      "a quotation takes its closing mark", "“We won.” He left. 'So.' (All of us.) Fine.",
      ["“We won.”", "He left.", "'So.'", "(All of us.)", "Fine."]),
    SegmentCase(
      "a quotation opens a sentence", "He left. “We won,” she said. (Fine.) «Да.» Нет.",
      ["He left.", "“We won,” she said.", "(Fine.)", "«Да.»", "Нет."]),
    SegmentCase(
      "an ellipsis before a capital", "He left… She stayed... It rained.",
      ["He left…", "She stayed...", "It rained."]),
    SegmentCase(
      "an ellipsis before a small letter", "He left… and came... back.",
      ["He left… and came... back."]),
    SegmentCase(
      "a number", "It rose 3.5 percent to 1,000.25 points. In 2024. Prices fell.",
      ["It rose 3.5 percent to 1,000.25 points.", "In 2024.", "Prices fell."]),
    SegmentCase(
      "words of other scripts, and a small letter behind",
      "Ин жоин фул. Реад оф ит. ал ходит. ÉLAN. Épée est. été. Étienne. ßa. Ω. Αθήνα. Ένα.",
      [
        "Ин жоин фул.", "Реад оф ит. ал ходит.", "ÉLAN.", "Épée est. été.", "Étienne. ßa.",
        "Ω. Αθήνα.", "Ένα.",
      ]),
    SegmentCase(
      "initials of other scripts", "Ман Л. Кроке ат. Ив Л\u{301}. Кроке. É. Zola.",
      ["Ман Л. Кроке ат.", "Ив Л\u{301}. Кроке.", "É. Zola."]),
    SegmentCase(
      "the number of an item", "1. Putin came. 2. Kim left.", ["1. Putin came.", "2. Kim left."]),
    SegmentCase(
      "a form of address", "Mr. Kim met Mrs. Park, Dr. Lee, Gen. Cho and Sen. Smith. They ate.",
      ["Mr. Kim met Mrs. Park, Dr. Lee, Gen. Cho and Sen. Smith.", "They ate."]),
    SegmentCase(
      "initials", "George W. Bush met J. R. Smith and J.K. Rowling. They ate.",
      ["George W. Bush met J. R. Smith and J.K. Rowling.", "They ate."]),
    SegmentCase(
      "an abbreviation that may end a sentence", "He left the U.S. The U.S. Army stayed.",
      ["He left the U.S.", "The U.S. Army stayed."]),
    SegmentCase(
      "a company at the end and in the middle",
      "He runs Alpha Inc. The firm and Beta Corp. Europe grew.",
      ["He runs Alpha Inc.", "The firm and Beta Corp. Europe grew."]),
    SegmentCase(
      "times of day", "It began at 9 a.m. on Monday. It ended at 5 p.m. They ate.",
      ["It began at 9 a.m. on Monday.", "It ended at 5 p.m.", "They ate."]),
    SegmentCase(
      "a month", "On Jan. 5 it rained. In Sept. Prices fell.",
      ["On Jan. 5 it rained.", "In Sept. Prices fell."]
    ),
    SegmentCase(
      "a lone capital behind an abbreviation", "He left the U.S. I stayed.",
      ["He left the U.S. I stayed."]),
    SegmentCase(
      "saints and numbers", "He lives at No. 10 in St. Petersburg. She said no. The end.",
      ["He lives at No. 10 in St. Petersburg.", "She said no.", "The end."]),
    SegmentCase(
      "a lost space", "Macron left early.Macron gave no reason. He said so.”She left.",
      ["Macron left early.", "Macron gave no reason.", "He said so.”", "She left."]),
    SegmentCase(
      "addresses and names with periods", "Asian-News.net, Node.js and U.S.A agree. v2.Beta too.",
      ["Asian-News.net, Node.js and U.S.A agree. v2.Beta too."]),
    SegmentCase("Chinese", "普京访问北京。习近平欢迎他！好吗？好", ["普京访问北京。", "习近平欢迎他！", "好吗？", "好"]),
    SegmentCase("Japanese quotation", "「来た。」彼は言った。", ["「来た。」", "彼は言った。"]),
    SegmentCase("Arabic", "هل جاء؟ نعم. جاء.", ["هل جاء؟", "نعم.", "جاء."]),
    SegmentCase("Hindi", "वह आया। वह गया।", ["वह आया।", "वह गया।"]),
    SegmentCase("Russian", "Он ушёл. Она осталась. и всё.", ["Он ушёл.", "Она осталась. и всё."]),
    SegmentCase(
      "white space of other kinds", "He left.\u{A0}She stayed.\u{2003}So.",
      ["He left.", "She stayed.", "So."]),
  ]

  static let lines = [
    SegmentCase("nothing", ""),
    SegmentCase("white space alone", " \n\t\r\n\u{A0}\n\u{C}"),
    SegmentCase(
      "a headline and its story", "Kim Meets Putin\n\nThey met. They ate.\n",
      ["Kim Meets Putin"], ["They met.", "They ate."]),
    SegmentCase(
      "a headline directly above its story",
      "Kim Meets Putin\nThe two leaders met on Wednesday in the capital and ate.",
      ["Kim Meets Putin", "The two leaders met on Wednesday in the capital and ate."]),
    SegmentCase(
      "a list", "Present:\n- Russia\n- China\n1. France",
      ["Present:", "- Russia", "- China", "1. France"]),
    SegmentCase(
      "a list of long lines",
      "* The first of the points that the two leaders agreed on\n* The second of them, which they did not\n* The third",
      [
        "* The first of the points that the two leaders agreed on",
        "* The second of them, which they did not", "* The third",
      ]),
    SegmentCase(
      "wrapped prose",
      "The two leaders met on Wednesday in the capital and\nPresident Putin thanked his host. He then flew home on\nThursday.",
      [
        "The two leaders met on Wednesday in the capital and\nPresident Putin thanked his host.",
        "He then flew home on\nThursday.",
      ]),
    SegmentCase(
      "wrapped prose with CRLF",
      "The two leaders met on Wednesday in the capital and\r\nPresident Putin thanked his host.\r\n\r\nHe left.",
      ["The two leaders met on Wednesday in the capital and\r\nPresident Putin thanked his host."],
      ["He left."]),
    SegmentCase(
      "carriage returns alone", "He left. She stayed.\r\rIt rained.", ["He left.", "She stayed."],
      ["It rained."]),
    SegmentCase("a form feed ends a line", "Page one\u{C}Page two", ["Page one", "Page two"]),
    SegmentCase(
      "a line that goes on in a small letter", "President of the\nrepublic of Xanadu",
      ["President of the\nrepublic of Xanadu"]),
    SegmentCase(
      "narrow prose",
      "The two leaders met\nin Pyongyang, where\nKim received his\nguest with flowers.",
      ["The two leaders met\nin Pyongyang, where\nKim received his\nguest with flowers."]),
    SegmentCase(
      "lines that nobody wraps",
      String(repeating: "The two leaders met. ", count: 12) + "\nThe end.",
      Array(repeating: "The two leaders met.", count: 12) + ["The end."]),
    SegmentCase(
      "a line of rules parts passages, so that each wraps at its own width",
      "Aloud\n%\nHe had met her in the old town of\nBergen.\n* * *\nShe left.\n---\n",
      ["Aloud"], ["%"], ["He had met her in the old town of\nBergen."], ["* * *"], ["She left."],
      ["---"]),
    SegmentCase(
      "a bullet, a number or a dash with words is no rule", "- one\n+ 1\n# Two",
      ["- one", "+ 1", "# Two"]),
    SegmentCase(
      "white space in a blank line", "One.\n \t \nTwo.\n\u{A0}\nThree.", ["One."], ["Two."],
      ["Three."]),
  ]

  private func segment(_ text: String) -> [[String]] {
    let bytes = Array(text.utf8)
    var sentences: [Sentence] = []
    Segmenter().segment(bytes.span, into: &sentences)
    var passages: [[String]] = []
    for sentence in sentences {
      while passages.count <= sentence.passage { passages.append([]) }
      passages[sentence.passage].append(
        String(decoding: bytes[sentence.start..<sentence.end], as: UTF8.self))
    }
    return passages
  }

  @Test("sentences end where they should", arguments: ends + lines)
  func splits(_ item: SegmentCase) {
    #expect(segment(item.text) == item.passages)
  }

  @Test("sentences stand in order and hold all of the text but white space")
  func coversText() {
    for seed in 1...2000 {
      var random = RandomNames(seed: UInt64(seed))
      let entities = random.gazetteer()
      let text = (0..<3).map { _ in random.text(entities) }.joined(separator: ". ")
      let bytes = Array(text.utf8)
      var sentences: [Sentence] = []
      Segmenter().segment(bytes.span, into: &sentences)
      var (place, passage) = (0, 0)
      for sentence in sentences + [Sentence(start: bytes.count, end: bytes.count, passage: .max)] {
        #expect(sentence.start >= place, "seed \(seed)")
        #expect(sentence.passage >= passage, "seed \(seed)")
        let between = String(decoding: bytes[place..<max(place, sentence.start)], as: UTF8.self)
        let isBlank = between.unicodeScalars.allSatisfy(\.properties.isWhitespace)
        #expect(isBlank, "seed \(seed)")
        (place, passage) = (sentence.end, sentence.passage)
      }
    }
  }
}

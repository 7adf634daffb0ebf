import TestSupport
import Testing

@testable import Corpus

@Suite struct MarkdownCodeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let markdown: String
    /// The pieces that are code, in order.
    let code: [String]
  }

  static let cases = [
    Case(testDescription: "no code", markdown: "# Pact\n\nPutin met *Kim*.\n", code: []),
    Case(testDescription: "a span", markdown: "Run `relata` now", code: ["relata"]),
    Case(
      testDescription: "spans of more backticks hold fewer", markdown: "``a ` b`` and `c``d`",
      code: ["a ` b", "c``d"]),
    Case(testDescription: "a span over two lines", markdown: "a `b\nc` d", code: ["b\nc"]),
    Case(testDescription: "no span goes beyond a blank line", markdown: "a `b\n\nc` d", code: []),
    Case(testDescription: "a lone backtick is text", markdown: "Xi` and Kim", code: []),
    Case(
      testDescription: "an escaped backtick opens nothing", markdown: "\\`Kim` and `Xi`",
      code: [" and "]),
    Case(
      testDescription: "a fenced block", markdown: "a\n```swift\nlet Kim = 1\n\nXi\n```\nb",
      code: ["let Kim = 1\n\nXi\n"]),
    Case(
      testDescription: "tildes, longer fences and CRLF",
      markdown: "~~~~\r\n~~~\r\n```\r\n~~~~~  \r\nKim",
      code: ["~~~\r\n```\r\n"]),
    Case(
      testDescription: "blocks in lists and quotations",
      markdown: "- ```\n  Kim\n  ```\n  Xi\n- ```\n  Lee\n  ```\n\n> ~~~\n> Bo\n> ~~~\n",
      code: ["  Kim\n", "  Lee\n", "> Bo\n"]),
    Case(
      testDescription: "a fence that is never closed is text", markdown: "```\nKim\n\nXi `x`\n",
      code: ["x"]),
    Case(
      testDescription: "a closing fence has nothing behind it",
      markdown: "```a\nKim\n```b\nXi\n```\nLee", code: ["Kim\n```b\nXi\n"]),
    Case(
      testDescription: "three backticks in a line are a span", markdown: "```Kim``` Xi",
      code: ["Kim"]),
    Case(testDescription: "an empty block", markdown: "```\n```\nKim", code: []),
    Case(testDescription: "indented lines are text", markdown: "a\n\n    Kim\n", code: []),
  ]

  @Test("spans and fenced blocks are code, and nothing else", arguments: cases)
  func finds(_ testCase: Case) {
    let bytes = Array(testCase.markdown.utf8)
    let ranges = MarkdownCode(bytes.span).ranges
    #expect(ranges.map { String(decoding: bytes[$0], as: UTF8.self) } == testCase.code)
  }

  @Test("the text stays whole, and its prose has every other byte in its place")
  func prose() throws {
    let folder = TemporaryFolder()
    let text = "Kim `é\u{1F600}` Xi\n\n```\nBo\n\nLee\n```\n"
    folder.write("a.md", "---\ntitle: T\n---\n" + text)
    folder.write("b.txt", text)
    let documents = try readAll([folder.path]).documents
    #expect(documents.map { String(decoding: $0.text, as: UTF8.self) } == [text, text])
    let prose = try #require(documents[0].prose())
    #expect(
      String(decoding: prose, as: UTF8.self) == "Kim `      ` Xi\n\n```\n  \n\n   \n```\n")
    #expect(documents[1].prose() == nil)
  }

  @Test(
    "hostile backticks and fences cost little",
    arguments: ["`", "``a", "```x\n", "~~~x\n", "`\n\n", "> ", "\\`", "- ", "1. "])
  func hostile(piece: String) {
    let clock = ContinuousClock()
    let rising = (1...1500).map { String(repeating: "~", count: $0) + "\n" }
    for text in [
      String(repeating: piece, count: 200_000), rising.joined(), rising.reversed().joined(),
      rising.reversed().joined() + String(repeating: "~~~\n", count: 100_000),
    ] {
      let bytes = Array(text.utf8)
      #expect(clock.measure { _ = MarkdownCode(bytes.span) } < .seconds(20))
    }
  }
}

import Cooccurrence
import Corpus
import EntityGraphs
import Gazetteers
import Recognition
import TextFiles

/// What one thread does with one document after another: tag it, find its windows, write its lines.
struct DocumentWorker {
  private var recognizer: Recognizer
  private let finder: WindowFinder
  private let writesMentions: Bool
  private let writesEvidence: Bool

  init(_ lexicon: Lexicon, _ options: RunOptions, writesMentions: Bool, writesEvidence: Bool) {
    recognizer = Recognizer(lexicon, options: options.recognition)
    finder = WindowFinder(options.window)
    self.writesMentions = writesMentions
    self.writesEvidence = writesEvidence
  }

  var tally: ResolutionTally { recognizer.tally }

  /// Works through a document.
  mutating func work(_ document: consuming Document) -> DocumentResult {
    if let prose = document.prose() {
      recognizer.read(prose.span, document: document.id)
    } else {
      recognizer.read(document.text.span, document: document.id)
    }
    var result = DocumentResult(
      id: document.id, line: document.line, bytes: document.text.count,
      mentionCount: recognizer.mentions.count)
    var offsets = ScalarOffsets()
    if writesMentions {
      let lines = MentionLines(lexicon: recognizer.lexicon, document: document.id)
      for mention in recognizer.mentions {
        let start = offsets.scalars(before: mention.start, in: document.text.span)
        let end = offsets.scalars(before: mention.end, in: document.text.span)
        lines.append(
          mention, text: document.text.span.extracting(mention.start..<mention.end),
          start: start, end: end, to: &result.mentionLines)
      }
    }
    var counts: [EntityIndex: Int] = [:]
    for mention in recognizer.mentions { counts[mention.entity, default: 0] += 1 }
    let windows = finder.windows(
      document.text.span, recognizer.sentences, recognizer.mentions)
    offsets = ScalarOffsets()
    result.windows = DocumentWindows(
      document: document.id, source: document.source,
      mentions: counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      windows: windows.map { window in
        (window, evidence(for: window, document, &offsets))
      })
    return result
  }

  /// How a window that ties entities is shown; `nil` for others.
  private func evidence(
    for window: Window, _ document: borrowing Document, _ offsets: inout ScalarOffsets
  ) -> Evidence? {
    guard window.entities.count > 1 else { return nil }
    let bytes = document.text.span
    let shown = Excerpt.range(of: window.start..<window.end, in: bytes)
    var text = String(decoding: document.text[shown], as: UTF8.self)
    if shown.upperBound < window.end { text += "…" }
    return Evidence(
      document: document.id, start: offsets.scalars(before: window.start, in: bytes),
      end: offsets.scalars(before: window.end, in: bytes), text: text)
  }
}

/// What became of one document.
struct DocumentResult: Sendable {
  var id: String
  /// The line of its record; nil where the file is the document.
  var line: Int?
  var bytes: Int
  var mentionCount: Int
  var windows = DocumentWindows(document: "", source: nil, mentions: [], windows: [])
  var mentionLines = ByteBuffer()
}

/// What became of one part of an input.
struct PartResult: Sendable {
  /// The path of its file, as messages show it.
  var path: String
  var documents: [DocumentResult] = []
  var problems: [InputProblem] = []
  var tally = ResolutionTally()
}

/// Cuts a long window to what a reader would look at.
enum Excerpt {
  /// Bytes of a window that evidence shows at most; longer ones end in `…`.
  static let longest = 2000

  static func range(
    of window: Range<Int>, in text: Span<UInt8>, longest: Int = Excerpt.longest
  ) -> Range<Int> {
    guard window.count > longest else { return window }
    var end = window.lowerBound + longest
    while end > window.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
    return window.lowerBound..<end
  }
}

/// Turns byte offsets into counts of Unicode scalars, going forward from the last one asked for.
struct ScalarOffsets {
  private var byte = 0
  private var scalar = 0

  /// The number of scalars before a byte offset.
  ///
  /// - Complexity: O(distance from the last offset asked for).
  mutating func scalars(before place: Int, in text: Span<UInt8>) -> Int {
    if place >= byte {
      scalar += ByteSearch.scalars(in: text.extracting(byte..<place))
    } else {
      scalar -= ByteSearch.scalars(in: text.extracting(place..<byte))
    }
    byte = place
    return scalar
  }
}

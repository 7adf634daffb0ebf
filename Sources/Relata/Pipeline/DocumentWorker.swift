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
  private let dates: DateFilter
  private let writesMentions: Bool
  private let writesEvidence: Bool

  init(_ lexicon: Lexicon, _ options: RunOptions, writesMentions: Bool, writesEvidence: Bool) {
    var recognition = options.recognition
    // Only the lines of mentions show them.
    recognition.innerNames = writesMentions
    recognizer = Recognizer(lexicon, options: recognition)
    finder = WindowFinder(options.window)
    dates = options.dates
    self.writesMentions = writesMentions
    self.writesEvidence = writesEvidence
  }

  var tally: ResolutionTally { recognizer.tally }

  /// Works through a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - result: Receives what becomes of it.
  mutating func work(_ document: consuming Document, into result: inout PartWork) {
    let days = document.days
    if let unread = document.unreadDate {
      result.dating.take(unread, path: result.path, line: document.line)
    }
    switch dates.verdict(days) {
    case .kept: result.dating.take(days)
    case .outside:
      result.dating.outside += 1
      return
    case .undated:
      result.dating.leftUndated += 1
      return
    }
    let text = document.text.span
    if let prose = document.prose() {
      recognizer.read(prose.span, document: document.id)
    } else {
      recognizer.read(text, document: document.id)
    }
    result.lines.append(document.line)
    result.bytes += text.count
    result.mentionCount += recognizer.mentions.count
    if writesMentions {
      var offsets = ScalarOffsets()
      let lines = MentionLines(lexicon: recognizer.lexicon, document: document.id)
      for mention in recognizer.mentions {
        let start = offsets.scalars(before: mention.start, in: text)
        let end = offsets.scalars(before: mention.end, in: text)
        lines.append(
          mention, text: text.extracting(mention.start..<mention.end), start: start, end: end,
          to: &result.mentionLines)
      }
      result.mentionLineEnds.append(result.mentionLines.count)
    }
    let first = result.windows.windows.count
    result.windows.begin(
      document.id, source: document.source, days: days, mentions: recognizer.mentions)
    finder.find(text, recognizer.sentences, recognizer.mentions, into: &result.windows)
    var offsets = ScalarOffsets()
    for number in first..<result.windows.windows.count {
      let window = result.windows.windows[number]
      guard window.entities.count > 1 else { continue }
      let shown = Excerpt.range(of: window.start..<window.end, in: text)
      result.windows.show(
        number, start: offsets.scalars(before: window.start, in: text),
        end: offsets.scalars(before: window.end, in: text), text: text.extracting(shown),
        mark: shown.upperBound < window.end ? "…" : "")
      if writesEvidence {
        EvidenceLines.appendTail(of: number, in: result.windows, to: &result.evidenceTails)
        result.evidenceTailEnds.append(result.evidenceTails.count)
      }
    }
  }
}

/// What became of one part of an input, as it is gathered.
struct PartWork: ~Copyable, Sendable {
  /// The path of its file, as messages show it.
  var path: String
  /// For each document the line of its record; nil where the file is the document.
  var lines: [Int?] = []
  var windows = WindowBatch()
  var bytes = 0
  var mentionCount = 0
  /// The lines of `mentions.jsonl`, and where those of each document end.
  var mentionLines = ByteBuffer()
  var mentionLineEnds: [Int] = []
  /// For each window that ties entities what its lines of `evidence.jsonl` have in common, and where
  /// that ends.
  var evidenceTails = ByteBuffer()
  var evidenceTailEnds: [Int] = []
  var problems: [InputProblem] = []
  var tally = ResolutionTally()
  var dating = DatingTally()

  init(path: String) { self.path = path }
}

/// What became of one part of an input, as it goes from one task to another.
final class PartResult: Sendable {
  let work: PartWork

  init(_ work: consuming PartWork) { self.work = work }
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

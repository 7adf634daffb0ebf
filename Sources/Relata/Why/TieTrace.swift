import Cooccurrence
import Gazetteers
import Recognition
import TextFiles

/// Follows two entities through documents: the windows that tie them, or what keeps them apart.
struct TieTrace {
  private let first: EntityIndex
  private let second: EntityIndex
  private let finder: WindowFinder
  private let window: WindowKind
  private let words: DecisionWords
  /// The windows that tied the two before, by their wording.
  private var seen: Set<UInt64> = []

  private var windows = 0
  private var repeats = 0
  private var documents = 0
  private var examples: [[String]] = []

  /// Documents that tag each, and both.
  private var ofFirst = 0
  private var ofSecond = 0
  private var ofBoth = 0
  /// Documents that tag both in no one window.
  private var apart = 0
  private var nearest: (distance: Int, lines: [String])?
  private var passages = 0

  private static let mostExamples = 3

  init(
    _ first: EntityIndex, _ second: EntityIndex, _ window: WindowKind,
    _ loaded: GazetteerLibrary.Loaded
  ) {
    self.first = first
    self.second = second
    self.window = window
    finder = WindowFinder(window)
    words = DecisionWords(lexicon: loaded.lexicon, corrections: loaded.corrections)
  }

  /// Whether at least one window holds both.
  var isTied: Bool { windows > 0 }

  mutating func take(_ tagged: TaggedDocument) {
    let ours = tagged.mentions.filter { $0.entity == first }
    let theirs = tagged.mentions.filter { $0.entity == second }
    if !ours.isEmpty { ofFirst += 1 }
    if !theirs.isEmpty { ofSecond += 1 }
    guard !ours.isEmpty, !theirs.isEmpty else { return }
    ofBoth += 1
    let bytes = tagged.document.text.span
    let found = tyingWindows(finder, tagged)
    guard !found.isEmpty else {
      apart += 1
      if !tyingWindows(WindowFinder(.passage), tagged).isEmpty { passages += 1 }
      noteNearest(ours, theirs, tagged)
      return
    }
    documents += 1
    var offsets = ScalarOffsets()
    for window in found {
      if !seen.insert(window.key).inserted {
        repeats += 1
        continue
      }
      windows += 1
      guard examples.count < Self.mostExamples else { continue }
      let inside = tagged.mentions.filter {
        ($0.entity == first || $0.entity == second) && $0.start >= window.start
          && $0.end <= window.end
      }
      let start = offsets.scalars(before: window.start, in: bytes)
      let end = offsets.scalars(before: window.end, in: bytes)
      let text = MarkedExcerpt.of(
        inside.map { $0.start..<$0.end }, within: window.start..<window.end,
        in: tagged.document.text)
      examples.append(
        ["  \(TagWriter.oneLine(tagged.document.id))[\(start):\(end)] \(text)"]
          + inside.prefix(4).map { "    " + line(for: $0, tagged) })
    }
  }

  private func tyingWindows(_ finder: WindowFinder, _ tagged: TaggedDocument) -> [Window] {
    var batch = WindowBatch()
    finder.find(tagged.document.text.span, tagged.sentences, tagged.mentions, into: &batch)
    return batch.windows.filter { window in
      let opens = window.opener.map { $0 == first || $0 == second } ?? true
      let entities = batch.entities(of: window)
      return opens && entities.contains(first) && entities.contains(second)
    }
  }

  /// A mention in words: `"Moscow" is country/RU, metonym, by rule metonym (0.7)`.
  private func line(for mention: Mention, _ tagged: TaggedDocument) -> String {
    let name = TagWriter.oneLine(
      String(decoding: tagged.document.text[mention.start..<mention.end], as: UTF8.self))
    return
      "\"\(name)\" is \(words.id(mention.entity)), \(mention.form), by rule \(mention.rule.rawValue) (\(mention.confidence))"
  }

  private mutating func noteNearest(
    _ ours: [Mention], _ theirs: [Mention], _ tagged: TaggedDocument
  ) {
    var best: (distance: Int, left: Mention, right: Mention)?
    var next = 0
    for mention in ours {
      // Both lists are in the order of the text, so only the neighbours need a look.
      while next < theirs.count, theirs[next].start < mention.start { next += 1 }
      for other in [next - 1, next] where theirs.indices.contains(other) {
        let distance = abs(theirs[other].start - mention.start)
        if best.map({ distance < $0.distance }) ?? true {
          best = (distance, mention, theirs[other])
        }
      }
    }
    guard let best, nearest.map({ best.distance < $0.distance }) ?? true else { return }
    var offsets = ScalarOffsets()
    let lines = [best.left, best.right].sorted { $0.start < $1.start }.map { mention in
      let sentence = tagged.sentences[mention.sentence]
      let start = offsets.scalars(before: mention.start, in: tagged.document.text.span)
      let end = offsets.scalars(before: mention.end, in: tagged.document.text.span)
      let text = MarkedExcerpt.of(
        [mention.start..<mention.end], within: sentence.start..<sentence.end,
        in: tagged.document.text)
      let id = TagWriter.oneLine(tagged.document.id)
      return
        "    \(id)[\(start):\(end)], sentence \(mention.sentence), passage \(sentence.passage): \(text)"
    }
    nearest = (best.distance, lines)
  }

  /// What ties the two, or keeps them apart, in lines that fit a screen.
  var lines: [String] {
    let pair = "\(words.id(first)) and \(words.id(second))"
    if isTied {
      var lines = [
        "\(pair) are tied: \(count(windows, "distinct window")) (\(window)) in \(count(documents, "document")), \(count(repeats, "repeat")) not counted"
      ]
      lines += examples.flatMap { $0 }
      if windows > examples.count { lines.append("  and \(windows - examples.count) more") }
      return lines
    }
    if ofBoth > 0 {
      var lines = [
        "\(pair) are not tied: \(count(ofBoth, "document")) \(ofBoth == 1 ? "tags" : "tag") both, but never in one window (\(window))",
        "  nearest to each other:",
      ]
      lines += nearest?.lines ?? []
      if window == .sentence, passages > 0 {
        lines.append("  --window passage would tie them in \(count(passages, "document"))")
      } else if window != .document {
        lines.append("  --window document would tie them")
      }
      return lines
    }
    if ofFirst > 0, ofSecond > 0 {
      return [
        "\(pair) are not tied: \(count(ofFirst, "document")) \(ofFirst == 1 ? "tags" : "tag") the first, \(count(ofSecond, "document")) the second, none both"
      ]
    }
    let missing =
      ofFirst > 0
      ? words.id(second)
      : ofSecond > 0 ? words.id(first) : "neither \(words.id(first)) nor \(words.id(second))"
    return [
      "\(pair) are not tied: "
        + (ofFirst + ofSecond > 0 ? "\(missing) is never tagged" : "\(missing) is ever tagged")
    ]
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

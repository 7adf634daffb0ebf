import Cooccurrence
import Corpus
import Dates
import Gazetteers
import Recognition
import TextFiles
import Workspaces

/// What a run wants of each document.
struct WorkPurpose: Sendable {
  /// Whether its windows are counted.
  var counts = true
  /// Whether lines of `mentions.jsonl` are wanted.
  var mentions = false
  /// Whether lines of `evidence.jsonl` are wanted.
  var evidence = false
  /// Whether it goes into a workspace.
  var stores = false
  /// The content of documents that the workspace has already, which are passed over.
  var unchanged: [String: ContentHash] = [:]
}

/// What one thread does with one document after another: tag it, find its windows, write its lines.
struct DocumentWorker {
  private var recognizer: Recognizer
  private let finder: WindowFinder
  private let purpose: WorkPurpose
  private let dates: DateFilter
  private var lines: MentionLines

  /// - Parameter identities: Texts of entities that were worked out before.
  init(
    _ lexicon: Lexicon, _ options: RunOptions, _ purpose: WorkPurpose,
    _ identities: IdentityTexts? = nil
  ) {
    var recognition = options.recognition
    // Only the lines of mentions show them.
    recognition.innerNames = purpose.mentions || purpose.stores
    recognizer = Recognizer(lexicon, options: recognition)
    finder = WindowFinder(options.window)
    self.purpose = purpose
    dates = options.dates
    lines = MentionLines(identities ?? IdentityTexts(lexicon))
  }

  var tally: ResolutionTally { recognizer.tally }

  /// The texts of entities, for the worker of another part.
  consuming func finish() -> IdentityTexts { lines.identities }

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
    let isKept = result.dating.admits(days, dates)
    if isKept {
      result.taken.append(TakenDocument(id: document.id, line: document.recordLine))
      result.bytes += document.text.count
    }
    guard purpose.stores else {
      guard isKept else { return }
      let text = document.text.span
      if let prose = document.prose() {
        recognizer.read(prose.span, document: document.id)
      } else {
        recognizer.read(text, document: document.id)
      }
      let mentions = purpose.mentions ? lines.stored(recognizer.mentions, text) : nil
      count(document.id, source: document.source, days, text, mentions, into: &result)
      return
    }
    var stored = StoredDocument(document)
    let hash = stored.contentHash()
    guard purpose.unchanged[stored.id] != hash else {
      result.records.append(.unchanged(stored.id))
      return
    }
    if purpose.counts, isKept {
      read(stored)
      stored.mentions = lines.stored(recognizer.mentions, stored.text.span)
      count(
        stored.id, source: stored.source, days, stored.text.span, stored.mentions, into: &result)
      stored.windows = result.windows.documents.last.map(result.windows.stored) ?? []
    } else {
      tag(&stored)
    }
    result.records.append(.read(stored, hash))
  }

  /// Finds the mentions and windows of a document that goes into a workspace.
  mutating func tag(_ document: inout StoredDocument) {
    read(document)
    var batch = WindowBatch()
    findWindows(document.id, source: document.source, nil, document.text.span, into: &batch)
    document.mentions = lines.stored(recognizer.mentions, document.text.span)
    document.windows = batch.documents.last.map(batch.stored) ?? []
  }

  private mutating func read(_ document: StoredDocument) {
    let text = document.prose() ?? document.text
    recognizer.read(text.span, document: document.id)
  }

  /// Counts the windows of the document that was read last, and writes its lines.
  private mutating func count(
    _ id: String, source: String?, _ days: DaySpan?, _ text: Span<UInt8>,
    _ mentions: StoredMentions?, into result: inout PartWork
  ) {
    let first = result.windows.windows.count
    findWindows(id, source: source, days, text, into: &result.windows)
    result.mentionCount += recognizer.mentions.count
    if let mentions { appendLines(id, mentions, to: &result) }
    show(from: first, text, in: &result)
  }

  /// Counts a document that was tagged, now or by an earlier run, and writes its lines; not one whose date
  /// is not among those asked for.
  ///
  /// - Returns: Whether its windows could be read.
  mutating func replay(_ document: StoredDocument, into result: inout PartWork) -> Bool {
    let days = document.days
    guard dates.verdict(days) == .kept else { return true }
    let first = result.windows.windows.count
    guard
      result.windows.append(
        stored: document.windows, id: document.id, source: document.source,
        days: days, length: document.text.count)
    else { return false }
    result.mentionCount += document.mentions.rows.count
    appendLines(document.id, document.mentions, to: &result)
    show(from: first, document.text.span, in: &result)
    return true
  }

  private func findWindows(
    _ id: String, source: String?, _ days: DaySpan?, _ text: Span<UInt8>,
    into windows: inout WindowBatch
  ) {
    windows.begin(id, source: source, days: days, mentions: recognizer.mentions)
    finder.find(text, recognizer.sentences, recognizer.mentions, into: &windows)
  }

  private mutating func appendLines(
    _ id: String, _ mentions: StoredMentions, to result: inout PartWork
  ) {
    guard purpose.mentions else { return }
    lines.begin(id)
    lines.append(mentions, to: &result.mentionLines)
    result.mentionLineEnds.append(result.mentionLines.count)
  }

  /// Says how the windows of the last document are shown, those that tie entities.
  private func show(from first: Int, _ text: Span<UInt8>, in result: inout PartWork) {
    var offsets = ScalarOffsets()
    for number in first..<result.windows.windows.count {
      let window = result.windows.windows[number]
      guard window.entities.count > 1 else { continue }
      let shown = Excerpt.range(of: window.start..<window.end, in: text)
      result.windows.show(
        number, start: offsets.scalars(before: window.start, in: text),
        end: offsets.scalars(before: window.end, in: text), text: text.extracting(shown),
        mark: shown.upperBound < window.end ? "…" : "")
      if purpose.evidence {
        EvidenceLines.appendTail(of: number, in: result.windows, to: &result.evidenceTails)
        result.evidenceTailEnds.append(result.evidenceTails.count)
      }
    }
  }
}

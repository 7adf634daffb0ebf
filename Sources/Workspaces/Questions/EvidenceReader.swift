import EntityGraphs
import GRDB
import TextFiles

/// A window that supports a tie, as a workspace shows it.
public struct EvidenceText: Sendable, Equatable {
  /// The window with its document and text.
  public var evidence: Evidence
  /// Whether it was seen before, in an earlier document or place.
  public var isRepeat: Bool
  /// What it has in common with its repeats alone.
  public var wording: Int
  public var source: String?
  public var date: String?
  public var title: String?
  /// Text before and behind the window, as much as was asked for.
  public var before = ""
  public var after = ""

  /// - Parameters:
  ///   - evidence: The window with its document and text.
  ///   - isRepeat: Whether it was seen before.
  ///   - wording: What it has in common with its repeats alone.
  public init(
    evidence: Evidence, isRepeat: Bool, wording: Int, source: String? = nil, date: String? = nil,
    title: String? = nil
  ) {
    self.evidence = evidence
    self.isRepeat = isRepeat
    self.wording = wording
    self.source = source
    self.date = date
    self.title = title
  }
}

/// Reads windows with their texts; of the documents the last one is kept.
struct EvidenceReader {
  private let database: Database
  private var last: (document: Int, text: [UInt8])?

  init(_ database: Database) {
    self.database = database
  }

  /// The windows of a tie, in the order of documents and places.
  mutating func rows(
    of pair: (Int, Int), in range: DocumentRange = DocumentRange(), limit: Int, withRepeats: Bool,
    context: Int = 0
  ) throws -> [EvidenceText] {
    let rows = try PlainStatement(
      database,
      """
      \(Self.selection) WHERE e.source = ?4 AND e.target = ?5 AND (e.repeat = 0 OR ?6)
        AND \(DocumentRange.condition)
      ORDER BY e.rowid LIMIT ?7
      """)
    range.bind(rows)
    rows.bind(min(pair.0, pair.1))
    rows.bind(max(pair.0, pair.1))
    rows.bind(withRepeats ? 1 : 0)
    rows.bind(limit)
    var result: [EvidenceText] = []
    while try rows.step() { result.append(try window(rows, context: context)) }
    return result
  }

  /// The window of a tie that is repeated most often, where it stands first; of several the first.
  mutating func strongest(
    of pair: (Int, Int), in range: DocumentRange
  ) throws -> EvidenceText? {
    let rows = try PlainStatement(
      database,
      """
      \(Self.selection) WHERE e.rowid = (
        SELECT min(e.rowid) FROM evidence AS e JOIN documents AS d ON d.number = e.document
        WHERE e.source = ?4 AND e.target = ?5 AND \(DocumentRange.condition)
        GROUP BY e.wording ORDER BY count(*) DESC, min(e.rowid) LIMIT 1)
      """)
    range.bind(rows)
    rows.bind(min(pair.0, pair.1))
    rows.bind(max(pair.0, pair.1))
    return try rows.step() ? window(rows, context: 0) : nil
  }

  private static let selection = """
    SELECT e.document, e.start, e."end", e.repeat, d.id, d.source, d.date, d.title, e.wording
    FROM evidence AS e JOIN documents AS d ON d.number = e.document
    """

  /// The window in a row of `selection`.
  private mutating func window(_ row: PlainStatement, context: Int) throws -> EvidenceText {
    try window(
      row.int(0), row.int(1)..<max(row.int(1), row.int(2)),
      EvidenceText(
        evidence: Evidence(
          document: row.text(4) ?? "", start: row.int(1), end: row.int(2), text: ""),
        isRepeat: row.int(3) != 0, wording: row.int(8), source: row.text(5), date: row.text(6),
        title: row.text(7)), context: context)
  }

  /// Fills in the text of a window, and what stands around it.
  mutating func window(
    _ document: Int, _ scalars: Range<Int>, _ shown: EvidenceText, context: Int
  ) throws -> EvidenceText {
    if last?.document != document {
      last = (document, try SentenceIndex.text(of: document, database) ?? [])
    }
    guard let text = last?.text else { return shown }
    var offsets = ScalarOffsets()
    let bytes = offsets.bytes(from: scalars.lowerBound, to: scalars.upperBound, in: text.span)
    var result = shown
    let cut = Excerpt.range(of: bytes, in: text.span)
    result.evidence.text = String(decoding: text[cut], as: UTF8.self) + (cut == bytes ? "" : "…")
    if context > 0 {
      // A damaged workspace may give any numbers.
      let start = max(0, max(0, scalars.lowerBound) - context)
      let before = offsets.byte(of: start, in: text.span)
      let end = min(scalars.upperBound, text.count) + context
      let after = offsets.byte(of: end, in: text.span)
      result.before = String(decoding: text[before..<max(before, bytes.lowerBound)], as: UTF8.self)
      result.after = String(
        decoding: text[bytes.upperBound..<max(bytes.upperBound, after)], as: UTF8.self)
    }
    return result
  }
}

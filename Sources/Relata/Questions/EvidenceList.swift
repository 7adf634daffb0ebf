import Cooccurrence
import EntityGraphs
import TextFiles
import Workspaces

/// A window that speaks for a node or a tie, with the windows that repeat it.
public struct FoldedEvidence: Sendable, Equatable {
  /// The window where it stands first.
  public var first: EvidenceText

  /// Where it stands again, in the order of documents and places.
  public var repeats: [EvidenceText]

  /// The sources that have it, each once, ordered; documents without one are left out.
  public var sources: [String] {
    Set(([first] + repeats).compactMap(\.source)).sorted()
  }
}

/// Which windows speak for a node or a tie of a workspace.
public struct EvidenceList: Sendable {
  private let workspace: Workspace

  /// - Parameter workspace: Where to look.
  public init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// The windows that hold two entities, each once, in the order in which they are seen first.
  ///
  /// - Parameters:
  ///   - pair: The numbers of two entities.
  ///   - range: Of which documents.
  ///   - context: How many Unicode scalars around each window are shown with it.
  public func windows(
    of pair: (Int, Int), in range: DocumentRange = DocumentRange(), context: Int
  ) throws(WorkspaceError) -> [FoldedEvidence] {
    Self.folded(try workspace.evidence(of: pair, in: range, context: context))
  }

  /// The windows that hold an entity, each once, in the order in which they are seen first.
  ///
  /// - Parameters:
  ///   - entity: The number of the entity.
  ///   - range: Of which documents.
  ///   - context: How many Unicode scalars around each window are shown with it.
  public func windows(
    of entity: Int, in range: DocumentRange = DocumentRange(), context: Int
  ) throws(WorkspaceError) -> [FoldedEvidence] {
    var (found, seen) = ([EvidenceText](), Set<UInt64>())
    try workspace.forEachDocument(mentioning: entity, in: range) { document in
      var batch = WindowBatch()
      guard
        batch.append(
          stored: document.windows, id: document.id, source: nil, length: document.text.count)
      else { return true }
      var offsets = ScalarOffsets()
      for window in batch.windows
      where batch.entities(of: window).contains(where: { Int($0.raw) == entity }) {
        found.append(
          Self.shown(
            window, of: document, &offsets, isRepeat: !seen.insert(window.key).inserted,
            context: context))
      }
      return true
    }
    return Self.folded(found)
  }

  private static func shown(
    _ window: Window, of document: Workspace.MentioningDocument, _ offsets: inout ScalarOffsets,
    isRepeat: Bool, context: Int
  ) -> EvidenceText {
    let text = document.text.span
    let start = offsets.scalars(before: window.start, in: text)
    let end = offsets.scalars(before: window.end, in: text)
    let cut = Excerpt.range(of: window.start..<window.end, in: text)
    var result = EvidenceText(
      evidence: Evidence(
        document: document.id, start: start, end: end,
        text: String(decoding: document.text[cut], as: UTF8.self)
          + (cut.upperBound < window.end ? "…" : "")),
      isRepeat: isRepeat, wording: Int(truncatingIfNeeded: window.key), source: document.source,
      date: document.date, title: document.title)
    guard context > 0 else { return result }
    let before = offsets.byte(of: max(0, start - context), in: text)
    let after = offsets.byte(of: end + context, in: text)
    // In a text that is damaged the letters do not add up.
    result.before = String(
      decoding: document.text[min(before, window.start)..<window.start], as: UTF8.self)
    result.after = String(
      decoding: document.text[window.end..<max(after, window.end)], as: UTF8.self)
    return result
  }

  private static func folded(_ windows: [EvidenceText]) -> [FoldedEvidence] {
    var (result, places) = ([FoldedEvidence](), [Int: Int]())
    for window in windows {
      if let place = places[window.wording] {
        result[place].repeats.append(window)
      } else {
        places[window.wording] = result.count
        result.append(FoldedEvidence(first: window, repeats: []))
      }
    }
    return result
  }
}

import Synchronization
import TextFiles

/// A part of a plain list, read by one thread and entered by another.
///
/// It is used for one part after another, so that no memory is asked for anew.
final class ListPart: Sendable {
  /// What was read.
  struct Content: ~Copyable, Sendable {
    /// Where the part stands in the text.
    var range = 0..<0
    var batch: NameBatch
    /// What is wrong; lines are counted from the beginning of the part.
    var findings: [GazetteerFinding] = []
    /// The number of lines.
    var lines = 0
  }

  private let content: Mutex<Content>

  init(kind: Kind) { content = Mutex(Content(batch: NameBatch(kind: kind))) }

  /// Reads a part in place of the one before.
  ///
  /// - Parameters:
  ///   - file: The list.
  ///   - path: The name that findings give.
  ///   - range: Where the part stands; whole lines.
  func read(_ file: FileBytes, path: String, _ range: Range<Int>) {
    content.withLock { content in
      content.range = range
      content.batch.removeAll()
      file.withBytes { bytes in
        let text = bytes.extracting(range)
        (content.findings, content.lines) = NameListReader.forEachLine(path: path, text) {
          name, hasSigns, _ in
          content.batch.add(text, name, hasSigns: hasSigns)
        }
      }
    }
  }

  /// Lends what was read for the duration of a call.
  func withContent(_ body: (inout Content) -> Void) { content.withLock { body(&$0) } }
}

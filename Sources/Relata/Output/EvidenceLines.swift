import Cooccurrence
import Gazetteers
import TextFiles

/// Lines of `evidence.jsonl`.
///
///     {"source":"country/KP","target":"country/RU"
///     ,"document":"000.txt","start":96,"end":231,"text":"…"
///     ,"repeat":false}
///
/// All lines of a window have the second part in common, which is written once, by the worker; the
/// third is known only when the windows of all documents before are counted.
enum EvidenceLines {
  static let isNew: StaticString = ",\"repeat\":false}\n"
  static let isRepeat: StaticString = ",\"repeat\":true}\n"

  /// Appends what the lines of a window have in common.
  ///
  /// - Parameters:
  ///   - number: The place of the window in the batch; it has an excerpt.
  ///   - batch: The windows, of which it belongs to the last document.
  ///   - buffer: Where the text goes.
  static func appendTail(of number: Int, in batch: WindowBatch, to buffer: inout ByteBuffer) {
    guard let excerpt = batch.excerpt(of: batch.windows[number]),
      let document = batch.documents.last
    else { return }
    buffer.append(literal: #","document":"#)
    JSONText.append(document.id, to: &buffer)
    buffer.append(literal: #","start":"#)
    buffer.append(excerpt.start)
    buffer.append(literal: #","end":"#)
    buffer.append(excerpt.end)
    buffer.append(literal: #","text":"#)
    JSONText.append(utf8: batch.texts.span.extracting(excerpt.text), to: &buffer)
  }

  /// Appends the beginning of a line.
  static func appendHead(
    _ source: EntityIndex, _ target: EntityIndex, _ identities: inout IdentityTexts,
    to buffer: inout ByteBuffer
  ) {
    buffer.append(literal: #"{"source":"#)
    identities.appendID(of: source, to: &buffer)
    buffer.append(literal: #","target":"#)
    identities.appendID(of: target, to: &buffer)
  }
}

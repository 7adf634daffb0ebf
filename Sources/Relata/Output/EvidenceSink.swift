import Cooccurrence
import EntityGraphs
import Gazetteers
import TextFiles

/// Takes the lines of `evidence.jsonl`: one for each tie of each window.
///
/// Whether a window repeats another is known as soon as documents come in the order of their
/// identifiers; where they do not, it is settled again when the lines are put into order.
public final class EvidenceSink {
  private let lines: DocumentLines
  private let lexicon: Lexicon
  /// For each document, the key of each window that made lines, and how many.
  private var keys: [[(key: UInt64, lines: Int)]] = []

  private static let isNew = #","repeat":false}"#
  private static let isRepeat = #","repeat":true}"#

  /// - Parameters:
  ///   - file: Where the lines go; the caller commits it.
  ///   - lexicon: The lexicon that the windows' indices belong to.
  public init(_ file: AtomicFile, lexicon: Lexicon) {
    lines = DocumentLines(file)
    self.lexicon = lexicon
  }

  func take(_ document: DocumentWindows, repeats: [Bool]) throws(FileError) {
    var buffer = ByteBuffer()
    var windowKeys: [(key: UInt64, lines: Int)] = []
    lines.begin(document.document)
    for ((window, evidence), isRepeat) in zip(document.windows, repeats) {
      guard let evidence else { continue }
      var tail = ByteBuffer()
      tail.append(#","document":"#)
      JSONText.append(evidence.document, to: &tail)
      tail.append(#","start":"#)
      tail.append(evidence.start)
      tail.append(#","end":"#)
      tail.append(evidence.end)
      tail.append(#","text":"#)
      JSONText.append(evidence.text, to: &tail)
      tail.append(isRepeat ? Self.isRepeat : Self.isNew)
      tail.append("\n")
      var count = 0
      try window.forEachPair { first, second throws(FileError) in
        buffer.append(#"{"source":"#)
        JSONText.append(lexicon.entity(first).id.text, to: &buffer)
        buffer.append(#","target":"#)
        JSONText.append(lexicon.entity(second).id.text, to: &buffer)
        buffer.append(tail)
        count += 1
        // A window of a thousand entities makes half a million lines.
        if buffer.count > 1 << 20 {
          try lines.append(buffer)
          buffer.clear()
        }
      }
      windowKeys.append((window.key, count))
    }
    keys.append(windowKeys)
    try lines.append(buffer)
  }

  func finish() throws(FileError) {
    var seen: Set<UInt64> = []
    try lines.finish { number, block in
      var result = ByteBuffer()
      var place = 0
      for (key, count) in keys[number] {
        let tail = seen.insert(key).inserted ? Self.isNew : Self.isRepeat
        for _ in 0..<count {
          let end = ByteSearch.first(0x0A, in: block, from: place)
          // The closing brace stands last, and `repeat` is the last field.
          var cut = end
          while cut > place, block[cut - 1] != UInt8(ascii: ",") { cut -= 1 }
          result.append(block.extracting(place..<(cut - 1)))
          result.append(tail)
          result.append("\n")
          place = end + 1
        }
      }
      return result
    }
  }
}

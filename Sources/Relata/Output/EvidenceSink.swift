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
  private var identities: IdentityTexts
  /// The key of each window that made lines, and how many.
  private var keys: [(key: UInt64, lines: Int)] = []
  /// For each document where its windows begin in `keys`.
  private var firstKeys: [Int] = []

  /// - Parameters:
  ///   - file: Where the lines go; the caller commits it.
  ///   - lexicon: The lexicon that the windows' indices belong to.
  public init(_ file: AtomicFile, lexicon: Lexicon) {
    lines = DocumentLines(file)
    identities = IdentityTexts(lexicon)
  }

  func take(_ part: borrowing PartWork, repeats: [Bool]) throws(FileError) {
    var buffer = ByteBuffer()
    var (number, start) = (0, 0)
    for document in part.windows.documents {
      lines.begin(document.id)
      firstKeys.append(keys.count)
      for place in document.windows {
        let window = part.windows.windows[place]
        guard part.windows.excerpt(of: window) != nil else { continue }
        let tail = start..<part.evidenceTailEnds[number]
        try part.evidenceTails.withBytes { bytes throws(FileError) in
          try append(
            window, of: part.windows, bytes.extracting(tail), isRepeat: repeats[place], to: &buffer)
        }
        start = tail.upperBound
        number += 1
      }
      try lines.drain(&buffer)
    }
  }

  private func append(
    _ window: Window, of batch: WindowBatch, _ tail: Span<UInt8>, isRepeat: Bool,
    to buffer: inout ByteBuffer
  ) throws(FileError) {
    var count = 0
    try batch.forEachPair(of: window) { first, second throws(FileError) in
      EvidenceLines.appendHead(first, second, &identities, to: &buffer)
      buffer.append(tail)
      buffer.append(literal: isRepeat ? EvidenceLines.isRepeat : EvidenceLines.isNew)
      count += 1
      // A window of a thousand entities makes half a million lines.
      if buffer.count > 1 << 20 {
        try lines.drain(&buffer)
      }
    }
    keys.append((window.key, count))
  }

  func finish() throws(FileError) {
    var seen: Set<UInt64> = []
    try lines.finish { number, block in
      var result = ByteBuffer()
      var place = 0
      let last = number + 1 < firstKeys.count ? firstKeys[number + 1] : keys.count
      for (key, count) in keys[firstKeys[number]..<last] {
        let tail = seen.insert(key).inserted ? EvidenceLines.isNew : EvidenceLines.isRepeat
        for _ in 0..<count {
          let end = ByteSearch.first(0x0A, in: block, from: place)
          // The closing brace stands last, and `repeat` is the last field.
          var cut = end
          while cut > place, block[cut - 1] != UInt8(ascii: ",") { cut -= 1 }
          result.append(block.extracting(place..<(cut - 1)))
          result.append(literal: tail)
          place = end + 1
        }
      }
      return result
    }
  }
}

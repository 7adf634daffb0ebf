import Corpus
import TextFiles

/// Finds identifiers that several documents of a run bear, taken in the order of the documents.
///
/// Of an identifier only 64 bits are kept, beside the place of its first document: about 30 bytes a
/// document, however long identifiers are, and out of memory where they are many. Two of ten million
/// that differ are taken for one with a chance below one in a hundred thousand.
struct RepeatedIDs {
  /// The first document that bears an identifier.
  private struct Place {
    var hash: UInt64
    var file: UInt32
    var line: UInt32
  }

  private var first: PagedArray<Place>
  private var index: HashIndex
  /// The paths as messages show them, each once.
  private var paths: [String] = []
  private var count = 0
  private var finding: InputProblem?

  /// - Parameter overflow: Where places go that memory shall not hold; nil keeps all in memory.
  init(overflow: BytePool.Overflow? = nil) {
    first = PagedArray(overflow: overflow)
    index = HashIndex(overflow: overflow)
  }

  /// Why the disk took no more, if so; nothing is lost then.
  var failure: FileError? { first.failure ?? index.failure }

  /// Takes the next document.
  ///
  /// - Parameters:
  ///   - id: Its identifier.
  ///   - path: The path of its file, as messages show it.
  ///   - line: The line of its record; nil where the file is the document.
  mutating func take(_ id: String, path: String, line: Int?) {
    if paths.last != path { paths.append(path) }
    let hash = Self.hash(id)
    guard let row = index.find(hash, where: { first[$0].hash == hash }) else {
      index.insert(first.count, hash)
      first.append(
        Place(
          hash: hash, file: UInt32(truncatingIfNeeded: paths.count - 1),
          line: UInt32(truncatingIfNeeded: line ?? 0)))
      return
    }
    count += 1
    guard finding == nil else { return }
    let other = first[row]
    let earlier =
      other.line > 0 ? "\(paths[Int(other.file)]):\(other.line)" : paths[Int(other.file)]
    let shown = id.count > 80 ? id.prefix(79) + "…" : id[...]
    finding = InputProblem(
      path: path, line: line,
      reason: "the id \"\(shown)\" is that of an earlier document, \(earlier)",
      severity: .warning)
  }

  /// The first document whose identifier an earlier one bears, and how many there are; nil where all
  /// differ.
  var problem: InputProblem? {
    guard var finding else { return nil }
    let documents = count == 1 ? "1 document repeats an id" : "\(count) documents repeat an id"
    finding.reason +=
      "; \(documents), and outputs do not tell such documents apart: name another field with --id-field, or change the ids"
    return finding
  }

  /// FNV-1a, whose bits are then mixed (SplitMix64).
  private static func hash(_ id: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}

import Dates
import Gazetteers

/// The windows of a document as bytes, to be kept and counted again without tagging the document again.
///
/// All numbers are unsigned and written seven bits a byte, the lowest first (LEB128), but for the keys:
///
///     entities of the document, and for each: distance from the one before, mentions
///     windows, and for each: key (8 bytes, lowest first), first byte, bytes,
///       2 × entities + (1 with an opener), the opener,
///       for each entity: distance from the one before
extension WindowBatch {
  /// The windows of a document of this batch as bytes.
  ///
  /// - Complexity: O(windows and their entities).
  public func stored(_ document: Document) -> [UInt8] {
    var bytes = PackedNumbers()
    bytes.append(document.mentions.count)
    var last = 0
    for count in mentions[document.mentions] {
      bytes.append(Int(count.entity.raw) - last)
      bytes.append(count.count)
      last = Int(count.entity.raw)
    }
    bytes.append(document.windows.count)
    for window in windows[document.windows] {
      bytes.append(key: window.key)
      bytes.append(window.start)
      bytes.append(window.end - window.start)
      bytes.append(window.entities.count << 1 | (window.opener == nil ? 0 : 1))
      if let opener = window.opener { bytes.append(Int(opener.raw)) }
      last = 0
      for entity in entities[window.entities] {
        bytes.append(Int(entity.raw) - last)
        last = Int(entity.raw)
      }
    }
    return bytes.bytes
  }

  /// Appends a document whose windows were stored; none of them is shown yet.
  ///
  /// - Parameters:
  ///   - stored: What `stored` gave.
  ///   - id: The document's identifier.
  ///   - source: Its source, where known.
  ///   - days: The days that its date can mean; nil without a date.
  ///   - length: The bytes of its text.
  /// - Returns: Whether the bytes hold windows of such a text; if not, what was appended is of no use.
  public mutating func append(
    stored: [UInt8], id: String, source: String?, days: DaySpan? = nil, length: Int
  ) -> Bool {
    var numbers = PackedNumberReader(stored)
    begin(id, source: source, days: days, mentions: [])
    let count = numbers.next()
    guard count <= stored.count else { return false }
    var entity = 0
    for _ in 0..<count {
      entity &+= numbers.next()
      let mentions = numbers.next()
      guard let index = EntityIndex(stored: entity) else { return false }
      append(MentionCount(entity: index, count: mentions))
    }
    let windows = numbers.next()
    guard windows <= stored.count else { return false }
    for _ in 0..<windows {
      let key = numbers.nextKey()
      let start = numbers.next()
      let end = start &+ numbers.next()
      let head = numbers.next()
      let opener = head & 1 == 1 ? EntityIndex(stored: numbers.next()) : nil
      guard start <= end, end <= length, head > 1, head >> 1 <= stored.count, !numbers.isBroken,
        head & 1 == 0 || opener != nil
      else { return false }
      var members: [EntityIndex] = []
      entity = 0
      for _ in 0..<head >> 1 {
        entity &+= numbers.next()
        guard let index = EntityIndex(stored: entity) else { return false }
        members.append(index)
      }
      append(start..<end, members: members, opener: opener, key: key)
    }
    return numbers.isAtEnd
  }
}

extension EntityIndex {
  fileprivate init?(stored number: Int) {
    guard let raw = UInt32(exactly: number) else { return nil }
    self.init(raw)
  }
}

/// Numbers as bytes, seven bits each.
private struct PackedNumbers {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: Int) {
    var rest = UInt64(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func append(key: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: key >> UInt64(shift)))
    }
  }
}

/// Reads numbers back; behind the end all are 0, and the reader is broken.
private struct PackedNumberReader {
  private let bytes: [UInt8]
  private var place = 0
  private(set) var isBroken = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { !isBroken && place == bytes.count }

  mutating func next() -> Int {
    var (result, shift): (UInt64, UInt64) = (0, 0)
    while place < bytes.count, shift < 63 {
      let byte = bytes[place]
      place += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(result) }
      shift += 7
    }
    isBroken = true
    return 0
  }

  mutating func nextKey() -> UInt64 {
    guard place + 8 <= bytes.count else {
      isBroken = true
      return 0
    }
    var key: UInt64 = 0
    for offset in 0..<8 { key |= UInt64(bytes[place + offset]) << UInt64(offset * 8) }
    place += 8
    return key
  }
}

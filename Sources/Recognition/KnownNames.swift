import Gazetteers

/// What was found inside names that a text spelled before, by the bytes of the name.
///
/// The names lie one after another in one array, and are found through an open-addressing table of
/// their numbers, so that to look one up costs neither a count of references nor a second hash.
struct KnownNames: Sendable {
  private struct Row: Sendable {
    var key: UInt64
    var start: Int
    var length: Int
    /// Where the inner names stand in `inner`; nearly always empty.
    var inner: Range<Int>
  }

  private var rows: [Row] = []
  private var bytes: [UInt8] = []
  private var inner: [EntityIndex] = []

  /// Twice as many as rows at least, a power of two: the number of a row plus one, or 0.
  private var slots: [UInt32] = []

  /// Names kept at most, so that memory does not follow the corpus.
  private static let mostRows = 1 << 16

  /// A hash of a name's bytes, or `nil` where no space is among them.
  ///
  /// - Parameters:
  ///   - name: Where the name stands.
  ///   - text: The text that it stands in.
  static func key(ofWords name: Range<Int>, in text: Span<UInt8>) -> UInt64? {
    var (key, spaces): (UInt64, UInt64) = (UInt64(truncatingIfNeeded: name.count), 0)
    var place = name.lowerBound
    while place < name.upperBound {
      let eight = eightBytes(at: place, name, text)
      spaces |= eight.equal(to: 0x20)
      key = TokenHash.mix(key, eight.raw)
      place &+= 8
    }
    return spaces == 0 ? nil : key
  }

  /// Eight bytes of a name; zeros behind its end.
  @inline(__always)
  private static func eightBytes(
    at place: Int, _ name: Range<Int>, _ text: Span<UInt8>
  ) -> EightBytes {
    let left = name.upperBound &- place
    let bytes = EightBytes(text, at: place, limit: text.count)
    return left >= 8 ? bytes : EightBytes(bytes.raw & ((1 &<< UInt64(left &* 8)) &- 1))
  }

  /// The inner names of a name that was added, or `nil`.
  func inner(of name: Range<Int>, _ key: UInt64, in text: Span<UInt8>) -> [EntityIndex]? {
    if slots.isEmpty { return nil }
    var slot = Int(truncatingIfNeeded: key) & (slots.count &- 1)
    while slots[slot] != 0 {
      let row = rows[Int(slots[slot]) - 1]
      if row.key == key, row.length == name.count, isEqual(row, name, text) {
        return row.inner.isEmpty ? [] : Array(inner[row.inner])
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  private func isEqual(_ row: Row, _ name: Range<Int>, _ text: Span<UInt8>) -> Bool {
    let known = bytes.span
    let place = row.start..<row.start + row.length
    var offset = 0
    while offset < row.length {
      let left = Self.eightBytes(at: place.lowerBound &+ offset, place, known)
      let right = Self.eightBytes(at: name.lowerBound &+ offset, name, text)
      if left.raw != right.raw { return false }
      offset &+= 8
    }
    return true
  }

  /// Adds a name that is not among them.
  mutating func add(
    _ name: Range<Int>, _ key: UInt64, in text: Span<UInt8>, inner names: [EntityIndex]
  ) {
    if rows.count >= Self.mostRows { self = KnownNames() }
    rows.append(
      Row(
        key: key, start: bytes.count, length: name.count,
        inner: inner.count..<inner.count + names.count))
    bytes.append(copying: text.extracting(name))
    inner += names
    if rows.count * 2 > slots.count {
      slots = [UInt32](repeating: 0, count: max(64, slots.count * 2))
      for row in rows.indices { insert(row) }
    } else {
      insert(rows.count - 1)
    }
  }

  private mutating func insert(_ row: Int) {
    var slot = Int(truncatingIfNeeded: rows[row].key) & (slots.count &- 1)
    while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
    slots[slot] = UInt32(row + 1)
  }
}

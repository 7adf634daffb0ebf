import CByteMasks

/// Finds the places of a text that may end a line, or a sentence, 64 bytes at a time.
///
/// Of 64 bytes a few instructions make a bit mask (`CByteMasks`), whose bits are then taken one after
/// another. What they mark is looked at closely by who asks for them.
///
/// Invariant of the unsafe code: `bytes` holds `limit` readable bytes. A block is read in place only
/// where 65 bytes are left, else from a copy padded with zeros.
@safe struct BreakScan {
  /// What is looked for.
  enum Kind {
    /// The bytes 0x0A to 0x0D.
    case lines
    /// First bytes of what may end a sentence: `.`, `!`, `?`, `…` and their like in other scripts.
    case marks
  }

  private let bytes: UnsafePointer<UInt8>
  private let limit: Int
  private let kind: Kind

  // The block at hand: where it begins, and a bit for each of its bytes that is looked for.
  private var block = 0
  private var found: UInt64 = 0

  /// The bytes of a block that may be read.
  private static let blockLength = 65

  /// - Parameters:
  ///   - bytes: The text.
  ///   - limit: Its length.
  ///   - kind: What to look for.
  @unsafe init(_ bytes: UnsafePointer<UInt8>, limit: Int, _ kind: Kind) {
    unsafe self.bytes = bytes
    self.limit = limit
    self.kind = kind
    read(at: 0)
  }

  /// The first place at or behind a place that is looked for, or the length of the text.
  ///
  /// - Parameter place: A byte offset, not below the one asked for last.
  @inline(__always)
  mutating func next(from place: Int) -> Int {
    // Between the place asked for last and the block nothing was found.
    let offset = max(0, place &- block)
    if offset < 64 {
      let left = found &>> UInt64(offset)
      if left != 0 { return block &+ offset &+ left.trailingZeroBitCount }
      read(at: block &+ 64)
    } else {
      read(at: place)
    }
    while found == 0, block < limit { read(at: block &+ 64) }
    return found == 0 ? limit : block &+ found.trailingZeroBitCount
  }

  /// Reads the block at a place.
  @inline(__always)
  private mutating func read(at place: Int) {
    block = place
    if place &+ Self.blockLength <= limit {
      found = unsafe mask(bytes + place)
    } else {
      found = 0
      if place < limit { readLast() }
    }
  }

  /// Reads what is left where that is less than may be read of a block.
  private mutating func readLast() {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.blockLength) { copy in
      unsafe copy.initialize(repeating: 0)
      guard let start = copy.baseAddress else { return }
      unsafe start.update(from: bytes + block, count: min(limit - block, Self.blockLength))
      found = unsafe mask(UnsafePointer(start))
    }
  }

  /// - Parameter block: 65 readable bytes.
  @unsafe @inline(__always)
  private func mask(_ block: UnsafePointer<UInt8>) -> UInt64 {
    switch kind {
    case .lines: unsafe relata_line_mask(block)
    case .marks: unsafe relata_mark_mask(block)
    }
  }
}

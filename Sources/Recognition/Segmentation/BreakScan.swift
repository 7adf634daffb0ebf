import CByteMasks

/// Finds the places of a text that may end a line, or a sentence, 64 bytes at a time.
///
/// Of 64 bytes a few instructions make a bit mask (`CByteMasks`), whose bits are then taken one after
/// another. What they mark is looked at closely by who asks for them. Masks are made for a run of blocks
/// at once.
///
/// Invariant of the unsafe code: `bytes` holds `limit` readable bytes. Blocks are read in place only
/// where 65 bytes are left of each, else from a copy padded with zeros.
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
  private let instructions = relata_widest()

  // The run at hand: where it begins, its blocks, and a bit for each byte that is looked for.
  private var start = 0
  private var count = 0
  private var masks = InlineArray<16, UInt64>(repeating: 0)

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
  }

  /// The first place at or behind a place that is looked for, or the length of the text.
  ///
  /// - Parameter place: A byte offset, not below the one asked for last.
  @inline(__always)
  mutating func next(from place: Int) -> Int {
    // Between the place asked for last and the run nothing was found.
    var offset = max(0, place &- start)
    if offset >= count &* 64 {
      if place >= limit { return limit }
      readRun(at: place)
      offset = 0
    }
    var block = offset &>> 6
    var found = masks[block] & (~0 &<< UInt64(offset & 63))
    while found == 0 {
      block &+= 1
      if block == count {
        let next = start &+ count &* 64
        if next >= limit { return limit }
        readRun(at: next)
        block = 0
      }
      found = masks[block]
    }
    return start &+ block &* 64 &+ found.trailingZeroBitCount
  }

  /// Reads the blocks from a place on, which is below the limit.
  private mutating func readRun(at place: Int) {
    start = place
    count = min(masks.count, (limit &- place &- Self.blockLength) / 64 &+ 1)
    if place &+ Self.blockLength <= limit {
      unsafe read(bytes + place)
    } else {
      count = 1
      readLast()
    }
  }

  /// Reads what is left where that is less than may be read of a block.
  private mutating func readLast() {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.blockLength) { copy in
      unsafe copy.initialize(repeating: 0)
      guard let start = copy.baseAddress else { return }
      unsafe start.update(from: bytes + self.start, count: limit - self.start)
      unsafe read(UnsafePointer(start))
    }
  }

  /// - Parameter run: The blocks; 64 bytes of each and one more are readable.
  @unsafe
  private mutating func read(_ run: UnsafePointer<UInt8>) {
    var span = masks.mutableSpan
    unsafe span.withUnsafeMutableBufferPointer { masks in
      switch kind {
      case .lines: unsafe relata_line_masks(instructions, run, Int64(count), masks.baseAddress)
      case .marks: unsafe relata_mark_masks(instructions, run, Int64(count), masks.baseAddress)
      }
    }
  }
}

import TextFiles

/// The parts of a compiled lexicon, each an array of numbers or bytes of its own.
enum LexiconSection: Int, CaseIterable {
  // The trie.
  case slots, states, edges, firstTokens, leadTokens, leadWords, smallLetters, smallStarts,
    smallTokens, startScalars, otherStarts
  // What its patterns mean: one row an entry.
  case entryEntities, entryDetails, entryFlags, entryChecks, details
  // What an entity is: one row an entity.
  case entityStarts, entityBytes, kinds, traits, countries, shortStarts, shorts
  // What reading the gazetteers had to say.
  case warnings
}

/// The numbers at the head of a compiled lexicon, each 64 bits.
enum LexiconHeader: Int, CaseIterable {
  case mark, version, byteCount, checksum, sources, seed
  case entityCount, patternCount, longestProbe, flags, longestLead
}

/// A compiled lexicon as one block of memory: a head of 64-bit numbers, then the sections.
///
/// It is the same in memory and in a file, so that a file is used as it is mapped, by any number of
/// threads and processes. Numbers are little-endian, as on every machine that Swift 6 runs on.
///
/// Invariant of the unsafe code: `base` points to `count` bytes that nobody changes and that live as
/// long as the object; every section lies within them at a multiple of 8 bytes, which `init` makes
/// sure of. Readers compare an index with the section's length, so that a damaged block gives wrong
/// names at worst, and no read outside of it.
@safe public final class LexiconImage: @unchecked Sendable {
  /// How the memory is given back.
  enum Owner { case allocated, mapped }

  /// `RelataLx` in the order of a little-endian number.
  static let mark: UInt64 = 0x784C_6174_616C_6552

  /// Changes with every change of what the sections hold or of how names are compiled.
  static let version: UInt64 = 3

  /// The numbers of the head: those of `LexiconHeader`, then start and length of each section.
  static let headWords = 16 + 2 * LexiconSection.allCases.count

  private let base: UnsafeRawPointer
  private let owner: Owner
  let count: Int

  /// - Parameters:
  ///   - base: The first byte, at a multiple of 8.
  ///   - count: The number of bytes.
  ///   - owner: How the memory is given back; the object does so also where it returns `nil`.
  /// - Returns: `nil` where the head does not describe the block.
  @unsafe init?(_ base: UnsafeRawPointer, count: Int, owner: Owner) {
    unsafe self.base = base
    self.count = count
    self.owner = owner
    guard count >= Self.headWords * 8, self[.mark] == Self.mark, self[.version] == Self.version,
      self[.byteCount] == UInt64(count)
    else { return nil }
    for section in LexiconSection.allCases {
      let (start, length) = place(of: section)
      guard start % 8 == 0, start <= UInt64(count), max(length, 8) <= UInt64(count) - start else {
        return nil
      }
    }
    // What other numbers are compared with must fit the arrays.
    let entries = place(of: .entryEntities).length / 4
    guard self[.entityCount] == place(of: .entityStarts).length / 4,
      self[.entityCount] == place(of: .traits).length,
      entries == place(of: .entryDetails).length / 4, entries == place(of: .entryFlags).length / 2,
      entries == place(of: .entryChecks).length / 4, self[.patternCount] <= entries
    else { return nil }
  }

  /// Takes over a block that was just made.
  ///
  /// - Parameters:
  ///   - head: The numbers of the head, all but the checksum.
  ///   - bytes: The block, with room for the head.
  init(head: [UInt64], _ bytes: consuming ByteBuffer) {
    precondition(
      head.count == Self.headWords && bytes.count >= head.count * 8, "the block has a head")
    count = bytes.count
    owner = .allocated
    let block = unsafe bytes.release()
    unsafe base = UnsafeRawPointer(block)
    let words = unsafe UnsafeMutableRawPointer(block).assumingMemoryBound(to: UInt64.self)
    for (index, word) in head.enumerated() { unsafe words[index] = word }
    seal()
  }

  /// Writes the checksum into the head; of a block that was just made, which nobody else has.
  func seal() {
    let sum = checksum
    unsafe UnsafeMutableRawPointer(mutating: base).storeBytes(
      of: sum, toByteOffset: LexiconHeader.checksum.rawValue * 8, as: UInt64.self)
  }

  deinit {
    switch owner {
    case .allocated: unsafe base.deallocate()
    case .mapped: unsafe MappedMemory.release(base, count)
    }
  }

  /// A number of the head.
  subscript(_ field: LexiconHeader) -> UInt64 { word(field.rawValue) }

  private func word(_ index: Int) -> UInt64 {
    unsafe base.load(fromByteOffset: index * 8, as: UInt64.self)
  }

  private func place(of section: LexiconSection) -> (start: UInt64, length: UInt64) {
    (word(16 + 2 * section.rawValue), word(17 + 2 * section.rawValue))
  }

  /// A section as an array of numbers; the image must be held as long as it is used.
  func section<Element: BitwiseCopyable>(_ section: LexiconSection) -> FlatArray<Element> {
    let (start, length) = place(of: section)
    let elements = unsafe (base + Int(start)).assumingMemoryBound(to: Element.self)
    return unsafe FlatArray(elements, count: Int(length) / MemoryLayout<Element>.stride)
  }

  /// Lends all bytes for the duration of a call.
  func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = unsafe UnsafeBufferPointer(
      start: base.assumingMemoryBound(to: UInt8.self), count: count)
    return try body(unsafe Span(_unsafeElements: bytes))
  }

  /// The checksum of everything but the checksum: four sums side by side, eight bytes at a time, each
  /// mixed by a multiplication, so that it runs at the speed of memory. It finds damage, not malice.
  var checksum: UInt64 { sum(without: [.checksum]) }

  /// The same of all that the gazetteers gave, whenever and wherever they were read.
  var contentSum: UInt64 { sum(without: [.checksum, .sources]) }

  private func sum(without fields: [LexiconHeader]) -> UInt64 {
    let words = unsafe UnsafeBufferPointer(
      start: base.assumingMemoryBound(to: UInt64.self), count: count / 8)
    var sums: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let skipped = fields.map(\.rawValue)
    func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
      let product = (sum ^ word) &* TokenHash.multiplier
      return product ^ product &>> 29
    }
    for index in 0..<min(8, words.count) where !skipped.contains(index) {
      sums.0 = mixed(sums.0, unsafe words[index])
    }
    var index = 8
    while index &+ 4 <= words.count {
      sums.0 = mixed(sums.0, unsafe words[index])
      sums.1 = mixed(sums.1, unsafe words[index &+ 1])
      sums.2 = mixed(sums.2, unsafe words[index &+ 2])
      sums.3 = mixed(sums.3, unsafe words[index &+ 3])
      index &+= 4
    }
    while index < words.count {
      sums.0 = mixed(sums.0, unsafe words[index])
      index += 1
    }
    return mixed(mixed(mixed(sums.0, sums.1), sums.2), sums.3)
  }
}

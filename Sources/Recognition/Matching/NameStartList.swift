import CByteMasks

/// A place of a text where a name may begin, as the scan finds it.
struct FoundStart {
  var place: Int

  /// Where its token ends, and the token's hash; both 0 where they are still to be read.
  var end = 0
  var hash: UInt64 = 0

  /// Whether the token needs nothing between it and its neighbours, so that it begins anywhere.
  var standsAlone = false

  /// The number of the word among those noted.
  var word = 0
}

/// A place of a text where a name may begin, with what was seen a step ahead.
struct NameStart {
  var place: Int

  /// Where its token ends, and the token's hash; both 0 where they are still to be read.
  var end = 0
  var hash: UInt64 = 0

  /// Where the trie's first edge leads; only where the hash is known.
  var target: UInt32 = 0

  /// Whether the token needs nothing between it and its neighbours, so that it begins anywhere.
  var standsAlone = false

  /// Where the token behind it begins and ends, and its hash; all 0 where it is still to be read.
  var second = 0
  var secondEnd = 0
  var secondHash: UInt64 = 0

  /// Where the second edge leads; only where the token behind was read.
  var secondTarget: UInt32 = 0
}

/// The starts of some blocks: the words that were looked at, those of them that were found to begin
/// names, and those that are left a step ahead.
///
/// Invariant of the unsafe code: there is room for a batch and for all that one block adds to it (a
/// word at each of its bytes at most, and for each of them one that began before); `NameStartScan` looks
/// at no further block once there is a batch. Of each word one start comes at most. Only what was
/// written is read, so the memory is not filled at the beginning. It is kept from text to text, since to
/// ask for it costs more than a short one; a matcher that is not its only owner takes another one, so no
/// two threads ever use the same.
@safe final class NameStartList: @unchecked Sendable {
  /// So many words are gathered before they are looked at, so that memory is asked for in time.
  static let batch = 128
  private static let capacity = batch + 64 + 64 + 1

  /// The most blocks whose masks are made at once.
  static let run = 16

  /// The words that were noted.
  var words: WordList

  private let instructions = relata_widest()
  private let masks: UnsafeMutablePointer<RelataByteMasks>
  private let room: UnsafeMutablePointer<WordStart>
  private let hashes: UnsafeMutablePointer<UInt64>
  private let found: UnsafeMutablePointer<FoundStart>
  private let targets: UnsafeMutablePointer<UInt32>
  private let starts: UnsafeMutablePointer<NameStart>

  /// How many of the words were hashed.
  private var hashedCount = 0

  /// How many were found.
  private(set) var foundCount = 0

  /// How many are left.
  private(set) var count = 0

  init() {
    unsafe masks = .allocate(capacity: Self.run)
    unsafe room = .allocate(capacity: Self.capacity)
    unsafe words = WordList(room, capacity: Self.capacity)
    unsafe hashes = .allocate(capacity: Self.capacity)
    unsafe found = .allocate(capacity: Self.capacity)
    unsafe targets = .allocate(capacity: Self.capacity)
    unsafe starts = .allocate(capacity: Self.capacity)
  }

  deinit {
    unsafe masks.deallocate()
    unsafe room.deallocate()
    unsafe hashes.deallocate()
    unsafe found.deallocate()
    unsafe targets.deallocate()
    unsafe starts.deallocate()
  }

  func removeAll() {
    words.removeAll()
    hashedCount = 0
    foundCount = 0
    count = 0
  }

  /// Makes the masks of some blocks.
  ///
  /// - Parameters:
  ///   - text: The first byte of the first; 64 bytes of each and one more must be readable.
  ///   - count: How many.
  ///   - sets: The beginnings to look for.
  @unsafe
  func fillMasks(of text: UnsafePointer<UInt8>, _ count: Int, _ sets: RelataLetterSets?) {
    precondition(count <= Self.run)
    if var sets {
      unsafe relata_mask_blocks(instructions, text, Int64(count), &sets, masks)
    } else {
      unsafe relata_mask_blocks(instructions, text, Int64(count), nil, masks)
    }
  }

  /// The masks of a block, made last by `fillMasks`.
  @inline(__always)
  func masks(_ index: Int) -> RelataByteMasks {
    precondition(index >= 0 && index < Self.run)
    return unsafe masks[index]
  }

  /// Keeps the hash of the next word noted; 0 where it was not told.
  @inline(__always)
  func append(hash: UInt64) {
    precondition(hashedCount < Self.capacity)
    unsafe (hashes + hashedCount).initialize(to: hash)
    hashedCount &+= 1
  }

  /// The word that was noted behind that of a start found, and its hash; `nil` where there is none, or it
  /// was not hashed.
  @inline(__always)
  func noted(behind index: Int) -> (word: WordStart, hash: UInt64)? {
    precondition(index >= 0 && index < foundCount)
    let next = unsafe found[index].word &+ 1
    guard next < hashedCount else { return nil }
    let hash = unsafe hashes[next]
    return hash == 0 ? nil : (words[next], hash)
  }

  /// Writes a start behind those found, and counts it only on a condition.
  @inline(__always)
  func append(_ start: FoundStart, if condition: Bool) {
    precondition(foundCount < Self.capacity)
    unsafe (found + foundCount).initialize(to: start)
    foundCount &+= condition ? 1 : 0
  }

  /// The hash of a start that was found.
  @inline(__always)
  func hash(_ index: Int) -> UInt64 {
    precondition(index >= 0 && index < foundCount)
    return unsafe found[index].hash
  }

  /// Notes of all starts found where the first edges lead, by the hashes of their tokens.
  @inline(__always)
  func findTargets(_ target: (UInt64) -> UInt32) {
    for index in 0..<min(foundCount, Self.capacity) {
      let hash = unsafe found[index].hash
      unsafe (targets + index).initialize(to: hash == 0 ? 0 : target(hash))
    }
  }

  /// A start that was found, its target noted.
  @inline(__always)
  func start(_ index: Int) -> NameStart {
    precondition(index >= 0 && index < foundCount)
    let start = unsafe found[index]
    return NameStart(
      place: start.place, end: start.end, hash: start.hash, target: unsafe targets[index],
      standsAlone: start.standsAlone)
  }

  /// Keeps a start.
  @inline(__always)
  func keep(_ start: NameStart) {
    precondition(count < Self.capacity)
    unsafe (starts + count).initialize(to: start)
    count &+= 1
  }

  /// Notes of all starts kept where the second edges lead, if the tokens behind were read.
  @inline(__always)
  func findSecondTargets(_ target: (NameStart) -> UInt32) {
    for index in 0..<min(count, Self.capacity) where unsafe starts[index].secondEnd != 0 {
      unsafe starts[index].secondTarget = target(starts[index])
    }
  }

  /// A start that was kept.
  @inline(__always)
  subscript(_ index: Int) -> NameStart {
    precondition(index >= 0 && index < count)
    return unsafe starts[index]
  }

  /// The place of the last one found; -1 where there is none.
  var lastPlace: Int { foundCount == 0 ? -1 : unsafe found[foundCount - 1].place }
}

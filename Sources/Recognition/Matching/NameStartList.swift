/// A place of a text where a name may begin, as the scan finds it.
struct FoundStart {
  var place: Int

  /// Where its token ends, and the token's hash; both 0 where they are still to be read.
  var end = 0
  var hash: UInt64 = 0

  /// Whether the token needs nothing between it and its neighbours, so that it begins anywhere.
  var standsAlone = false
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
}

/// The starts of some blocks: those that were found, and those of them that are left a step ahead.
///
/// Invariant of the unsafe code: there is room for a batch and for all that one block adds to it (a
/// start at each of its bytes at most, and one that began before); `NameStartScan` looks at no further
/// block once there is a batch. Only what was written is read, so the memory is not filled at the
/// beginning. It is kept from text to text, since to ask for it costs more than a short one; a matcher
/// that is not its only owner takes another one, so no two threads ever use the same.
@safe final class NameStartList: @unchecked Sendable {
  /// So many are gathered before they are looked at, so that memory is asked for in time.
  static let batch = 32
  private static let capacity = batch + 64 + 64 + 1

  private let found: UnsafeMutablePointer<FoundStart>
  private let targets: UnsafeMutablePointer<UInt32>
  private let starts: UnsafeMutablePointer<NameStart>

  /// How many were found.
  private(set) var foundCount = 0

  /// How many are left.
  private(set) var count = 0

  init() {
    unsafe found = .allocate(capacity: Self.capacity)
    unsafe targets = .allocate(capacity: Self.capacity)
    unsafe starts = .allocate(capacity: Self.capacity)
  }

  deinit {
    unsafe found.deallocate()
    unsafe targets.deallocate()
    unsafe starts.deallocate()
  }

  func removeAll() {
    foundCount = 0
    count = 0
  }

  /// Writes a start behind those found, and counts it only on a condition.
  @inline(__always)
  func append(_ start: FoundStart, if condition: Bool) {
    precondition(foundCount < Self.capacity)
    unsafe (found + foundCount).initialize(to: start)
    foundCount &+= condition ? 1 : 0
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

  /// A start that was kept.
  @inline(__always)
  subscript(_ index: Int) -> NameStart {
    precondition(index >= 0 && index < count)
    return unsafe starts[index]
  }

  /// The place of the last one found; -1 where there is none.
  var lastPlace: Int { foundCount == 0 ? -1 : unsafe found[foundCount - 1].place }
}

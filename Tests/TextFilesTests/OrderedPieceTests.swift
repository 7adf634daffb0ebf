import Synchronization
import Testing

@testable import TextFiles

/// Pieces that several threads make and one takes.
@Suite struct OrderedPieceTests {
  private struct Full: Error, Equatable {}

  @Test(
    "pieces are taken in their order, each made once, and threads are given back",
    arguments: [0, 1, 2, 15, 16, 17, 300], [0, 1, 2, 7])
  func order(count: Int, threads: Int) {
    let spare = SpareThreads(threads)
    let made = Mutex(0)
    var taken: [Int] = []
    OrderedPieces.make(count, spare: spare) { number in
      made.withLock { $0 += 1 }
      return number * number
    } take: {
      taken.append($0)
    }
    #expect(taken == (0..<count).map { $0 * $0 })
    let all = made.withLock { $0 }
    #expect(all == count)
    #expect((0..<threads).allSatisfy { _ in spare.take() })
    #expect(!spare.take())
  }

  @Test("no more pieces are begun than may wait, however slow the taking", arguments: [1, 3])
  func bound(threads: Int) {
    let counts = Mutex((begun: 0, taken: 0, most: 0))
    OrderedPieces.make(400, spare: SpareThreads(threads), most: 6) { _ in
      counts.withLock { counts in
        counts.begun += 1
        counts.most = max(counts.most, counts.begun - counts.taken)
      }
    } take: {
      counts.withLock { $0.taken += 1 }
    }
    // A piece is out of the way before it is taken.
    let most = counts.withLock { $0.most }
    #expect(most <= 7)
  }

  @Test("what the taking throws ends all work", arguments: 0...3)
  func failure(threads: Int) {
    let spare = SpareThreads(threads)
    let isEnded = Mutex(false)
    var room = 3
    #expect(throws: Full()) {
      try OrderedPieces.make(1 << 20, spare: spare) { number in
        let isLate = isEnded.withLock { $0 }
        #expect(!isLate)
        return number
      } take: { (_: Int) throws(Full) in
        if room == 0 { throw Full() }
        room -= 1
      }
    }
    isEnded.withLock { $0 = true }
    #expect((0..<threads).allSatisfy { _ in spare.take() })
    #expect(!spare.take())
  }
}

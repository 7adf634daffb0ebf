import Dispatch
import Synchronization

/// Work in pieces that several threads make and one takes in their order.
///
/// The one that takes makes pieces too, while none is ready for it. Who helps makes one piece after
/// another, as long as they are not too far ahead of those that were taken.
package enum OrderedPieces {
  /// Makes and takes pieces.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - spare: Threads that can help.
  ///   - most: So many pieces are begun before the first of them is taken, so that what waits stays little.
  ///   - make: Makes the piece of a number, on any thread.
  ///   - take: Receives the pieces in the order of their numbers, on this thread.
  /// - Throws: What `take` throws; no thread is at work then.
  package static func make<Piece: Sendable, Failure: Error>(
    _ count: Int, spare: SpareThreads, most: Int = 16,
    _ make: @escaping @Sendable (Int) -> Piece, take: (Piece) throws(Failure) -> Void
  ) throws(Failure) {
    let order = PieceOrder<Piece>(count, most: most)
    var helpers: [Background<Void>] = []
    defer {
      order.giveUp()
      for helper in helpers { helper.wait() }
    }
    while true {
      while order.hasRoom, spare.take() {
        helpers.append(
          Background(isApart: true) {
            while let number = order.begin() { order.put(make(number), number) }
            spare.giveBack()
          })
      }
      switch order.next() {
      case .take(let piece): try take(piece)
      case .make(let number): order.put(make(number), number)
      case .end: return
      }
    }
  }
}

/// Which pieces are begun, made and taken.
private final class PieceOrder<Piece: Sendable>: Sendable {
  /// What the thread that takes does next.
  enum Step {
    case take(Piece)
    case make(Int)
    case end
  }

  private struct Progress {
    var begun = 0
    var taken = 0
    /// The pieces that wait for their turn.
    var made: [Int: Piece] = [:]
    /// Whether the thread that takes waits for the next of them.
    var isAwaited = false
  }

  private let count: Int
  private let most: Int
  private let progress = Mutex(Progress())
  private let isReady = DispatchSemaphore(value: 0)

  init(_ count: Int, most: Int) {
    self.count = count
    self.most = most
  }

  /// Whether a helper would find several pieces to make.
  var hasRoom: Bool {
    progress.withLock { $0.begun < count && $0.begun - $0.taken <= most / 2 }
  }

  /// Begins the next piece; nil where all are begun, or enough for now.
  func begin() -> Int? { progress.withLock { begin(&$0) } }

  private func begin(_ progress: inout Progress) -> Int? {
    guard progress.begun < count, progress.begun - progress.taken < most else { return nil }
    defer { progress.begun += 1 }
    return progress.begun
  }

  /// Puts a piece down that is made.
  func put(_ piece: Piece, _ number: Int) {
    let isAwaited = progress.withLock { progress in
      progress.made[number] = piece
      guard progress.isAwaited, number == progress.taken else { return false }
      progress.isAwaited = false
      return true
    }
    if isAwaited { isReady.signal() }
  }

  /// What the thread that takes does next; waits where others make all there is to make.
  func next() -> Step {
    while true {
      let step: Step? = progress.withLock { progress in
        if progress.taken == count { return .end }
        if let piece = progress.made.removeValue(forKey: progress.taken) {
          progress.taken += 1
          return .take(piece)
        }
        if let number = begin(&progress) { return .make(number) }
        progress.isAwaited = true
        return nil
      }
      if let step { return step }
      isReady.wait()
    }
  }

  /// Lets no further piece be begun.
  func giveUp() { progress.withLock { $0.begun = count } }
}

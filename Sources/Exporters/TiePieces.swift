import Synchronization
import TextFiles

/// What is written of some ties, before it goes to the file.
///
/// Invariant of the unchecked conformance: a piece belongs to one thread at a time; it goes from one to
/// another through a lock.
private final class TiePiece<State: ~Copyable>: @unchecked Sendable {
  var state: State

  init(_ state: consuming State) {
    self.state = state
  }
}

/// Pieces that were emptied, to be written again.
private final class FreePieces<State: ~Copyable>: Sendable {
  private let pieces = Mutex<[TiePiece<State>]>([])

  func take() -> TiePiece<State>? { pieces.withLock { $0.popLast() } }

  func giveBack(_ piece: TiePiece<State>) { pieces.withLock { $0.append(piece) } }
}

/// Writes the ties of a file piece by piece, in their order: several at once where threads are spare.
enum TiePieces {
  /// So many ties are a piece: some hundred kilobytes in most formats.
  private static let size = 512

  /// - Parameters:
  ///   - count: How many ties there are.
  ///   - spare: Threads that can help.
  ///   - make: What a piece is written into; few are made.
  ///   - write: Writes ties, on any thread.
  ///   - take: Receives what was written of them, in their order, and empties it.
  static func write<State: ~Copyable>(
    _ count: Int, spare: SpareThreads,
    into make: @escaping @Sendable @autoclosure () -> State,
    _ write: @escaping @Sendable (Range<Int>, inout State) -> Void,
    take: (inout State) throws(ExportError) -> Void
  ) throws(ExportError) {
    let free = FreePieces<State>()
    try OrderedPieces.make((count + size - 1) / size, spare: spare) { number in
      let piece = free.take() ?? TiePiece(make())
      write(number * size..<min((number + 1) * size, count), &piece.state)
      return piece
    } take: { (piece: TiePiece<State>) throws(ExportError) in
      try take(&piece.state)
      free.giveBack(piece)
    }
  }
}

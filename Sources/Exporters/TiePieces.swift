import TextFiles

/// What is written of some ties, before it goes to the file.
///
/// Invariant of the unchecked conformance: a piece belongs to one thread at a time; a helper has it until
/// `Background.wait` returns.
private final class TiePiece<State: ~Copyable>: @unchecked Sendable {
  var state: State

  init(_ state: consuming State) {
    self.state = state
  }
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
    _ count: Int, spare: SpareThreads, into make: @autoclosure () -> State,
    _ write: @escaping @Sendable (Range<Int>, inout State) -> Void,
    take: (inout State) throws(ExportError) -> Void
  ) throws(ExportError) {
    let own = TiePiece(make())
    var free: [TiePiece<State>] = []
    var next = 0
    while next < count {
      let range = nextRange(&next, count)
      var helpers: [Background<TiePiece<State>>] = []
      while next < count, spare.take() {
        let (range, piece) = (nextRange(&next, count), free.popLast() ?? TiePiece(make()))
        helpers.append(
          Background(isApart: true) {
            write(range, &piece.state)
            return piece
          })
      }
      write(range, &own.state)
      // Helpers end before anything is thrown: their threads are given back.
      let pieces = helpers.map { helper in
        defer { spare.giveBack() }
        return helper.wait()
      }
      try take(&own.state)
      for piece in pieces {
        try take(&piece.state)
        free.append(piece)
      }
    }
  }

  private static func nextRange(_ next: inout Int, _ count: Int) -> Range<Int> {
    let start = next
    next = min(next + size, count)
    return start..<next
  }
}

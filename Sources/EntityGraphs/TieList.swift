import TextFiles

/// The ties of a graph: stated one by one, or counted, when they may be many.
///
/// Counted ties lie in pages that are out of memory where they are many; each becomes a `Tie` when it is
/// asked for.
public struct TieList: Sendable {
  private enum Storage {
    case stated([Tie])
    case counted(PagedArray<TieRow>, TieRecords)
  }

  private let storage: Storage

  /// - Parameter ties: The ties, in order.
  public init(_ ties: [Tie]) {
    storage = .stated(ties)
  }

  /// - Parameters:
  ///   - rows: The ties but for their measures and evidence, in order.
  ///   - records: Where these are read from.
  public init(_ rows: PagedArray<TieRow>, _ records: TieRecords) {
    storage = .counted(rows, records)
  }
}

extension TieList: RandomAccessCollection {
  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch storage {
    case .stated(let ties): ties.count
    case .counted(let rows, _): rows.count
    }
  }

  public subscript(index: Int) -> Tie {
    switch storage {
    case .stated(let ties): return ties[index]
    case .counted(let rows, let records):
      precondition(index >= 0 && index < rows.count, "a tie of the graph")
      return Tie(rows[index], records)
    }
  }
}

extension TieList: Equatable {
  /// Whether all that the ties say is the same.
  public static func == (left: TieList, right: TieList) -> Bool { left.elementsEqual(right) }
}

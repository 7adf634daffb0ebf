import TextFiles

/// The ties of a graph: stated one by one, or counted, when they may be many.
///
/// Counted ties lie in pages that are out of memory where they are many; each becomes a `Tie` when it is
/// asked for.
public struct TieList: Sendable {
  /// One object, so that lists are copied by counting one reference.
  private final class Storage: Sendable {
    let count: Int
    let stated: [Tie]
    let counted: PagedArray<TieRow>
    let records: TieRecords?

    init(_ count: Int, _ stated: [Tie], _ counted: PagedArray<TieRow>, _ records: TieRecords?) {
      self.count = count
      self.stated = stated
      self.counted = counted
      self.records = records
    }
  }

  private let storage: Storage

  /// - Parameter ties: The ties, in order.
  public init(_ ties: [Tie]) {
    storage = Storage(ties.count, ties, PagedArray(), nil)
  }

  /// - Parameters:
  ///   - rows: The ties but for their measures and evidence, in order.
  ///   - records: Where these are read from.
  public init(_ rows: PagedArray<TieRow>, _ records: TieRecords) {
    storage = Storage(rows.count, [], rows, records)
  }
}

extension TieList: RandomAccessCollection {
  public var startIndex: Int { 0 }

  public var endIndex: Int { storage.count }

  public subscript(index: Int) -> Tie {
    guard let records = storage.records else { return storage.stated[index] }
    precondition(index >= 0 && index < storage.count, "a tie of the graph")
    return Tie(storage.counted[index], records)
  }
}

extension TieList: Equatable {
  /// Whether all that the ties say is the same.
  public static func == (left: TieList, right: TieList) -> Bool { left.elementsEqual(right) }
}

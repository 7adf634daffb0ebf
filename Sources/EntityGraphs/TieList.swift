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

extension TieList {
  /// The sum of the repeats of all ties.
  ///
  /// - Complexity: O(m).
  public var repeats: Int {
    var sum = 0
    forEachRow { sum += Int($0.repeats) }
    return sum
  }

  /// The greatest count of a tie; 0 where there is none.
  ///
  /// - Complexity: O(m).
  package var greatestCount: Int {
    var greatest: UInt32 = 0
    forEachRow { greatest = Swift.max(greatest, $0.count) }
    return Int(greatest)
  }

  /// Whether all ties are as a closure asks; it gets what is known of them but for measures and evidence.
  ///
  /// Much faster than to go through the ties, of which each counts a reference to its records.
  func allSatisfy(row isRight: (TieRow) -> Bool) -> Bool {
    if storage.records == nil { return storage.stated.allSatisfy { isRight($0.row) } }
    for place in 0..<storage.count {
      if !isRight(storage.counted[place]) { return false }
    }
    return true
  }

  /// Calls a closure with what is known of each tie but for measures and evidence, in order.
  func forEachRow(_ body: (TieRow) -> Void) {
    _ = allSatisfy { row in
      body(row)
      return true
    }
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

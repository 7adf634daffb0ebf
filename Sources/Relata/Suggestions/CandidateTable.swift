import Gazetteers

/// The names met so far, no more than a limit.
///
/// While they are fewer, all are kept and counts are exact. Beyond the limit the table is emptied and
/// only a sketch goes on counting; a second reading of the inputs then keeps those names whose
/// sketched count reaches a threshold, which rises until the limit holds. The sketch is the same
/// whatever the order of the documents, so what is kept is, too.
struct CandidateTable: Sendable {
  private(set) var names: [UInt64: NameTally] = [:]
  private let limit: Int
  private var sketch = CountSketch()

  /// Whether the limit was passed, so that the inputs must be read again.
  private(set) var isOverfull = false

  /// Names are kept from this count on; `nil` in the first reading.
  private(set) var threshold: Int?

  init(limit: Int) {
    self.limit = limit
  }

  mutating func add(_ name: NameTally) {
    let key = name.key
    if let threshold {
      guard sketch.count(of: key) >= threshold else { return }
    } else {
      sketch.add(key, name.count)
      if isOverfull { return }
    }
    if names[key] == nil {
      names[key] = name
    } else {
      names[key]?.add(name)
    }
    guard names.count > limit else { return }
    if let threshold {
      raise(from: threshold)
    } else {
      isOverfull = true
      names.removeAll()
    }
  }

  /// Begins the second reading.
  mutating func beginAgain() {
    threshold = 2
  }

  private mutating func raise(from threshold: Int) {
    var threshold = threshold
    while names.count > limit {
      threshold += 1
      names = names.filter { sketch.count(of: $0.key) >= threshold }
    }
    self.threshold = threshold
  }
}

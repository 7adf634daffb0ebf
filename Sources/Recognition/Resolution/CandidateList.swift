/// The entities that a hit may mean: nearly always one, which is kept in place, so that a hit costs no
/// array to be allocated and given back.
struct CandidateList: RandomAccessCollection, ExpressibleByArrayLiteral {
  private enum Content {
    case one(Candidate)
    case other([Candidate])
  }

  private var content: Content

  init(_ candidates: [Candidate]) {
    content = candidates.count == 1 ? .one(candidates[0]) : .other(candidates)
  }

  init(one candidate: Candidate) { content = .one(candidate) }

  init(arrayLiteral candidates: Candidate...) { self.init(candidates) }

  var startIndex: Int { 0 }

  var endIndex: Int {
    switch content {
    case .one: 1
    case .other(let candidates): candidates.count
    }
  }

  subscript(_ index: Int) -> Candidate {
    switch content {
    case .one(let candidate):
      precondition(index == 0, "there is one candidate")
      return candidate
    case .other(let candidates): return candidates[index]
    }
  }
}

import Dates
import Gazetteers
import Testing
import TextFiles

@testable import EntityGraphs

/// What is asked of all ties at once, of stated and of counted ones.
@Suite struct TieListTests {
  private static let stated = (1..<40).map {
    Tie(source: 0, target: $0, count: $0 * 7 % 11, repeats: $0 % 3)
  }

  private static var counted: TieList {
    var rows = PagedArray<TieRow>()
    for tie in stated { rows.append(tie.row) }
    return TieList(rows, TieRecords())
  }

  @Test("sums of all ties are those of each")
  func sums() {
    for ties in [TieList(Self.stated), Self.counted] {
      #expect(ties.repeats == Self.stated.reduce(0) { $0 + $1.repeats })
      #expect(ties.greatestCount == 10)
    }
    #expect(TieList([]).repeats == 0)
    #expect(TieList([]).greatestCount == 0)
  }

  @Test("degrees and strengths are the same of stated and counted ties")
  func strengths() {
    let nodes = (0..<40).map { Node(id: EntityID("e/\(100 + $0)"), kind: .person, name: "x") }
    let one = EntityGraph(nodes: nodes, ties: Self.stated)
    let other = EntityGraph(nodes: NodeList(nodes), ties: Self.counted)
    #expect(one.degrees() == [39] + [Int](repeating: 1, count: 39))
    #expect(other.degrees() == one.degrees())
    #expect(one.strengths()[3] == 10)
    #expect(other.strengths() == one.strengths())
    #expect(other.nodesByStrength() == one.nodesByStrength())
  }
}

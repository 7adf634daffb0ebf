import Testing

@testable import Cooccurrence

/// The measures against values of an independent computation with 60 digits (Python's `decimal`):
/// npmi from Bouma 2009, G² by entropies (Dunning 1993; SciPy's `chi2_contingency` with
/// `lambda_="log-likelihood"` gives the same), the noise-corrected score from Coscia and Neffke 2017
/// with the prior fitted to its two moments and the derivative of the score taken numerically.
@Suite struct AssociationMeasuresTests {
  struct Table: Sendable, CustomStringConvertible {
    var both, first, second, total: Int
    var npmi, jaccard, llr: Double

    init(_ cells: (Int, Int, Int, Int), _ npmi: Double, _ jaccard: Double, _ llr: Double) {
      (both, first, second, total) = cells
      (self.npmi, self.jaccard, self.llr) = (npmi, jaccard, llr)
    }

    var description: String { "\(both) of \(first) and \(second) in \(total)" }
  }

  static let tables = [
    Table((1, 1, 1, 10), 1, 1, 6.501659467828965),
    Table((1, 2, 3, 10), 0.221848749616356, 0.25, 0.447335004957154),
    Table((5, 10, 8, 100), 0.611730721041445, 0.384615384615385, 15.584876460977089),
    Table((3, 3, 3, 100), 1, 1, 26.948433635953347),
    Table((30, 50, 40, 60), -0.152003093445050, 0.5, 9.080533494451895),
    Table((7, 20, 30, 1000), 0.495125443961113, 0.162790697674419, 25.535855509193023),
    Table(
      (120, 4000, 900, 1_000_000), 0.388408350614321, 0.025104602510460, 628.026402359825283),
    Table((10, 10, 90, 100), 0.045757490560675, 0.111111111111111, 2.226817426543907),
    Table((6, 20, 30, 100), 0, 0.136363636363636, 0),
    Table((0, 3, 4, 10), -1, 0, 3.899519874378526),
    Table((10, 10, 10, 10), 1, 1, 0),
    Table((1, 1, 1, 1), 1, 1, 0),
  ]

  private func isNear(_ found: Double, _ expected: Double) -> Bool {
    abs(found - expected) <= 1e-9 * max(1, abs(expected))
  }

  @Test("npmi, jaccard and llr have the values of their formulas", arguments: tables)
  func values(_ table: Table) {
    let (both, first, second, total) = (table.both, table.first, table.second, table.total)
    #expect(
      isNear(
        AssociationMeasures.npmi(both: both, first: first, second: second, total: total),
        table.npmi))
    #expect(
      isNear(
        AssociationMeasures.jaccard(both: both, first: first, second: second), table.jaccard))
    #expect(
      isNear(
        AssociationMeasures.logLikelihoodRatio(
          both: both, first: first, second: second, total: total), table.llr))
  }

  @Test(
    "the noise-corrected value is the score by its standard deviation",
    arguments: [
      ([1, 1, 1, 4], 3.442651863295), ([2, 3, 3, 8], 13.429604138276),
      ([1, 2, 3, 10], 2.378153775969), ([5, 12, 9, 60], 31.530567699884),
      ([1, 40, 35, 200], -1.708794111125), ([30, 60, 80, 1000], 146.177616594475),
      ([3, 500, 700, 10000], -3.931384424240), ([250, 900, 1200, 100_000], 492.469969595336),
      ([1, 1, 1, 1_000_000], 707107.311516876449),
    ])
  func noiseCorrected(numbers: [Double], expected: Double) {
    let found = AssociationMeasures.noiseCorrected(
      weight: numbers[0], first: numbers[1], second: numbers[2], total: numbers[3])
    #expect(isNear(found, expected), "\(numbers): \(found)")
  }

  @Test(
    "the noise-corrected value is 0 where it is not defined",
    arguments: [
      ("no weight", [0, 3, 3, 10]), ("no total", [1, 1, 1, 1]), ("no strength", [1, 0, 3, 10]),
      ("one end has everything", [1, 10, 3, 10]),
      // kappa + w · kappa' = 30/100 + 6 · (1/100 - 30 · 20/10000) = 0: no slope, no deviation.
      ("no deviation", [6, 10, 10, 30]),
    ])
  func undefined(name: String, numbers: [Double]) {
    let found = AssociationMeasures.noiseCorrected(
      weight: numbers[0], first: numbers[1], second: numbers[2], total: numbers[3])
    #expect(found == 0, "\(name): \(found)")
  }

  @Test("on random tables the measures are symmetric and keep their bounds", arguments: 1...20)
  func bounds(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let (both, rest) = (Int.random(in: 0...40, using: &generator), 0...60)
      let first = max(1, both + Int.random(in: rest, using: &generator))
      let second = max(1, both + Int.random(in: rest, using: &generator))
      let total = first + second - both + Int.random(in: rest, using: &generator)
      let name = "seed \(seed): \(both) of \(first) and \(second) in \(total)"
      let npmi = AssociationMeasures.npmi(both: both, first: first, second: second, total: total)
      #expect((-1...1).contains(npmi), "\(name): npmi \(npmi)")
      let jaccard = AssociationMeasures.jaccard(both: both, first: first, second: second)
      #expect((0...1).contains(jaccard), "\(name): jaccard \(jaccard)")
      let llr = AssociationMeasures.logLikelihoodRatio(
        both: both, first: first, second: second, total: total)
      #expect(llr >= 0 && llr.isFinite, "\(name): llr \(llr)")
      #expect(
        npmi == AssociationMeasures.npmi(both: both, first: second, second: first, total: total))
      #expect(jaccard == AssociationMeasures.jaccard(both: both, first: second, second: first))
      #expect(
        isNear(
          llr,
          AssociationMeasures.logLikelihoodRatio(
            both: both, first: second, second: first, total: total)))
    }
  }

  @Test("on random graphs the noise-corrected value is symmetric and finite", arguments: 1...20)
  func noiseBounds(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let weight = Double(Int.random(in: 1...50, using: &generator))
      let first = weight + Double(Int.random(in: 0...90, using: &generator))
      let second = weight + Double(Int.random(in: 0...90, using: &generator))
      let total = 2 * (first + second - weight + Double(Int.random(in: 0...900, using: &generator)))
      let value = AssociationMeasures.noiseCorrected(
        weight: weight, first: first, second: second, total: total)
      let name = "seed \(seed): \(weight) of \(first) and \(second) in \(total)"
      #expect(value.isFinite, "\(name)")
      #expect(
        value
          == AssociationMeasures.noiseCorrected(
            weight: weight, first: second, second: first, total: total), "\(name)")
      let expected = first * second / total
      #expect(value == 0 || (value > 0) == (weight > expected), "\(name): \(value)")
    }
  }
}

import ArgumentParser
import EntityGraphs
import Relata

/// Which ties a build keeps, and what it computes of the graph.
struct BuildAnalysisOptions: ParsableArguments {
  /// The words for the methods of a backbone.
  enum BackboneWord: String, CaseIterable, ExpressibleByArgument {
    case count, measure, disparity
    case noiseCorrected = "noise-corrected"
    case top
  }

  @Option(
    help: ArgumentHelp(
      "Keep only ties that matter, by: count, measure, disparity, noise-corrected or top.",
      valueName: "method"))
  var backbone: BackboneWord?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What --backbone asks of a tie: windows (2), a measure (0), a probability (0.05), standard deviations (1.64), or the place among a node's ties (5).",
      valueName: "number"))
  var threshold: Double?

  @Option(help: "What --backbone measure looks at: npmi, jaccard, llr or noise_corrected.")
  var measure: TieMeasure?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Keep at most so many ties, the best by the score of --backbone, or by weight.",
      valueName: "number"))
  var maxTies: Int?

  @Flag(
    inversion: .prefixedNo,
    help: "Compute centralities and communities of the nodes, and lay large graphs out.")
  var analysis = true

  @Option(help: "Where random numbers begin: the same seed gives the same files.")
  var seed: UInt64 = 1

  /// Whether ties are left out at all.
  var choosesTies: Bool { backbone != nil || maxTies != nil }

  func validate() throws {
    if backbone == nil, threshold != nil {
      throw ValidationError("--threshold says nothing without --backbone METHOD")
    }
    if backbone != .measure, let measure {
      throw ValidationError(
        "--measure \(measure.rawValue) says nothing without --backbone measure")
    }
    if let threshold, !threshold.isFinite {
      throw ValidationError("--threshold \(threshold) is not possible; give a number")
    }
    if backbone == .top, let threshold, threshold < 1 {
      throw ValidationError("--threshold \(threshold) leaves no tie; give 1 or more for top")
    }
    if let maxTies, maxTies < 1 {
      throw ValidationError("--max-ties \(maxTies) is not possible; give 1 or more")
    }
  }

  /// Puts the options into a job.
  func set(_ job: inout BuildJob) {
    job.backbone = backbone.map { Backbone(method($0), threshold: threshold) }
    job.maximumTies = maxTies
    job.analyses = analysis
    job.seed = seed
  }

  private func method(_ word: BackboneWord) -> Backbone.Method {
    switch word {
    case .count: .count
    case .measure: .measure(measure ?? .npmi)
    case .disparity: .disparity
    case .noiseCorrected: .noiseCorrected
    case .top: .top
    }
  }
}

extension TieMeasure: ExpressibleByArgument {}

import Cooccurrence
import Gazetteers
import TextFiles
import Workspaces

/// The files that a build takes its names and judgements from, and the program itself.
public struct BuildSources: Sendable, Equatable {
  /// The gazetteers, in order.
  public var gazetteers: [String]

  /// The file of corrections, if any.
  public var corrections: String?

  /// The program, whose change may change what is tagged.
  public var program: String?

  /// - Parameters:
  ///   - gazetteers: The gazetteers, in order.
  ///   - corrections: The file of corrections, if any.
  ///   - program: The program.
  public init(gazetteers: [String] = [], corrections: String? = nil, program: String? = nil) {
    self.gazetteers = gazetteers
    self.corrections = corrections
    self.program = program
  }

  /// What a workspace notes of a build.
  ///
  /// - Parameter lexicon: What the gazetteers were compiled to.
  func settings(
    _ lexicon: Lexicon, _ options: RunOptions, _ graph: GraphOptions
  ) -> WorkspaceSettings {
    let tagging = options.recognition
    return WorkspaceSettings(
      values: [
        "program": program.map(Self.hash) ?? "",
        "lexicon": String(lexicon.contentSum, radix: 16),
        "corrections": corrections.map { "\(Self.hash($0)) \($0)" } ?? "",
        "recognition":
          "demonyms \(tagging.demonyms), metonyms \(tagging.metonyms), case \(tagging.caseRule.map { "\($0)" } ?? "own")",
        "window": options.window.description,
        "weight": graph.weight.rawValue,
        "minimum count": "\(graph.minimumCount)",
        "evidence per tie": "\(options.evidencePerTie)",
      ],
      gazetteers: gazetteers.map { .init(path: $0, hash: Self.hash($0)) })
  }

  /// What tells the content of a file from another; empty where it cannot be read.
  private static func hash(_ path: String) -> String {
    guard let file = try? FileBytes(path: path) else { return "" }
    return file.withBytes { bytes in
      var builder = ContentHashBuilder()
      builder.add(bytes)
      return builder.finish().digits
    }
  }
}

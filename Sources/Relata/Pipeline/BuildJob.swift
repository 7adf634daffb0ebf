import Cooccurrence
import Corpus
import EntityGraphs
import Exporters
import Gazetteers
import TextFiles

/// The main job: inputs in, a folder of results out.
///
/// All files are written beside their targets and renamed together at the end, so that a failure
/// leaves the results of the run before as they were.
public struct BuildJob: Sendable {
  /// Files, folders, or `-`.
  public var inputs: [String]

  /// The folder that takes the results.
  public var output: String

  public var options = RunOptions()
  public var graphOptions = GraphOptions()

  /// The formats of the graph.
  public var formats = GraphFormat.usual

  /// Whether `mentions.jsonl` is written.
  public var writesMentions = true

  /// Whether `evidence.jsonl` is written.
  public var writesEvidence = true

  /// A build writes no more slices of time than these: each has its own counts in memory, and a
  /// folder of files.
  public static let largestNumberOfSlices = 1000

  /// - Parameters:
  ///   - inputs: Files, folders, or `-` for standard input.
  ///   - output: The folder that takes the results.
  public init(inputs: [String], output: String) {
    self.inputs = inputs
    self.output = output
  }

  /// What a build gave.
  public struct Result: Sendable {
    public var graph: EntityGraph
    public var summary: RunSummary
    public var warnings: [ExportWarning]
    /// The names of the files written, in the order of writing; none where no document was read.
    public var files: [String]
    /// The names of files of an earlier run that stand beside them and were not renewed, in the order
    /// in which a run writes them.
    public var leftovers: [String]
    /// How many slices of time were written.
    public var slices = 0
  }

  /// The names of all files that a run can write, with the formats and parts that were not asked for.
  public static let allFiles =
    ["mentions.jsonl", "evidence.jsonl"]
    + GraphFormat.allCases.flatMap(\.exporters).map(\.fileName)

  /// Runs the job.
  ///
  /// Where no document could be read nothing is written, and the results of an earlier run stay. Slices
  /// of time appear one after another, before the files of the whole.
  ///
  /// - Parameters:
  ///   - lexicon: The names to look for.
  ///   - progress: Called now and then.
  /// - Throws: `FileError` or `ExportError`; no result of the whole has changed then. `TooManySlices`
  ///   where the dates of the documents give more slices than a build writes; nothing is written.
  public func run(
    _ lexicon: Lexicon, progress: (RunProgress) -> Void = { _ in }
  ) async throws -> Result {
    // Before the folder is made: a mistyped input leaves no empty one behind.
    var options = options
    options.input.leftOut = output
    let list = try InputFinder.find(inputs, options: options.input)
    let set = AtomicFileSet(in: try OutputFolder(creating: output))
    var files: [String] = []
    func open(_ name: String) throws(FileError) -> AtomicFile {
      files.append(name)
      return try set.open(name)
    }
    let mentions = writesMentions ? MentionSink(try open("mentions.jsonl")) : nil
    let evidence =
      writesEvidence ? EvidenceSink(try open("evidence.jsonl"), lexicon: lexicon) : nil
    let (counts, slices, summary) = try await Pipeline(lexicon, options: options).runSliced(
      list, mentions: mentions, evidence: evidence, progress: progress)
    guard summary.documents > 0 else {
      set.discard()
      return Result(
        graph: EntityGraph(nodes: [], ties: []), summary: summary, warnings: [], files: [],
        leftovers: [])
    }
    let graph = counts.graph(lexicon, options: graphOptions)
    let exporters = formats.flatMap(\.exporters)
    let placement = Placement(of: graph)
    var warnings = try await GraphExport.write(
      graph, placement: placement, as: exporters, into: set, threads: options.threads)
    files += exporters.map(\.fileName)
    if let slices {
      let folder = SliceFiles(in: set.folder, slices.length)
      warnings += try await folder.write(
        slices, lexicon, whole: graph, placement: placement, job: self)
      files.append(folder.tableName)
    }
    try set.commit()
    return Result(
      graph: graph, summary: summary, warnings: warnings, files: files,
      leftovers: set.folder.existing(Self.allFiles.filter { !files.contains($0) })
        + SliceFiles.leftovers(in: set.folder, renewed: slices),
      slices: slices?.counts.count ?? 0)
  }
}

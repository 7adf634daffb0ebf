import Cooccurrence
import Corpus
import EntityGraphs
import Exporters
import Gazetteers
import GraphAnalysis
import TextFiles
import Workspaces

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

  /// Which ties of the graph are kept; `nil` keeps all.
  public var backbone: Backbone?

  /// The most ties to keep, the best by the backbone's score or else by weight; `nil` keeps all.
  public var maximumTies: Int?

  /// Whether the nodes are analysed, and large graphs laid out by their ties.
  public var analyses = true

  /// What the analysis takes its random numbers from.
  public var seed: UInt64 = 1

  /// The formats of the graph.
  public var formats = GraphFormat.usual

  /// Whether `mentions.jsonl` is written.
  public var writesMentions = true

  /// Whether `evidence.jsonl` is written.
  public var writesEvidence = true

  /// The workspace, which keeps the documents of earlier builds; nil where none is wanted.
  public var workspace: String?

  /// Whether documents of earlier builds that are not among the inputs leave the workspace.
  public var prune = false

  /// Bytes of new text after which the workspace is saved.
  public var commitEvery = WorkspaceBuild.pieceBytes

  /// The files that gave the names and judgements, which the workspace notes.
  public var sources = BuildSources()

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
    /// How many ties the backbone left out.
    public var droppedTies = 0
    public var summary: RunSummary
    public var warnings: [ExportWarning]
    /// The names of the files written, in the order of writing; none where no document was read.
    public var files: [String]
    /// The names of files of an earlier run that stand beside them and were not renewed, in the order
    /// in which a run writes them.
    public var leftovers: [String]
    /// What became of the documents of the workspace; nil where there is none.
    public var changes: WorkspaceBuild.Changes?
    /// Which settings changed since the workspace was built last, in words.
    public var changedSettings: [String] = []
    /// How many slices of time were written.
    public var slices = 0
  }

  /// The names of all files that a run can write, with the formats and parts that were not asked for.
  public static let allFiles =
    ["mentions.jsonl", "evidence.jsonl"]
    + GraphFormat.allCases.flatMap(\.exporters).map(\.fileName) + [workspaceName]

  /// The name of the workspace in the folder of the results.
  public static let workspaceName = "relata.sqlite"

  /// Lets the run keep what it reads.
  ///
  /// - Parameter path: The workspace, or the folder where it is to be `relata.sqlite`; nil for the folder
  ///   of the results.
  public mutating func keepWorkspace(at path: String? = nil) {
    workspace = path.map(Self.workspace(at:)) ?? usualWorkspace
  }

  /// Where a workspace is that the user names by its file, or by the folder that a build wrote.
  ///
  /// - Parameter path: A file or a folder, which need not be there.
  public static func workspace(at path: String) -> String {
    ReadablePath.isFolder(path) ? workspace(in: path) : path
  }

  private static func workspace(in folder: String) -> String {
    folder.isEmpty ? workspaceName : folder + (folder.hasSuffix("/") ? "" : "/") + workspaceName
  }

  private var usualWorkspace: String { Self.workspace(in: output) }

  /// Runs the job.
  ///
  /// Where no document could be read nothing is written, and the results of an earlier run stay. Slices
  /// of time appear one after another, before the files of the whole.
  ///
  /// - Parameters:
  ///   - lexicon: The names to look for.
  ///   - progress: Called now and then.
  /// - Throws: `FileError`, `ExportError`, `WorkspaceError` or `GraphAnalysisError`; no result of the whole
  ///   has changed then. `TooManySlices` where the dates of the documents give more slices than a build
  ///   writes; nothing is written.
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
    let build = try workspace.map {
      try WorkspaceBuild(
        path: $0, settings: sources.settings(lexicon, options, graphOptions),
        pieceBytes: commitEvery)
    }
    do {
      let (counts, slices, summary) = try await Pipeline(lexicon, options: options).runSliced(
        list, mentions: mentions, evidence: evidence, workspace: build, prune: prune,
        overflow: BytePool.Overflow(folder: set.folder.path), progress: progress)
      guard summary.documents > 0 else {
        build?.discard()
        set.discard()
        return Result(
          graph: EntityGraph(nodes: [], ties: []), summary: summary, warnings: [], files: [],
          leftovers: [])
      }
      // Counts that are given up return their memory as the graph is made.
      let entities = build == nil ? [] : counts.entityNumbers(options: graphOptions)
      let counted = (consume counts).graph(
        lexicon, options: graphOptions, threads: options.threads)
      SystemMemory.giveBackFreed()
      let graph = try shown(counted)
      let placement =
        analyses ? try GraphLayout.placement(of: graph, seed: seed) : Placement(of: graph)
      let exporters = formats.flatMap(\.exporters)
      var warnings = try await GraphExport.write(
        graph, placement: placement, as: exporters, into: set, threads: options.threads)
      files += exporters.map(\.fileName)
      if let slices {
        let folder = SliceFiles(in: set.folder, slices.length)
        warnings += try await folder.write(
          slices, lexicon, whole: graph, placement: placement, job: self)
        files.append(folder.tableName)
      }
      if let workspace {
        files.append(workspace == usualWorkspace ? Self.workspaceName : workspace)
      }
      var result = Result(
        graph: graph, droppedTies: counted.ties.count - graph.ties.count, summary: summary,
        warnings: warnings, files: files,
        leftovers: set.folder.existing(Self.allFiles.filter { !files.contains($0) })
          + SliceFiles.leftovers(in: set.folder, renewed: slices),
        slices: slices?.counts.count ?? 0)
      if let build {
        var rows = StoredRows(dates: options.dates)
        // Neither a backbone nor the analysis leaves a node out.
        try build.write(graph, placement: placement, numbers: entities) {
          try rows.append($0, to: $1)
        }
        (result.changes, result.changedSettings) = (build.changes, build.changedSettings)
      }
      // All is written before anything takes its place.
      try set.finish()
      try build?.commit()
      try set.commit()
      return result
    } catch {
      build?.discard()
      throw error
    }
  }

  /// The graph as files show it: without the ties that are not wanted, with what analysis finds.
  private func shown(_ counted: EntityGraph) throws -> EntityGraph {
    var graph = counted
    if backbone != nil || maximumTies != nil {
      graph = graph.backbone(backbone, limit: maximumTies)
    }
    return analyses ? try graph.analysed(seed: seed) : graph
  }
}

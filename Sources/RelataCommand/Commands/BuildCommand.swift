import ArgumentParser
import Cooccurrence
import Exporters
import Relata
import Workspaces

/// `relata build`: the main job.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Read documents, tag them, count who is with whom, and write the graph.",
    discussion: """
      INPUT is a file or a folder of text, Markdown, HTML, JSON Lines, CSV or TSV, any of them \
      gzipped, or - for standard input.

      The workspace, relata.sqlite in the folder of the results, keeps what was read. Building again \
      adds documents that are new, replaces those that changed, and keeps the others: the results are \
      those of one build of all. --prune leaves out documents that are no longer among the inputs.

      EXAMPLES
        relata build articles/ -o exports
        relata build news.jsonl.gz --window passage --min-count 2 -o graph
        relata build corpus/ --backbone disparity --threshold 0.01 --max-ties 5000
        relata build corpus/ --gazetteer ships.tsv --format graphml --no-mentions
        relata build today/ -o exports
        relata build corpus/ --prune
        zcat dump.gz | relata build - --input-format jsonl
      """)

  @Argument(help: "Files or folders to read; - is standard input.")
  var inputs: [String]

  @Option(
    name: [.short, .long], help: ArgumentHelp("Folder for the results.", valueName: "folder"))
  var output = "exports"

  @OptionGroup(title: "Gazetteers") var gazetteers: GazetteerOptions
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Dates") var dates: DateOptions

  @Option(
    parsing: .unconditional,
    help: "What counts as together: sentence, passage, document, or a number of tokens.",
    transform: Self.windowKind)
  var window = WindowKind.sentence

  @Option(help: "Weight of a tie: count, documents or sources.")
  var weight = TieWeight.count

  @Option(parsing: .unconditional, help: "Leave out ties with fewer distinct windows.")
  var minCount = 1

  @Option(
    parsing: .unconditional, help: "Windows that each tie shows as evidence in the graph files.")
  var evidencePerTie = 3

  @Option(
    name: [.short, .customLong("format")],
    help: ArgumentHelp("Write the graph in this format only. Repeatable.", valueName: "format"))
  var formats: [GraphFormat] = []

  @OptionGroup(title: "Analysis") var analysis: BuildAnalysisOptions

  @Flag(inversion: .prefixedNo, help: "Write mentions.jsonl.")
  var mentions = true

  @Flag(inversion: .prefixedNo, help: "Write evidence.jsonl.")
  var evidence = true

  @Option(
    help: ArgumentHelp(
      "The workspace, or a folder for it (default: relata.sqlite in the folder for the results).",
      valueName: "file"))
  var workspace: String?

  @Flag(name: .customLong("no-workspace"), help: "Keep nothing: read these inputs alone.")
  var noWorkspace = false

  @Flag(help: "Leave out documents of earlier builds that are not among the inputs.")
  var prune = false

  @Option(
    name: .customLong("commit-every"), parsing: .unconditional,
    help: ArgumentHelp(
      "Bytes of new text after which the workspace is saved, so that a run that is killed goes on.",
      valueName: "bytes"))
  var commitEvery = WorkspaceBuild.pieceBytes

  @OptionGroup(title: "Messages") var talk: TalkOptions

  /// The window that a word of the command line means.
  static func windowKind(_ word: String) throws -> WindowKind {
    guard let window = WindowKind(word: word) else {
      throw ValidationError(
        "\"\(word)\" is no window; give sentence, passage, document or a number of tokens")
    }
    return window
  }

  func validate() throws {
    try OutputOption.check(output)
    if noWorkspace, workspace != nil || prune {
      throw ValidationError(
        "--no-workspace goes with neither --workspace nor --prune; leave one of them out")
    }
    if workspace?.isEmpty == true { throw ValidationError("--workspace is empty; name a file") }
    if commitEvery < 1 {
      throw ValidationError("--commit-every \(commitEvery) is not possible; give 1 or more")
    }
    if minCount < 1 {
      throw ValidationError("--min-count \(minCount) is not possible; give 1 or more")
    }
    if evidencePerTie < 0 {
      throw ValidationError("--evidence-per-tie \(evidencePerTie) is not possible; give 0 or more")
    }
  }

  func run() async throws {
    var report = Report(talk)
    let loaded = try gazetteers.load(&report, threads: reading.threads)
    var job = BuildJob(inputs: inputs, output: output)
    job.options = reading.runOptions
    job.options.recognition.corrections = loaded.corrections
    job.options.window = window
    job.options.dates = dates.filter
    job.options.slices = dates.slices
    job.options.evidencePerTie = evidencePerTie
    job.graphOptions = GraphOptions(weight: weight, minimumCount: minCount)
    analysis.set(&job)
    // A format that is named twice is written once.
    let distinct = formats.enumerated().filter { !formats[..<$0.offset].contains($0.element) }
    if !formats.isEmpty { job.formats = distinct.map(\.element) }
    job.writesMentions = mentions
    job.writesEvidence = evidence
    if !noWorkspace { job.keepWorkspace(at: workspace) }
    job.prune = prune
    job.commitEvery = commitEvery
    job.sources = loaded.sources
    var bar = ProgressBar(isQuiet: talk.quiet)
    let clock = ContinuousClock()
    let begin = clock.now
    let result = try await job.run(loaded.lexicon) {
      bar.show(done: $0.bytes, of: $0.totalBytes, documents: $0.documents)
    }
    Console.clearProgress()
    for problem in result.summary.problems { report.warn(problem.description) }
    for warning in result.warnings { report.warn(warning.description) }
    guard result.summary.documents > 0 else {
      throw NoDocuments(
        unknownFiles: result.summary.unknownFiles, dating: result.summary.dating,
        written: "nothing was written")
    }
    for setting in result.changedSettings {
      report.say("\(setting) changed since the last build: all documents were tagged anew")
    }
    if !result.leftovers.isEmpty {
      report.warn(
        "\(OutputOption.shown(output)): of an earlier run, and not renewed: \(result.leftovers.joined(separator: ", ")); delete what you no longer need, or name another folder"
      )
    }
    Summary(
      result: result, output: output, elapsed: clock.now - begin, slices: dates.slices
    ).say(report)
    if analysis.choosesTies {
      report.say("\(Count.of(result.droppedTies, "tie")) left out by the backbone")
    }
    report.say(result.summary.tally.corrections, of: loaded)
    try report.finish()
  }
}

extension TieWeight: ExpressibleByArgument {}
extension GraphFormat: ExpressibleByArgument {}

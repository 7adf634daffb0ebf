import ArgumentParser
import Relata
import TextFiles

/// `relata gazetteer suggest`: names in documents that no gazetteer holds.
struct GazetteerSuggestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "List names in documents that no gazetteer holds, as a gazetteer to edit and use.",
    discussion: """
      Variants of one name are one row. The columns behind `short` say how often and where it stands, \
      why it is taken for its kind, which listed entities stand in the same sentences, and a sentence.

      EXAMPLES
        relata gazetteer suggest articles/ > new.tsv         edit, then:
        relata build articles/ --gazetteer new.tsv
        relata gazetteer suggest articles/ --kind person --top 20 -f table
        relata gazetteer suggest articles/ -g mine.tsv --min-count 5
      """)

  @Argument(help: "Files or folders to read; - is standard input.")
  var inputs: [String]

  @Option(help: "Leave out names that stand less often in the inputs.")
  var minCount = 2

  @Option(help: "Show only so many, those in most documents first.")
  var top: Int?

  @Option(help: "Show only this kind: person, organisation, place or unknown. Repeatable.")
  var kind: [String] = []

  @Option(help: "Keep so many different names in memory; with more the inputs are read twice.")
  var candidates = 200_000

  @Option(name: [.short, .long], help: "tsv (a gazetteer), table, json or csv.")
  var format = Format.tsv

  @OptionGroup(title: "Gazetteers") var gazetteers: GazetteerOptions
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Messages") var talk: TalkOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case tsv, table, json, csv
  }

  func validate() throws {
    if minCount < 1 {
      throw ValidationError("--min-count \(minCount) is not possible; give 1 or more")
    }
    if let top, top < 1 { throw ValidationError("--top \(top) is not possible; give 1 or more") }
    if candidates < 1 {
      throw ValidationError("--candidates \(candidates) is not possible; give 1 or more")
    }
  }

  func run() async throws {
    var report = Report(talk)
    let loaded = try gazetteers.load(&report, threads: reading.threads)
    var options = SuggestionOptions()
    options.run = reading.runOptions
    options.run.recognition.corrections = loaded.corrections
    options.minCount = minCount
    options.top = top
    options.kinds = Set(kind)
    options.candidates = candidates
    var bar = ProgressBar(isQuiet: talk.quiet)
    let result = try await SuggestionJob(loaded.lexicon, options: options).run(inputs) { progress in
      bar.show(done: progress.bytes, of: progress.totalBytes, documents: progress.documents)
    }
    for problem in result.problems { report.warn(problem.description) }
    try print(result.suggestions)
    report.say(
      "\(Count.of(result.documents, "document")), \(Count.of(result.suggestions.count, "suggestion"))"
    )
    if let threshold = result.threshold {
      report.say(
        "more than \(candidates) different names: those that stand less than \(threshold) times in any one spelling were not looked at; --candidates keeps more"
      )
    }
    try report.finish()
  }

  private func print(_ suggestions: [Suggestion]) throws {
    guard let format = TableFormat(rawValue: format.rawValue) else {
      let sink = FileSink.standardOutput()
      var buffer = ByteBuffer()
      SuggestionRows.append(suggestions, to: &buffer)
      try sink.drain(&buffer)
      try sink.flush()
      return
    }
    let numbers: Set<String> = ["count", "documents"]
    var table = Table(
      columns: SuggestionRows.columns.map { .init($0, numbers.contains($0) ? .number : .text) })
    for suggestion in suggestions { table.add(SuggestionRows.cells(suggestion)) }
    try table.print(format)
  }
}

import ArgumentParser
import Relata
import TextFiles

/// `relata evaluate`: how right the tagger is, by annotations that people made.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract:
      "Compare the tagger with annotated mentions: precision, recall, F1, and every difference.",
    discussion: """
      GOLD is a file or folder: brat (.ann beside .txt), CoNLL (.conll, .iob, .bio), mentions as \
      JSON Lines (.jsonl), or marked text ([[Text|id]]; in a .tsv a name and a passage a line). Where \
      the gold holds its texts, no input is needed; documents of the inputs are found by their ids.

      EXAMPLES
        relata evaluate brat/                              texts beside the annotations
        relata evaluate gold.jsonl seeds                   the texts are in seeds/
        relata evaluate news.conll --map LOC=country --listed-only
        relata evaluate passages.tsv --at-least 0.98 -q    status 1 where F1 is below
        relata evaluate brat/ --differences -f csv > differences.csv
      """)

  @Argument(help: "Annotated mentions: a file or folder.")
  var gold: String

  @Argument(help: "Files or folders that hold the texts, where the gold does not.")
  var inputs: [String] = []

  @Option(help: "Read the gold as: brat, conll, jsonl or marked (default: by extension).")
  var goldFormat: GoldFormat?

  @Flag(help: "Count spans that overlap as equal.")
  var overlap = false

  @Flag(help: "Compare kinds only, even where the gold names entities.")
  var byKind = false

  @Option(help: "Compare only this kind. Repeatable.")
  var kind: [String] = []

  @Option(
    help: ArgumentHelp(
      "What a kind of the gold is called here, as in GPE=country; `MISC=` leaves it out. Repeatable.",
      valueName: "gold=kind"))
  var map: [String] = []

  @Flag(help: "Leave out gold mentions that no gazetteer lists and the tagger did not find.")
  var listedOnly = false

  @Flag(help: "Take documents of the inputs that the gold does not name as holding no mention.")
  var allDocuments = false

  @Flag(help: "Show the scores of each entity, too.")
  var entities = false

  @Option(help: "Show so many differences.")
  var show = 20

  @Flag(help: "Print the differences alone, all of them.")
  var differences = false

  @Option(help: ArgumentHelp("End with status 1 where F1 is below this.", valueName: "f1"))
  var atLeast: Double?

  @Option(name: [.short, .long], help: "table, json or csv.")
  var format = TableFormat.table

  @Option(help: "CoNLL: the column of the token, from 1.")
  var tokenColumn = 1

  @Option(help: "CoNLL: the column of the tag, from 1 (default: the last that holds tags).")
  var tagColumn: Int?

  @Option(help: "CoNLL: the column of the entity, from 1 (default: one behind the tag).")
  var entityColumn: Int?

  @OptionGroup(title: "Gazetteers") var gazetteers: GazetteerOptions
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Messages") var talk: TalkOptions

  func validate() throws {
    for pair in map where !pair.dropFirst().contains("=") {
      throw ValidationError("--map \(pair) is not understood; write GOLD=KIND, as in GPE=country")
    }
    if show < 0 { throw ValidationError("--show \(show) is not possible; give 0 or more") }
    if let atLeast, !(0...1).contains(atLeast) {
      throw ValidationError("--at-least \(atLeast) is not possible; give a share from 0 to 1")
    }
    for column in [tokenColumn, tagColumn ?? 1, entityColumn ?? 1] where column < 1 {
      throw ValidationError("column \(column) is not possible; columns are counted from 1")
    }
  }

  func run() throws {
    var report = Report(talk)
    let loaded = try gazetteers.load(&report, threads: reading.threads)
    var warnings: [String] = []
    let evaluation: Evaluation
    do {
      let documents = try goldReader.read(gold)
      if !inputs.isEmpty, documents.allSatisfy({ $0.text != nil }), !holdsFiles(documents) {
        throw EvaluationError.unusable(
          "\(gold.onOneLine) holds its own texts; leave the inputs out")
      }
      var options = options
      options.run.recognition.corrections = loaded.corrections
      evaluation = try EvaluationJob(loaded.lexicon, options: options).run(
        documents, inputs: inputs
      ) {
        warnings.append($0.description)
      }
    } catch EvaluationError.gold(let findings) {
      for finding in findings { Console.error(finding.description) }
      Console.error(
        "relata: nothing was evaluated: correct \(Count.of(findings.count, "error")) first")
      throw ExitStatus.failure
    }
    for warning in warnings { report.warn(warning) }
    try EvaluationPage(evaluation, show: show, differencesOnly: differences).print(format)
    for note in evaluation.notes { report.say(note) }
    if let atLeast {
      let f1 = evaluation.total.f1 ?? 0
      if f1 < atLeast {
        Console.error("relata: F1 is \(EvaluationPage.share(f1)), below \(atLeast)")
        throw ExitStatus.failure
      }
    }
    try report.finish()
  }

  /// Whether the texts are files of their own, which other inputs may stand for.
  private func holdsFiles(_ documents: [GoldDocument]) -> Bool {
    documents.allSatisfy { document in
      document.mentions.allSatisfy { $0.mark.path != document.path }
    }
  }

  private var goldReader: GoldReader {
    var reader = GoldReader()
    reader.format = goldFormat
    reader.columns.token = tokenColumn
    reader.columns.tag = tagColumn
    reader.columns.entity = entityColumn
    return reader
  }

  private var options: EvaluationOptions {
    var options = EvaluationOptions()
    options.run = reading.runOptions
    options.overlap = overlap
    options.byKind = byKind
    options.kinds = Set(kind)
    options.map = map.map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (gold: String(parts[0]), ours: String(parts[1]))
    }
    options.listedOnly = listedOnly
    options.allDocuments = allDocuments
    options.entities = entities
    return options
  }
}

extension GoldFormat: ExpressibleByArgument {}

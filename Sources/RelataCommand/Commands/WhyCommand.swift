import ArgumentParser
import Cooccurrence
import Relata
import TextFiles

/// `relata why`: why a name is, or is not, a mention, and why two are, or are not, tied.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Say why a name is tagged or not, or why two are tied or not.",
    discussion: """
      The inputs are read anew, with the gazetteers, corrections and options given, and the answer says \
      which entries, rules, windows and corrections decided, with the text around.

      A name is one that a text may use, or an id such as country/GE.

      EXAMPLES
        relata why Georgia --in articles/
        relata why "Kim Jong Un" Iran --in articles/ notes.txt
        relata why Jordan --in articles/ --corrections corrections.tsv
      """)

  @Argument(help: "A name, or two.")
  var names: [String]

  @Option(
    name: [.short, .customLong("in")], parsing: .upToNextOption,
    help: ArgumentHelp("Files or folders to read; - is standard input.", valueName: "input"))
  var inputs: [String]

  @Option(
    help: "What counts as together: sentence, passage, document, or a number of tokens.",
    transform: BuildCommand.windowKind)
  var window = WindowKind.sentence

  @OptionGroup(title: "Gazetteers") var gazetteers: GazetteerOptions
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Messages") var talk: TalkOptions

  func validate() throws {
    guard (1...2).contains(names.count) else {
      throw ValidationError("give one name, or two, and the inputs behind --in")
    }
    if let name = names.first(where: { $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("\"\(name)\" is no name; give a name or an id")
    }
    if inputs.isEmpty { throw ValidationError("--in needs a file or folder") }
  }

  func run() throws {
    var report = Report(talk)
    let loaded = try gazetteers.load(&report, keepsGazetteers: true)
    var options = reading.runOptions
    options.recognition.corrections = loaded.corrections
    options.window = window
    let why = Why(loaded, options: options)
    let answer =
      names.count == 1
      ? try why.name(names[0], in: inputs) : try why.tie(names[0], names[1], in: inputs)
    var buffer = ByteBuffer()
    for line in answer.lines { buffer.append(line + "\n") }
    let sink = FileSink.standardOutput()
    try sink.drain(&buffer)
    try sink.flush()
    for problem in answer.problems { report.warn(problem.description) }
    try report.finish()
  }
}

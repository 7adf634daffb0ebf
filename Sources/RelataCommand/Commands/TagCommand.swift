import ArgumentParser
import Corpus
import Gazetteers
import Relata
import TextFiles

/// `relata tag`: the mentions of documents.
struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Tag documents and print their mentions.",
    discussion: """
      EXAMPLES
        relata tag article.txt                        the text, mentions in colour
        echo "Putin met Mr Xi." | relata tag -        from standard input
        relata tag articles/ --format tsv > mentions.tsv
        relata tag articles/ --format brat -o brat/   a .txt and an .ann for each document
        relata tag articles/ --contested              names with rivals, and what decided
      """)

  @Argument(help: "Files or folders to read; - is standard input.")
  var inputs: [String]

  @Option(name: [.short, .long], help: "text, jsonl, tsv, conll, brat or annotations.")
  var format = TagFormat.text

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Folder for one file for each document, named after it (default: standard output).",
      valueName: "folder"))
  var output: String?

  @Flag(
    help: ArgumentHelp(
      "List only contested names, with the points of each rival, and ambiguous names left out.",
      discussion: "With the format text or jsonl."))
  var contested = false

  @OptionGroup(title: "Gazetteers") var gazetteers: GazetteerOptions
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Messages") var talk: TalkOptions

  func validate() throws {
    try OutputOption.check(output)
    if contested, format != .text, format != .jsonl {
      throw ValidationError("--contested lists as text or jsonl, not as \(format.rawValue)")
    }
  }

  func run() throws {
    var report = Report(talk)
    let loaded = try gazetteers.load(&report, threads: reading.threads)
    let lexicon = loaded.lexicon
    let colours = Console.mayColour && output == nil ? TagColours() : nil
    let writer = TagWriter(lexicon, format: format, colours: colours, contested: contested)
    var options = reading.runOptions
    options.input.leftOut = output
    options.recognition.corrections = loaded.corrections
    let tagging = Tagging(lexicon, options: options, keepsDecisions: contested)
    let outcome =
      if let output {
        try write(tagging, writer, into: OutputFolder(creating: output))
      } else {
        try print(tagging, writer)
      }
    for problem in outcome.problems { report.warn(problem.description) }
    guard outcome.documents > 0 else { throw NoDocuments(unknownFiles: outcome.unknownFiles) }
    report.say(outcome.tally.corrections, of: loaded)
    try report.finish()
  }

  private func print(_ tagging: Tagging, _ writer: TagWriter) throws -> Tagging.Outcome {
    let sink = FileSink.standardOutput()
    var writer = writer
    var buffer = ByteBuffer()
    buffer.append(writer.header)
    var documents = 0
    let outcome = try tagging.run(inputs) { tagged in
      documents += 1
      if format == .brat, documents > 1 {
        throw ValidationError(
          "brat keeps a file for each document: name a folder for them with --output")
      }
      writer.append(tagged, to: &buffer)
      try sink.drain(&buffer)
      if Console.outputIsTerminal { try sink.flush() }
    }
    if outcome.documents > 0 { buffer.append(writer.footer) }
    try sink.drain(&buffer)
    try sink.flush()
    return outcome
  }

  private func write(
    _ tagging: Tagging, _ writer: TagWriter, into folder: OutputFolder
  ) throws -> Tagging.Outcome {
    var names = FileNames()
    return try tagging.run(inputs) { tagged in
      let name = names.next(for: tagged.document.id)
      var buffer = ByteBuffer()
      var writer = writer
      buffer.append(writer.header)
      writer.append(tagged, to: &buffer)
      buffer.append(writer.footer)
      let files = AtomicFileSet(in: folder)
      try files.open("\(name).\(fileExtension)").drain(&buffer)
      if format == .brat { try files.open("\(name).txt").append(tagged.document.text.span) }
      try files.commit()
    }
  }

  private var fileExtension: String {
    switch format {
    case .text: contested ? "contested.txt" : "marked.txt"
    case .brat: "ann"
    case .annotations: "jsonld"
    default: format.rawValue
    }
  }
}

extension TagFormat: ExpressibleByArgument {}

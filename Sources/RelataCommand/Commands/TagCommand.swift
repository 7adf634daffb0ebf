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
      """)

  @Argument(help: "Files or folders to read; - is standard input.")
  var inputs: [String]

  @Option(name: [.short, .long], help: "text, jsonl, tsv, conll or brat.")
  var format = TagFormat.text

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Folder for one file for each document, named after it (default: standard output).",
      valueName: "folder"))
  var output: String?

  @OptionGroup(title: "Gazetteers") var gazetteers: GazetteerOptions
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Messages") var talk: TalkOptions

  func validate() throws { try OutputOption.check(output) }

  func run() throws {
    var report = Report(talk)
    let lexicon = try gazetteers.load(&report)
    let colours = Console.mayColour && output == nil ? TagColours() : nil
    let writer = TagWriter(lexicon, format: format, colours: colours)
    var options = reading.runOptions
    options.input.leftOut = output
    let tagging = Tagging(lexicon, options: options)
    let outcome =
      if let output {
        try write(tagging, writer, into: OutputFolder(creating: output))
      } else {
        try print(tagging, writer)
      }
    for problem in outcome.problems { report.warn(problem.description) }
    guard outcome.documents > 0 else { throw NoDocuments(unknownFiles: outcome.unknownFiles) }
    try report.finish()
  }

  private func print(_ tagging: Tagging, _ writer: TagWriter) throws -> Tagging.Outcome {
    let sink = FileSink.standardOutput()
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
      buffer.append(writer.header)
      writer.append(tagged, to: &buffer)
      let files = AtomicFileSet(in: folder)
      try files.open("\(name).\(fileExtension)").drain(&buffer)
      if format == .brat { try files.open("\(name).txt").append(tagged.document.text.span) }
      try files.commit()
    }
  }

  private var fileExtension: String {
    switch format {
    case .text: "marked.txt"
    case .brat: "ann"
    default: format.rawValue
    }
  }
}

extension TagFormat: ExpressibleByArgument {}

import ArgumentParser
import Gazetteers
import Relata
import TextFiles

/// `relata gazetteer compile`: gazetteers as a file that is used without being read.
struct GazetteerCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Compile gazetteers into one file that every run opens at once.",
    discussion: """
      The file is a lexicon: to be given as the only gazetteer, with --no-shipped. What a run reads
      from text it compiles by itself and keeps in the user's cache; this command is for files that
      are to be handed on, or put on a server.

      EXAMPLES
        relata gazetteer compile people.tsv ships.csv -o names.lexicon
        relata gazetteer compile -o shipped.lexicon               the shipped gazetteers
        relata tag articles/ --no-shipped -g names.lexicon
      """)

  @Argument(help: "Gazetteers to compile; the shipped ones where none is given.")
  var files: [String] = []

  @Option(name: [.short, .long], help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @OptionGroup(title: "Messages") var talk: TalkOptions

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a file") }
    guard output.hasSuffix("." + Lexicon.fileExtension) else {
      throw ValidationError(
        "--output \(output): end the name in .\(Lexicon.fileExtension), by which it is known")
    }
  }

  func run() throws {
    var report = Report(talk)
    let paths = files.isEmpty ? try GazetteerLibrary.shippedPaths() : files
    let lexicon = try GazetteerLibrary.compile(paths, threads: ReadingOptions.processors)
    for warning in lexicon.warnings { report.warn(warning.description) }
    try lexicon.write(to: output)
    report.say(
      "\(Count.of(lexicon.entityCount, "entity", "entities")), \(Count.of(lexicon.patternCount, "name")), \(Count.of(lexicon.byteCount, "byte")): \(output)"
    )
    try report.finish()
  }
}

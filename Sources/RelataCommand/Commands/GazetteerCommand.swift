import ArgumentParser
import Gazetteers
import Relata
import TextFiles

/// `relata gazetteer`: work on gazetteer files.
struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Check gazetteer files, make them of what others publish, and find names for them.",
    discussion: """
      EXAMPLES
        relata gazetteer check people.tsv    errors and warnings, by line and column
        relata gazetteer import query.tsv -o people.tsv    of a Wikidata query
        relata gazetteer suggest articles/   names that no gazetteer holds
        relata gazetteer compile people.tsv -o people.lexicon    ready to be used at once
      """,
    subcommands: [
      GazetteerCheckCommand.self, GazetteerImportCommand.self, GazetteerSuggestCommand.self,
      GazetteerCompileCommand.self,
    ])
}

/// `relata gazetteer check`: what is wrong in gazetteers, by line and column.
struct GazetteerCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List what is wrong in gazetteers, and the names that several entities share.",
    discussion: """
      Errors and warnings are listed as file:line:column; the status is 1 if there is an error.

      EXAMPLES
        relata gazetteer check people.tsv ships.csv
        relata gazetteer check                      the shipped gazetteers
        relata gazetteer check --shared > names.txt
      """)

  @Argument(help: "Gazetteers to check; the shipped ones where none is given.")
  var files: [String] = []

  @Flag(help: "List names that several entities share, too.")
  var shared = false

  @OptionGroup(title: "Messages") var talk: TalkOptions

  func run() throws {
    let paths = files.isEmpty ? try GazetteerLibrary.shippedPaths(languages: .all) : files
    var (errors, warnings) = (0, 0)
    var gazetteers: [Gazetteer] = []
    let sink = FileSink.standardOutput()
    for path in paths {
      let gazetteer = try Gazetteer(path: path)
      gazetteers.append(gazetteer)
      for finding in gazetteer.findings {
        try sink.append(finding.description + "\n")
        if finding.severity == .error { errors += 1 } else { warnings += 1 }
      }
    }
    let sharedNames = SharedNames.find(gazetteers)
    if shared {
      for name in sharedNames { try sink.append(name.description + "\n") }
    }
    try sink.flush()
    let entities = gazetteers.reduce(0) { $0 + $1.entities.count }
    let names = gazetteers.reduce(0) { sum, gazetteer in
      sum + gazetteer.entities.reduce(0) { $0 + 1 + $1.names.count }
    }
    if !talk.quiet {
      Console.error(
        "\(Count.of(paths.count, "file")), \(entities) \(entities == 1 ? "entity" : "entities"), \(Count.of(names, "name")): \(Count.of(errors, "error")), \(Count.of(warnings, "warning")), \(Count.of(sharedNames.count, "shared name"))"
      )
    }
    if errors > 0 || (talk.strict && warnings > 0) { throw ExitStatus.failure }
  }
}

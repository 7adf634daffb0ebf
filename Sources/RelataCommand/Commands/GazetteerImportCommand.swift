import ArgumentParser
import GazetteerImporters
import Relata
import TextFiles

/// `relata gazetteer import`: names that others publish, as a gazetteer.
struct GazetteerImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a gazetteer of names that others publish.",
    discussion: """
      The format is told from the content where that is certain; else say it with --from: \
      \(ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")). What is left out is counted by \
      reason; a row that is not as its format says is named by file:line:column.

      EXAMPLES
        relata gazetteer import targets.simple.csv -o sanctioned.tsv
        relata gazetteer import query.tsv --kind person --languages en,ru -o people.tsv
        relata gazetteer import allCountries.txt --features P,A.ADM1 --minimum-population 50000 -o places.tsv
        relata gazetteer import ships.txt --from list -o ships.tsv
      """)

  @Argument(help: "Files of one format, put together in this order; - is standard input.")
  var inputs: [String]

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "The format of the files (default: told from the first one).", valueName: "format"))
  var format: ImportFormat?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The gazetteer, NAME.tsv (default: standard output).", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The kind of entities of which the source says none.", valueName: "kind"))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      "Keep names in these languages only, the preferred one first, as en,ru (default: all, en first).",
      valueName: "list"))
  var languages: String?

  @Option(
    help: ArgumentHelp(
      "GeoNames: feature classes and codes to keep, as P,A.ADM1.", valueName: "list"))
  var features = "P"

  @Option(
    help: ArgumentHelp(
      "GeoNames: the least number of inhabitants of what is kept.", valueName: "number"))
  var minimumPopulation = 15_000

  @OptionGroup(title: "Messages") var talk: TalkOptions

  func validate() throws {
    if minimumPopulation < 0 {
      throw ValidationError(
        "--minimum-population \(minimumPopulation) is not possible; give 0 or more")
    }
    // Another ending would make the file a list of names to those who read it.
    if let output, output != "-", !output.hasPrefix("/dev/"), !output.lowercased().hasSuffix(".tsv")
    {
      throw ValidationError("a gazetteer is a .tsv file; name it \(output.onOneLine).tsv")
    }
  }

  func run() throws {
    var report = Report(talk)
    let file = try output.flatMap { $0 == "-" ? nil : try AtomicFile(path: $0) }
    let standardOutput = FileSink.standardOutput()
    let sink: any ByteSink = file ?? standardOutput
    var running: GazetteerImport?
    for input in inputs {
      let bytes =
        input == "-"
        ? try FileBytes(descriptor: 0, path: "standard input") : try FileBytes(path: input)
      let path = (input == "-" ? "standard input" : input).onOneLine
      try bytes.withBytes { content in
        if running == nil {
          guard let found = format ?? ImportFormat.guess(content) else {
            throw ImportRefusal(path: path)
          }
          running = try GazetteerImport(found, options: options, to: sink)
        }
        try running?.read(content, path: path)
      }
    }
    guard let summary = try running?.finish() else { return }
    for finding in summary.findings { report.warn(finding.description) }
    let untold = summary.badRows - summary.findings.count
    if untold > 0 { report.warn("… and \(Count.of(untold, "further bad row"))") }
    for line in summary.lines { report.say(line) }
    try report.finish()
    try file?.commit()
    try standardOutput.flush()
  }

  private var options: ImportOptions {
    var options = ImportOptions()
    options.kind = kind
    options.languages = Self.list(languages ?? "").map { $0.lowercased() }
    options.features = Self.list(features)
    options.minimumPopulation = minimumPopulation
    return options
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
  }
}

/// A file whose format cannot be told.
struct ImportRefusal: Error, CustomStringConvertible {
  let path: String

  var description: String {
    "cannot tell what \"\(path)\" is; name its format with --from: \(ImportFormat.allCases.map(\.rawValue).joined(separator: ", "))"
  }
}

extension ImportFormat: ExpressibleByArgument {}

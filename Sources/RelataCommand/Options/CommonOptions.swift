import ArgumentParser
import Corpus
import Dates
import Gazetteers
import Recognition
import Relata

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Which gazetteers a command uses.
struct GazetteerOptions: ParsableArguments {
  @Option(
    name: [.short, .customLong("gazetteer")],
    help: ArgumentHelp(
      "A gazetteer to use beside the shipped ones: .tsv, .csv, or one name a line. Repeatable.",
      valueName: "file"))
  var gazetteers: [String] = []

  @Flag(name: .customLong("no-shipped"), help: "Leave the shipped gazetteers out.")
  var noShipped = false

  @Option(
    help: ArgumentHelp(
      "Also find names of countries, and others that a gazetteer has, in these languages: ru,ar,zh or all.",
      valueName: "list"))
  var languages: String?

  @Option(
    name: .customLong("corrections"),
    help: ArgumentHelp(
      "Judgements to apply: hide, merge, alias or not, each with a reason (.tsv).",
      valueName: "file"))
  var corrections: String?

  /// The languages asked for; a gazetteer of one's own is read whole where none is.
  var nameLanguages: NameLanguages? {
    guard let languages else { return nil }
    let words = languages.split(separator: ",").map { $0.lowercased().filter { $0 != " " } }
    return words == ["all"] ? .all : .only(Set(words))
  }

  func validate() throws {
    if let languages, nameLanguages == .only([]) || nameLanguages == .only([""]) {
      throw ValidationError(
        "--languages \"\(languages)\" names no language; give codes such as ru,ar,zh, or all")
    }
    if noShipped, gazetteers.isEmpty {
      throw ValidationError("--no-shipped leaves no gazetteer; give one with --gazetteer FILE")
    }
  }

  /// The lexicon of all gazetteers asked for, and the corrections; warnings go to standard error.
  ///
  /// - Parameter threads: How many threads may work at once.
  func load(
    _ report: inout Report, keepsGazetteers: Bool = false, threads: Int = 1
  ) throws -> GazetteerLibrary.Loaded {
    let shipped =
      noShipped ? [] : try GazetteerLibrary.shippedPaths(languages: nameLanguages ?? .only([]))
    let loaded = try GazetteerLibrary.load(
      shipped + gazetteers, languages: nameLanguages ?? .all, corrections: corrections,
      keepsGazetteers: keepsGazetteers, threads: threads)
    for warning in loaded.warnings { report.warn(warning.description) }
    return loaded
  }
}

/// How inputs are read and tagged.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("input-format"),
    help: "Read all inputs as: text, markdown, html, jsonl, csv or tsv (default: by extension).")
  var inputFormat: InputFormat?

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp(
      "Capitals that names must have: exact, smart or ignore (default: each name's own rule).",
      valueName: "rule"))
  var caseRule: CaseRule?

  @Flag(inversion: .prefixedNo, help: "Count names such as `Russian` as mentions of the country.")
  var demonyms = true

  @Flag(inversion: .prefixedNo, help: "Count capitals that stand for a government (`Moscow`).")
  var metonyms = false

  @Option(help: ArgumentHelp("Field or column that holds the text.", valueName: "name"))
  var textField: String?

  @Option(help: ArgumentHelp("Field or column that holds the identifier.", valueName: "name"))
  var idField: String?

  @Option(help: ArgumentHelp("Field or column that names the source.", valueName: "name"))
  var sourceField: String?

  @Option(help: ArgumentHelp("Field or column that holds the date.", valueName: "name"))
  var dateField: String?

  @Option(
    help: ArgumentHelp(
      "What 03/04/2024 is: dmy, 3 April, or mdy, March 4 (default: such dates are not read).",
      valueName: "order"))
  var dateOrder: DateOrder?

  @Option(
    name: [.short, .long], parsing: .unconditional,
    help: "Documents worked on at once; the results do not depend on it.")
  var threads = Self.processors

  /// As many threads as there are processors.
  static let processors = min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), 1024)

  func validate() throws {
    guard (1...1024).contains(threads) else {
      throw ValidationError("--threads \(threads) is not possible; give a number from 1 to 1024")
    }
  }

  var runOptions: RunOptions {
    var options = RunOptions()
    options.input.format = inputFormat
    if let textField { options.input.fields.text = [textField] }
    if let idField { options.input.fields.id = [idField] }
    if let sourceField { options.input.fields.source = [sourceField] }
    if let dateField { options.input.fields.date = [dateField] }
    options.input.dateOrder = dateOrder
    options.recognition = RecognitionOptions(
      demonyms: demonyms, metonyms: metonyms, caseRule: caseRule)
    options.threads = threads
    return options
  }
}

/// What a command says beside its results.
struct TalkOptions: ParsableArguments {
  @Flag(name: [.short, .long], help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "End with status 1 where a document was skipped or a warning was given.")
  var strict = false
}

/// Collects warnings while a command runs.
struct Report {
  let talk: TalkOptions
  private(set) var warnings = 0

  init(_ talk: TalkOptions) {
    self.talk = talk
  }

  mutating func warn(_ line: String) {
    warnings += 1
    if !talk.quiet { Console.error(line) }
  }

  func say(_ line: String) {
    if !talk.quiet { Console.error(line) }
  }

  /// Says how many mentions each correction touched, and warns of those that touched none.
  mutating func say(_ touched: [Int], of loaded: GazetteerLibrary.Loaded) {
    guard let corrections = loaded.corrections, let path = loaded.correctionsPath else { return }
    for (correction, count) in zip(corrections.list, touched) where count > 0 {
      say("\(path):\(correction.line): \(correction.summary): \(Count.of(count, "mention"))")
    }
    for warning in loaded.idleCorrections(touched) { warn(warning.description) }
  }

  /// Ends with status 1 if warnings are to count as failures.
  func finish() throws {
    if talk.strict, warnings > 0 {
      Console.error("relata: \(Count.of(warnings, "warning")), and --strict is on")
      throw ExitStatus.failure
    }
  }
}

extension CaseRule: ExpressibleByArgument {
  public init?(argument: String) { self.init(word: argument) }
  public static var allValueStrings: [String] { ["exact", "smart", "ignore"] }
}

extension InputFormat: ExpressibleByArgument {
  public init?(argument: String) {
    switch argument {
    case "text", "txt": self = .text
    case "markdown", "md": self = .markdown
    case "html": self = .html
    case "jsonl", "ndjson": self = .jsonLines
    case "csv": self = .csv
    case "tsv": self = .tsv
    default: return nil
    }
  }

  public static var allValueStrings: [String] {
    ["text", "markdown", "html", "jsonl", "csv", "tsv"]
  }
}

import Gazetteers
import TextFiles

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The gazetteers that ship with the tool, and the reading of any others.
public enum GazetteerLibrary {
  /// The files that a run uses where nothing else is asked for.
  public static let shippedFiles = [
    "countries.tsv", "organisations.tsv", "people.tsv", "lookalikes.tsv",
  ]

  /// The file of names of countries in other languages, which is used where languages are asked for.
  public static let multilingualFile = "countries-multilingual.tsv"

  /// The environment variable that names the folder of the shipped gazetteers.
  public static let folderVariable = "RELATA_GAZETTEERS"

  /// The folder of the shipped gazetteers: `RELATA_GAZETTEERS`, or `share/relata/gazetteers` beside
  /// the folder of the executable, or `gazetteers` in a folder above it (a checkout).
  ///
  /// - Returns: The folder, or `nil` where there is none.
  public static func shippedFolder() -> String? {
    if let value = unsafe getenv(folderVariable), unsafe value.pointee != 0 {
      return unsafe String(cString: value)
    }
    guard let executable = executablePath() else { return nil }
    var folder = parent(of: executable)
    var candidates = [parent(of: folder) + "/share/relata/gazetteers"]
    while !folder.isEmpty {
      candidates.append(folder + "/gazetteers")
      folder = parent(of: folder)
    }
    return candidates.first { unsafe access($0 + "/countries.tsv", R_OK) == 0 }
  }

  /// The shipped gazetteers as paths.
  ///
  /// - Parameter languages: The languages whose names of countries are wanted beside English.
  /// - Throws: `RunError.noShippedGazetteers` where they are not found.
  public static func shippedPaths(
    languages: NameLanguages = .only([])
  ) throws(RunError) -> [String] {
    guard let folder = shippedFolder() else { throw .noShippedGazetteers }
    let files = shippedFiles + (languages == .only([]) ? [] : [multilingualFile])
    return files.map { folder + "/" + $0 }
  }

  /// Gazetteers ready for use.
  public struct Loaded: Sendable {
    public var lexicon: Lexicon
    /// The judgements of analysts, made ready for the lexicon.
    public var corrections: LexiconCorrections?
    /// The files that all comes from.
    public var sources: BuildSources
    /// The file of the corrections, if any.
    public var correctionsPath: String? { sources.corrections }
    /// The gazetteers, in the order they were named; empty where nobody asked for them.
    public var gazetteers: [Gazetteer]
    public var warnings: [GazetteerFinding]

    /// Warnings of corrections that changed nothing.
    ///
    /// - Parameter touched: What each touched, as `ResolutionTally.corrections` counts it.
    public func idleCorrections(_ touched: [Int]) -> [GazetteerFinding] {
      guard let corrections, let correctionsPath else { return [] }
      return corrections.list.enumerated().compactMap { number, correction in
        guard number >= touched.count || touched[number] == 0 else { return nil }
        return GazetteerFinding(
          severity: .warning, path: correctionsPath, line: correction.line, column: 1,
          message:
            "\(correction.summary): touched no mention; delete it, or see whether the name and the document are as the inputs have them"
        )
      }
    }
  }

  /// Reads gazetteers and applies corrections to them.
  ///
  /// Without corrections that change the gazetteers, and where these are not wanted themselves, the
  /// lexicon may be one that an earlier run compiled.
  ///
  /// - Parameters:
  ///   - paths: The files, in order: the first that has an entity gives its preferred name.
  ///   - languages: Which columns of names in a language are used.
  ///   - corrections: The file of corrections, if any.
  ///   - keepsGazetteers: Whether the gazetteers are wanted beside the lexicon.
  ///   - threads: How many threads may work at once; the lexicon does not depend on it.
  /// - Throws: As the other `load`.
  public static func load(
    _ paths: [String], languages: NameLanguages = .all, corrections path: String?,
    keepsGazetteers: Bool = false, threads: Int = 1
  ) throws(RunError) -> Loaded {
    let sources = BuildSources(
      gazetteers: paths, corrections: path, program: executablePath())
    guard path != nil || keepsGazetteers else {
      let (lexicon, warnings) = try load(paths, languages: languages, threads: threads)
      return Loaded(lexicon: lexicon, sources: sources, gazetteers: [], warnings: warnings)
    }
    if let compiled = paths.first(where: isCompiled) {
      throw .file(
        FileError(
          path: compiled, action: "correct",
          reason:
            "a compiled lexicon does not hold what that needs; name the gazetteers it was made of"))
    }
    var gazetteers: [Gazetteer] = []
    var corrections: Corrections?
    do {
      for path in paths { gazetteers.append(try Gazetteer(path: path, languages: languages)) }
      corrections = try path.map { path throws(FileError) in try Corrections(path: path) }
    } catch {
      throw .file(error)
    }
    var findings = gazetteers.flatMap(\.findings)
    if let corrections {
      findings += corrections.findings
      if !findings.contains(where: { $0.severity == .error }) {
        findings += corrections.check(gazetteers)
      }
    }
    let errors = findings.filter { $0.severity == .error }
    guard errors.isEmpty else { throw .gazetteers(errors) }
    try check(languages, gazetteers.reduce(into: []) { $0.formUnion($1.languages) })
    let warnings = findings.filter { $0.severity == .warning }
    guard let corrections else {
      return Loaded(
        lexicon: Lexicon(gazetteers), sources: sources, gazetteers: gazetteers, warnings: warnings)
    }
    let (corrected, added) = corrections.applied(to: gazetteers)
    let lexicon = Lexicon(corrected)
    return Loaded(
      lexicon: lexicon, corrections: LexiconCorrections(corrections, lexicon, added: added),
      sources: sources, gazetteers: keepsGazetteers ? corrected : [], warnings: warnings)
  }

  /// The lexicon of gazetteers: as an earlier run compiled it, or read and compiled now.
  ///
  /// - Parameters:
  ///   - paths: The files, in order: the first that has an entity gives its preferred name. A single one
  ///     may be a lexicon that `relata gazetteer compile` made.
  ///   - languages: Which columns of names in a language are used.
  ///   - threads: How many threads may work at once.
  /// - Returns: The lexicon, and all warnings.
  /// - Throws: `RunError.gazetteers` with every error found in them, `RunError.unknownLanguages` where no
  ///   file has names in a wanted language, or a `FileError` as `RunError.file` where one cannot be read.
  public static func load(
    _ paths: [String], languages: NameLanguages = .all, threads: Int = 1
  ) throws(RunError) -> (lexicon: Lexicon, warnings: [GazetteerFinding]) {
    if let compiled = paths.first(where: isCompiled) {
      return try open(compiled, among: paths)
    }
    let cache = LexiconCache(
      paths, languages: languages, executable: executablePath())
    if let kept = cache?.lexicon() { return (kept, kept.warnings) }
    let lexicon = try compile(
      paths, languages: languages, sources: cache?.sources ?? 0, threads: threads)
    cache?.keep(lexicon)
    return (lexicon, lexicon.warnings)
  }

  /// Reads and compiles gazetteers.
  ///
  /// - Parameters:
  ///   - paths: The files, in order.
  ///   - languages: Which columns of names in a language are used.
  ///   - sources: A number that the lexicon keeps, to be known by.
  ///   - threads: How many threads may work at once; the lexicon does not depend on it.
  /// - Throws: As `load`.
  public static func compile(
    _ paths: [String], languages: NameLanguages = .all, sources: UInt64 = 0, threads: Int = 1
  ) throws(RunError) -> Lexicon {
    var compiler = LexiconCompiler()
    var findings: [GazetteerFinding] = []
    var known: Set<String> = []
    for path in paths {
      do {
        findings += try compiler.add(
          path: path, languages: languages, stated: &known, threads: threads)
      } catch {
        throw .file(error)
      }
    }
    let errors = findings.filter { $0.severity == .error }
    guard errors.isEmpty else { throw .gazetteers(errors) }
    try check(languages, known)
    return compiler.finish(
      sources: sources, warnings: findings.filter { $0.severity == .warning }, threads: threads)
  }

  /// Makes sure that some gazetteer has names in each language that was asked for.
  private static func check(
    _ languages: NameLanguages, _ known: Set<String>
  ) throws(RunError) {
    guard case .only(let wanted) = languages else { return }
    // English is what columns without a language hold.
    let unknown = wanted.subtracting(known).subtracting(["en"])
    guard unknown.isEmpty else {
      throw .unknownLanguages(unknown.sorted(), known: known.sorted())
    }
  }

  private static func isCompiled(_ path: String) -> Bool {
    path.hasSuffix("." + Lexicon.fileExtension)
  }

  /// Opens a compiled lexicon, which is used alone.
  private static func open(
    _ path: String, among paths: [String]
  ) throws(RunError) -> (lexicon: Lexicon, warnings: [GazetteerFinding]) {
    guard paths.count == 1 else {
      throw .file(
        FileError(
          path: path, action: "use",
          reason: "a compiled lexicon is used alone; add --no-shipped and name no other gazetteer"))
    }
    do {
      let lexicon = try Lexicon(compiledFile: path)
      return (lexicon, lexicon.warnings)
    } catch {
      throw .file(error)
    }
  }

  private static func executablePath() -> String? {
    #if os(Linux)
      let path = "/proc/self/exe"
    #else
      let path = CommandLine.arguments.first ?? ""
    #endif
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }
}

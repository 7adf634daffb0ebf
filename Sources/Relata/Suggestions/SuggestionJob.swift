import Corpus
import Gazetteers
import Recognition

/// Reads inputs and suggests names that no gazetteer holds.
public struct SuggestionJob: Sendable {
  private let lexicon: Lexicon
  private let options: SuggestionOptions

  /// - Parameters:
  ///   - lexicon: The names that are listed.
  ///   - options: Which names are suggested.
  public init(_ lexicon: Lexicon, options: SuggestionOptions = SuggestionOptions()) {
    self.lexicon = lexicon
    self.options = options
  }

  /// What the job found.
  public struct Result: Sendable {
    public var suggestions: [Suggestion] = []
    public var documents = 0

    /// Skipped documents and warnings, in the order of the inputs.
    public var problems: [InputProblem] = []

    /// Where the names were more than may be kept: names below this count were not looked at.
    public var threshold: Int?
  }

  /// Reads the inputs; twice where they hold more names than may be kept.
  ///
  /// - Parameters:
  ///   - inputs: Files, folders, or `-` for standard input.
  ///   - progress: Called now and then.
  /// - Throws: `FileError` where an input does not exist, and `SuggestionError.tooManyNames` where
  ///   standard input, which can be read but once, holds too many names.
  public func run(
    _ inputs: [String], progress: (RunProgress) -> Void = { _ in }
  ) async throws -> Result {
    let list = try InputFinder.find(inputs, options: options.run.input)
    var collector = Collector(table: CandidateTable(limit: options.candidates))
    try await read(list, into: &collector, progress)
    var result = Result(documents: collector.documents)
    let numbers = collector.problems.keys.sorted()
    result.problems = list.problems + numbers.flatMap { collector.problems[$0] ?? [] }
    if collector.table.isOverfull {
      if inputs.contains("-") { throw SuggestionError.tooManyNames(options.candidates) }
      collector.table.beginAgain()
      collector.isAgain = true
      try await read(list, into: &collector, progress)
      result.threshold = collector.table.threshold
    }
    var suggestions = SuggestionList(lexicon, options, smallWords: collector.smallWords)
    result.suggestions = suggestions.suggestions(collector.table.names)
    return result
  }

  private func read(
    _ list: InputList, into collector: inout Collector, _ progress: (RunProgress) -> Void
  ) async throws {
    let parts = list.files.flatMap { $0.parts(maxBytes: options.run.partBytes) }
    let total = list.files.reduce(0) { $0 + $1.size }
    let prototype = DocumentNames(
      Recognizer(lexicon, options: options.run.recognition), UnlistedNameFinder(lexicon))
    var bytes = 0
    try await withThrowingTaskGroup(of: PartNames.self) { group in
      var next = 0
      func start() {
        let (number, part) = (next, parts[next])
        next += 1
        group.addTask { [options] in
          try Task.checkCancellation()
          return Self.work(number, part, prototype, options.run.input)
        }
      }
      while next < min(parts.count, max(1, options.run.threads)) { start() }
      // What parts give adds up in any order.
      while let part = try await group.next() {
        collector.take(part)
        bytes += part.bytes
        progress(RunProgress(bytes: bytes, totalBytes: total, documents: collector.documents))
        if next < parts.count { start() }
      }
    }
  }

  private static func work(
    _ number: Int, _ part: InputPart, _ prototype: DocumentNames, _ options: InputOptions
  ) -> PartNames {
    var reader = prototype
    var result = PartNames(number: number)
    do {
      try part.read(options: options) { document in
        result.documents += 1
        result.bytes += document.text.count
        result.names.append(contentsOf: reader.read(document))
        result.smallWords.merge(reader.smallWords, uniquingKeysWith: +)
      } problem: {
        result.problems.append($0)
      }
    } catch {
      result.problems.append(
        InputProblem(path: part.file.path, reason: "\(error)", severity: .skipped))
    }
    return result
  }
}

/// Why there are no suggestions.
public enum SuggestionError: Error, Sendable, CustomStringConvertible {
  case tooManyNames(Int)

  public var description: String {
    switch self {
    case .tooManyNames(let limit):
      "standard input holds more than \(limit) names and cannot be read a second time; give files, or raise --candidates"
    }
  }
}

/// What one part of an input gave.
private struct PartNames: Sendable {
  var number: Int
  var documents = 0
  var bytes = 0
  var names: [NameTally] = []
  var smallWords: [UInt64: Int] = [:]
  var problems: [InputProblem] = []

  init(number: Int) {
    self.number = number
  }
}

/// Adds up what parts give.
private struct Collector {
  var table: CandidateTable
  var smallWords = CountSketch()
  var documents = 0
  var problems: [Int: [InputProblem]] = [:]
  var isAgain = false

  init(table: CandidateTable) {
    self.table = table
  }

  mutating func take(_ part: PartNames) {
    for name in part.names { table.add(name) }
    guard !isAgain else { return }
    for (word, count) in part.smallWords { smallWords.add(word, count) }
    documents += part.documents
    if !part.problems.isEmpty { problems[part.number] = part.problems }
  }
}

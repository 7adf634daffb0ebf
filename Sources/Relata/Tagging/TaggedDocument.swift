import Corpus
import Gazetteers
import Recognition
import TextFiles

/// A document with its sentences and mentions.
public struct TaggedDocument: Sendable {
  public var document: Document
  public var sentences: [Sentence]
  public var mentions: [Mention]

  /// What was decided of each name, and why; only where `Tagging` keeps it.
  public var decisions: [Decision] = []
}

/// Reads inputs and tags them, one document after another, in order.
public struct Tagging: Sendable {
  private let lexicon: Lexicon
  private let options: RunOptions
  private let keepsDecisions: Bool

  /// - Parameters:
  ///   - lexicon: The names to look for.
  ///   - options: How documents are read and tagged.
  ///   - keepsDecisions: Whether documents come with what was decided of each name.
  public init(
    _ lexicon: Lexicon, options: RunOptions = RunOptions(), keepsDecisions: Bool = false
  ) {
    self.lexicon = lexicon
    self.options = options
    self.keepsDecisions = keepsDecisions
  }

  /// What a run over inputs met.
  public struct Outcome: Sendable {
    /// Skipped documents and warnings.
    public var problems: [InputProblem]

    /// Files in folders whose names tell no format we read.
    public var unknownFiles: Int

    /// The documents that were tagged.
    public var documents = 0

    /// What became of all names, in numbers.
    public var tally = ResolutionTally()
  }

  /// Tags the documents of inputs.
  ///
  /// - Parameters:
  ///   - inputs: Files, folders, or `-` for standard input.
  ///   - body: Receives each document.
  /// - Returns: What was met.
  /// - Throws: `FileError` where an input does not exist, and what `body` throws.
  public func run(
    _ inputs: [String], body: (TaggedDocument) throws -> Void
  ) throws -> Outcome {
    let list = try InputFinder.find(inputs, options: options.input)
    var outcome = Outcome(problems: list.problems, unknownFiles: list.unknownFiles)
    var ids = RepeatedIDs()
    var recognizer = Recognizer(
      lexicon, options: options.recognition, keepsDecisions: keepsDecisions)
    for file in list.files {
      for part in file.parts(maxBytes: .max) {
        try part.read(options: options.input) { document in
          if let prose = document.prose() {
            recognizer.read(prose.span, document: document.id)
          } else {
            recognizer.read(document.text.span, document: document.id)
          }
          outcome.documents += 1
          ids.take(document.id, path: file.shownPath, line: document.line)
          try body(
            TaggedDocument(
              document: document, sentences: recognizer.sentences, mentions: recognizer.mentions,
              decisions: recognizer.decisions))
        } problem: {
          outcome.problems.append($0)
        }
      }
    }
    if let problem = ids.problem { outcome.problems.append(problem) }
    outcome.tally = recognizer.tally
    return outcome
  }
}

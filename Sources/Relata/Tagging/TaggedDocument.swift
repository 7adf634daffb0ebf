import Corpus
import Gazetteers
import Recognition
import TextFiles

/// A document with its sentences and mentions.
public struct TaggedDocument: Sendable {
  public var document: Document
  public var sentences: [Sentence]
  public var mentions: [Mention]
}

/// Reads inputs and tags them, one document after another, in order.
public struct Tagging: Sendable {
  private let lexicon: Lexicon
  private let options: RunOptions

  /// - Parameters:
  ///   - lexicon: The names to look for.
  ///   - options: How documents are read and tagged.
  public init(_ lexicon: Lexicon, options: RunOptions = RunOptions()) {
    self.lexicon = lexicon
    self.options = options
  }

  /// What a run over inputs met.
  public struct Outcome: Sendable {
    /// Skipped documents and warnings.
    public var problems: [InputProblem]

    /// Files in folders whose names tell no format we read.
    public var unknownFiles: Int

    /// The documents that were tagged.
    public var documents = 0
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
    var recognizer = Recognizer(lexicon, options: options.recognition)
    for file in list.files {
      for part in file.parts(maxBytes: .max) {
        try part.read(options: options.input) { document in
          if let prose = document.prose() {
            recognizer.read(prose.span)
          } else {
            recognizer.read(document.text.span)
          }
          outcome.documents += 1
          ids.take(document.id, path: file.shownPath, line: document.line)
          try body(
            TaggedDocument(
              document: document, sentences: recognizer.sentences, mentions: recognizer.mentions))
        } problem: {
          outcome.problems.append($0)
        }
      }
    }
    if let problem = ids.problem { outcome.problems.append(problem) }
    return outcome
  }
}

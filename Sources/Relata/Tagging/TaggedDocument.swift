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

  /// Tags the documents of inputs.
  ///
  /// - Parameters:
  ///   - inputs: Files, folders, or `-` for standard input.
  ///   - body: Receives each document.
  /// - Returns: Skipped documents and warnings, and what became of all names in numbers.
  /// - Throws: `FileError` where an input does not exist, and what `body` throws.
  public func run(
    _ inputs: [String], body: (TaggedDocument) throws -> Void
  ) throws -> (problems: [InputProblem], tally: ResolutionTally) {
    let list = try InputFinder.find(inputs, options: options.input)
    var problems = list.problems
    var recognizer = Recognizer(
      lexicon, options: options.recognition, keepsDecisions: keepsDecisions)
    for file in list.files {
      for part in file.parts(maxBytes: .max) {
        try part.read(options: options.input) { document in
          recognizer.read(document.text.span, document: document.id)
          try body(
            TaggedDocument(
              document: document, sentences: recognizer.sentences, mentions: recognizer.mentions,
              decisions: recognizer.decisions))
        } problem: {
          problems.append($0)
        }
      }
    }
    return (problems, recognizer.tally)
  }
}

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

  /// Tags the documents of inputs.
  ///
  /// - Parameters:
  ///   - inputs: Files, folders, or `-` for standard input.
  ///   - body: Receives each document.
  /// - Returns: Skipped documents and warnings.
  /// - Throws: `FileError` where an input does not exist, and what `body` throws.
  public func run(
    _ inputs: [String], body: (TaggedDocument) throws -> Void
  ) throws -> [InputProblem] {
    let list = try InputFinder.find(inputs, options: options.input)
    var problems = list.problems
    var recognizer = Recognizer(lexicon, options: options.recognition)
    for file in list.files {
      for part in file.parts(maxBytes: .max) {
        try part.read(options: options.input) { document in
          recognizer.read(document.text.span)
          try body(
            TaggedDocument(
              document: document, sentences: recognizer.sentences, mentions: recognizer.mentions))
        } problem: {
          problems.append($0)
        }
      }
    }
    return problems
  }
}

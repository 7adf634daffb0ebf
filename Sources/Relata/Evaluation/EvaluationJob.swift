import Corpus
import Gazetteers
import Recognition

/// Tags documents and compares the mentions with gold annotations.
public struct EvaluationJob: Sendable {
  private let lexicon: Lexicon
  private let options: EvaluationOptions

  /// - Parameters:
  ///   - lexicon: The names to look for.
  ///   - options: How to compare.
  public init(_ lexicon: Lexicon, options: EvaluationOptions = EvaluationOptions()) {
    self.lexicon = lexicon
    self.options = options
  }

  /// Compares.
  ///
  /// - Parameters:
  ///   - gold: The annotated documents.
  ///   - inputs: Files and folders that hold their texts; empty where the gold holds them.
  ///   - problem: Receives what is skipped or read otherwise than it stands.
  /// - Throws: `EvaluationError` where the gold does not fit the texts, and `FileError`.
  public func run(
    _ gold: [GoldDocument], inputs: [String], problem: (InputProblem) -> Void = { _ in }
  ) throws -> Evaluation {
    var evaluator = Evaluator(lexicon, options)
    let leftOut =
      if inputs.isEmpty {
        try compareTexts(gold, &evaluator)
      } else {
        try compareInputs(gold, inputs, &evaluator, problem)
      }
    guard evaluator.findings.isEmpty else { throw EvaluationError.gold(evaluator.findings) }
    var evaluation = evaluator.evaluation()
    if leftOut > 0 {
      evaluation.notes.append(
        "\(leftOut) \(leftOut == 1 ? "document" : "documents") of the inputs left out: the gold does not name \(leftOut == 1 ? "it" : "them"); --all-documents takes \(leftOut == 1 ? "it" : "them") as holding no mention"
      )
    }
    return evaluation
  }

  private func compareTexts(_ gold: [GoldDocument], _ evaluator: inout Evaluator) throws -> Int {
    var recognizer = Recognizer(lexicon, options: options.run.recognition)
    for document in gold {
      guard let text = document.text else {
        throw EvaluationError.unusable(
          "the gold holds no texts; name the files or folders that hold them behind it")
      }
      recognizer.read(text.span)
      evaluator.add(document, text: text, mentions: recognizer.mentions)
    }
    return 0
  }

  private func compareInputs(
    _ gold: [GoldDocument], _ inputs: [String], _ evaluator: inout Evaluator,
    _ problem: (InputProblem) -> Void
  ) throws -> Int {
    var numbers: [String: Int] = [:]
    for (number, document) in gold.enumerated() { numbers[document.id] = number }
    var tagged: [Int: TaggedDocument] = [:]
    var others: [TaggedDocument] = []
    var leftOut = 0
    let outcome = try Tagging(lexicon, options: options.run).run(inputs) { document in
      if let number = numbers[document.document.id] {
        tagged[number] = document
      } else if options.allDocuments {
        others.append(document)
      } else {
        leftOut += 1
      }
    }
    for found in outcome.problems { problem(found) }
    let missing = gold.indices.filter { tagged[$0] == nil }
    if let first = missing.first {
      let others = missing.count > 1 ? " and \(missing.count - 1) more" : ""
      throw EvaluationError.unusable(
        "the gold names the document \"\(gold[first].id)\"\(others), which no input holds; name the inputs by which it was annotated"
      )
    }
    for (number, var document) in gold.enumerated() {
      guard let read = tagged[number] else { continue }
      document.path = document.id
      document.places = TextPlaces()
      evaluator.add(document, text: read.document.text, mentions: read.mentions)
    }
    others.sort { Utf8Order.precedes($0.document.id, $1.document.id) }
    for document in others {
      let empty = GoldDocument(id: document.document.id, path: document.document.id)
      evaluator.add(empty, text: document.document.text, mentions: document.mentions)
    }
    return leftOut
  }
}

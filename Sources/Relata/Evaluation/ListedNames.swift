import Gazetteers
import Recognition

/// Tells whether a gazetteer lists what a mention of the gold means.
struct ListedNames {
  private let lexicon: Lexicon
  private let ids: Set<String>
  private var lookup: NameLookup

  private let options: RecognitionOptions

  init(_ lexicon: Lexicon, _ options: RecognitionOptions) {
    self.lexicon = lexicon
    self.options = options
    ids = Set(lexicon.entities.map(\.id.text))
    lookup = NameLookup(lexicon)
  }

  /// Whether an entity is listed, or, where only the kind is known, the name with this kind.
  ///
  /// A family or given name counts where the gold names somebody listed in full by it in the same
  /// document: the `Lee` of a `Marta Lee` whom nobody lists is not listed.
  ///
  /// - Parameters:
  ///   - mention: The mention.
  ///   - text: Its words.
  ///   - fullNames: The words of all mentions of persons in the document.
  mutating func contains(
    _ mention: ComparedMention, text: String, fullNames: [String]
  ) -> Bool {
    if let entity = mention.entity { return ids.contains(entity) }
    let bytes = Array(text.utf8)
    let bearers = lookup.bearers(of: bytes.span)
    if bearers.contains(where: { isOf(mention.kind, $0) }) { return true }
    guard mention.kind == .person, bearers.contains(where: { $0.entity == nil }) else {
      return false
    }
    return fullNames.contains { name in
      guard name.hasSuffix(" " + text) || name.hasPrefix(text + " ") else { return false }
      let bytes = Array(name.utf8)
      return lookup.bearers(of: bytes.span).contains { isOf(.person, $0) }
    }
  }

  private func isOf(_ kind: Kind, _ bearer: NameLookup.Bearer) -> Bool {
    // A form that is switched off is not listed as far as the run is concerned.
    if bearer.form == .metonym, !options.metonyms { return false }
    if bearer.form == .demonym, !options.demonyms { return false }
    return bearer.entity.map { lexicon.entity($0).kind == kind } ?? false
  }
}

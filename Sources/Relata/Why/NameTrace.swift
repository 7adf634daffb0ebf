import Gazetteers
import Recognition
import TextFiles

/// Follows one name through documents: where it stands, and what became of it there.
struct NameTrace {
  /// Places where the same became of the name.
  struct Group {
    /// What became of it, in words.
    var outcome: String
    var isMention: Bool
    var count = 0
    var documents = 0
    var examples: [Example] = []
    fileprivate var lastDocument: String?
  }

  /// A place with the text around it.
  struct Example {
    /// `a.txt[0:7]`, in Unicode scalars.
    var place: String
    var text: String
    /// Who else was in question, with the points.
    var claims: [String]
  }

  /// What was typed.
  let typed: String
  let owners: [NameInquiry.Owner]

  private(set) var groups: [Group] = []

  /// Mentions of the entity by other names, with the number of each.
  private(set) var otherNames: [String: Int] = [:]

  private let words: DecisionWords
  private let sequences: [[UInt64]]
  private let firstTokens: Set<UInt64>
  private let tokenizer = Tokenizer()

  /// Examples kept of each group.
  private static let mostExamples = 2

  init(_ typed: String, _ loaded: GazetteerLibrary.Loaded) {
    self.typed = typed
    let lookup = NameInquiry(loaded: loaded)
    var owners = lookup.owners(of: typed)
    var names = [typed]
    if let only = owners.first, only.ways == ["id"] {
      let id = loaded.lexicon.entity(only.entity).id
      let rows = loaded.gazetteers.lazy.flatMap(\.entities).filter { $0.id == id }
      names = rows.flatMap { [$0.name] + $0.names.map(\.text) }
    } else if owners.isEmpty, let target = lookup.merged(typed) {
      owners = lookup.owners(of: loaded.lexicon.entity(target).id.text)
    }
    self.owners = owners
    words = DecisionWords(lexicon: loaded.lexicon, corrections: loaded.corrections)
    sequences = names.map(Self.tokens).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    firstTokens = Set(sequences.map { $0[0] })
  }

  /// How often the name stands in the documents, as a mention or not.
  var count: Int { groups.reduce(0) { $0 + $1.count } }

  /// Takes a document with its decisions.
  mutating func take(_ tagged: TaggedDocument) {
    var offsets = ScalarOffsets()
    let text = tagged.document.text
    var seen: Set<Int> = []
    for place in occurrences(in: tagged) {
      seen.insert(place.lowerBound)
      let (outcome, isMention, decision) = outcome(of: place, tagged)
      let index = group(outcome, isMention)
      groups[index].count += 1
      if groups[index].lastDocument != tagged.document.id {
        groups[index].lastDocument = tagged.document.id
        groups[index].documents += 1
      }
      guard groups[index].examples.count < Self.mostExamples else { continue }
      let start = offsets.scalars(before: place.lowerBound, in: text.span)
      let end = offsets.scalars(before: place.upperBound, in: text.span)
      let contested = (decision?.claims.count ?? 0) > 1
      groups[index].examples.append(
        Example(
          place: "\(TagWriter.oneLine(tagged.document.id))[\(start):\(end)]",
          text: MarkedExcerpt.of([place], within: line(around: place, tagged), in: text),
          claims: contested ? (decision?.claims ?? []).map(words.claim) : []))
    }
    countOtherNames(tagged, seen)
  }

  private mutating func group(_ outcome: String, _ isMention: Bool) -> Int {
    if let known = groups.firstIndex(where: { $0.outcome == outcome }) { return known }
    groups.append(Group(outcome: outcome, isMention: isMention))
    return groups.count - 1
  }

  private mutating func countOtherNames(_ tagged: TaggedDocument, _ seen: Set<Int>) {
    let entities = Set(owners.filter { !$0.isShort }.map(\.entity))
    guard entities.count == 1 else { return }
    for mention in tagged.mentions
    where entities.contains(mention.entity) && !seen.contains(mention.start) {
      let name = String(decoding: tagged.document.text[mention.start..<mention.end], as: UTF8.self)
      otherNames[TagWriter.oneLine(name), default: 0] += 1
    }
  }

  /// What became of the name at a place.
  private func outcome(
    of place: Range<Int>, _ tagged: TaggedDocument
  ) -> (String, isMention: Bool, Decision?) {
    guard
      let decision = tagged.decisions.first(where: {
        $0.start < place.upperBound && place.lowerBound < $0.end
      })
    else {
      if owners.isEmpty { return ("no mention: no gazetteer has the name", false, nil) }
      return (
        "no mention: its capitals, or a sign in it or beside it, are not those of the listed name",
        false, nil
      )
    }
    let mention = tagged.mentions.first { $0.start == decision.start && $0.end == decision.end }
    if decision.start..<decision.end == place {
      var outcome = words.outcome(decision, mention)
      if let mention {
        outcome += ": " + reason(for: mention)
        outcome += addition(mention, tagged.document.text[place])
      }
      return (outcome, mention != nil, decision)
    }
    let outer = TagWriter.oneLine(
      String(decoding: tagged.document.text[decision.start..<decision.end], as: UTF8.self))
    let isInside = decision.start <= place.lowerBound && place.upperBound <= decision.end
    if case .lookalike(let entity) = decision.outcome, isInside {
      return ("no mention: inside \"\(outer)\", the look-alike \(words.id(entity))", false, nil)
    }
    let relation = isInside ? "inside the longer name" : "across the name"
    return (
      "no mention: \(relation) \"\(outer)\", which is \(words.outcome(decision, mention))", false,
      nil
    )
  }

  /// Why a rule gave a name to an entity.
  private func reason(for mention: Mention) -> String {
    switch mention.rule {
    case .exact: "no other entity has the name"
    case .short where mention.form == .abbreviation:
      "the document gives it as the short form"
    case .short where mention.confidence == 0.85:
      "the gazetteer lists the short name"
    case .short where mention.rivals.isEmpty: "the document names this person in full"
    case .short: "most speaks for this person"
    case .context where mention.confidence < 0.8: "nothing decides but the gazetteer's prior"
    case .context: "most speaks for it in the document"
    case .demonym: "a name of its people or of what belongs to it"
    case .metonym: "a place that stands for its government"
    }
  }

  /// The correction that gave the entity the name, in words.
  private func addition(_ mention: Mention, _ name: ArraySlice<UInt8>) -> String {
    guard let corrections = words.corrections, corrections.addsNames,
      let number = corrections.addedName(of: mention.entity, Array(name).span)
    else { return "" }
    let correction = corrections.list[number]
    return "; the name is there by a correction, \(correction.summary) (line \(correction.line))"
  }

  /// The places where the name's tokens stand, whatever their capitals and signs.
  private func occurrences(in tagged: TaggedDocument) -> [Range<Int>] {
    var result: [Range<Int>] = []
    let text = tagged.document.text.span
    var tokens: [Token] = []
    for sentence in tagged.sentences {
      tokens.removeAll(keepingCapacity: true)
      var place = sentence.start
      while let token = tokenizer.nextToken(text, from: place, limit: sentence.end) {
        tokens.append(token)
        place = token.end
      }
      var index = 0
      while index < tokens.count {
        guard firstTokens.contains(tokens[index].hash),
          let length = sequences.first(where: { matches($0, tokens, index) })?.count
        else {
          index += 1
          continue
        }
        result.append(tokens[index].start..<tokens[index + length - 1].end)
        index += length
      }
    }
    return result
  }

  private func matches(_ sequence: [UInt64], _ tokens: [Token], _ start: Int) -> Bool {
    guard start + sequence.count <= tokens.count else { return false }
    return sequence.indices.allSatisfy { tokens[start + $0].hash == sequence[$0] }
  }

  private func line(around place: Range<Int>, _ tagged: TaggedDocument) -> Range<Int> {
    let sentence = tagged.sentences.first {
      $0.start <= place.lowerBound && place.upperBound <= $0.end
    }
    return sentence.map { $0.start..<$0.end } ?? place
  }

  private static func tokens(_ name: String) -> [UInt64] {
    let tokenizer = Tokenizer()
    let bytes = Array(name.utf8)
    var (result, place): ([UInt64], Int) = ([], 0)
    while let token = tokenizer.nextToken(bytes.span, from: place, limit: bytes.count) {
      result.append(token.hash)
      place = token.end
    }
    return result
  }
}

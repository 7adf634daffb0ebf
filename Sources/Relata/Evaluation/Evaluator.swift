import Gazetteers
import Recognition
import TextFiles

/// Compares one document after another and adds up.
struct Evaluator {
  private let lexicon: Lexicon
  private let options: EvaluationOptions
  private let kinds: KindMap
  private var listed: ListedNames

  private(set) var documents = 0
  private(set) var differences: [Difference] = []
  private(set) var findings: [GoldFinding] = []
  private var scores: [ScoreRow.Group: [String: Score]] = [:]
  private var goldHasForms = false
  private var leftOut: [String: Int] = [:]
  private var unlisted = 0
  private var foundOfKind: [Kind: Int] = [:]
  private var goldOfKind: [Kind: Int] = [:]

  init(_ lexicon: Lexicon, _ options: EvaluationOptions) {
    self.lexicon = lexicon
    self.options = options
    let entities = lexicon.entities
    kinds = KindMap(options.map, known: Set(entities.map(\.kind)).subtracting([.none]))
    kindOfID = Dictionary(entities.map { ($0.id.text, $0.kind) }) { first, _ in first }
    listed = ListedNames(lexicon, options.run.recognition)
  }

  private let kindOfID: [String: Kind]

  /// Compares a document.
  ///
  /// - Parameters:
  ///   - gold: What was marked.
  ///   - text: The document's text.
  ///   - mentions: What the tagger gave.
  mutating func add(_ gold: GoldDocument, text: [UInt8], mentions: [Mention]) {
    documents += 1
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    guard check(gold, scalars) else { return }
    let marked = compared(gold)
    var offsets = ScalarOffsets()
    var found: [ComparedMention] = []
    for (number, mention) in mentions.enumerated() {
      let entity = lexicon.entity(mention.entity)
      let start = offsets.scalars(before: mention.start, in: text.span)
      let end = offsets.scalars(before: mention.end, in: text.span)
      guard isCompared(entity.kind) else { continue }
      found.append(
        ComparedMention(
          span: start..<end, kind: entity.kind, entity: entity.id.text, number: number))
    }
    let comparison = Comparison(
      gold: marked, found: found, overlap: options.overlap, byKind: options.byKind)
    let fullNames = marked.filter { $0.kind == .person }.map { words(scalars, $0.span) }
    let page = Page(gold: gold, scalars: scalars, mentions: mentions)
    let firstDifference = differences.count
    var told: Set<Int> = []
    for (index, mention) in marked.enumerated() {
      let pair = comparison.pairs[index]
      let isListed =
        pair != nil
        || listed.contains(mention, text: words(scalars, mention.span), fullNames: fullNames)
      if pair == nil, !isListed {
        unlisted += 1
        if options.listedOnly { continue }
      }
      goldOfKind[mention.kind, default: 0] += 1
      count(gold: mention, form: gold.mentions[mention.number].form, isFound: pair != nil)
      if pair == nil {
        let given = found.indices.first {
          !comparison.isRight[$0] && found[$0].span.overlaps(mention.span)
        }
        if let given { told.insert(given) }
        add(page, mention, given.map { found[$0] }, isListed)
      }
    }
    for (index, mention) in found.enumerated() {
      foundOfKind[mention.kind, default: 0] += 1
      count(found: mention, mentions[mention.number], isRight: comparison.isRight[index])
      if !comparison.isRight[index], !told.contains(index) { add(page, nil, mention, true) }
    }
    differences[firstDifference...].sort {
      ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column)
    }
  }

  /// The result.
  consuming func evaluation() -> Evaluation {
    var result = Evaluation()
    result.documents = documents
    for group in ScoreRow.Group.allCases {
      let hasRecall = group == .rule ? false : group == .form ? goldHasForms : true
      if group == .all { scores[.all, default: [:]]["all", default: Score()].found += 0 }
      for (name, score) in (scores[group] ?? [:]).sorted(by: {
        Utf8Order.precedes($0.key, $1.key)
      }) {
        result.scores.append(
          ScoreRow(group: group, name: name, score: score, hasRecall: hasRecall))
      }
    }
    result.differences = differences
    result.notes = notes()
    return result
  }

  private func notes() -> [String] {
    var notes: [String] = []
    for (kind, count) in leftOut.sorted(by: { Utf8Order.precedes($0.key, $1.key) }) {
      notes.append(
        "\(count) gold \(count == 1 ? "mention" : "mentions") of kind \(kind.onOneLine) left out: no gazetteer has this kind; --map \(kind.onOneLine)=KIND says what it is, --map \(kind.onOneLine)= drops it"
      )
    }
    if unlisted > 0 {
      let count =
        "\(unlisted) gold \(unlisted == 1 ? "mention" : "mentions") that no gazetteer lists"
      notes.append(
        options.listedOnly
          ? "\(count) left out" : "\(count) counted as missed; --listed-only leaves them out")
    }
    for (kind, count) in foundOfKind.sorted(by: { $0.key < $1.key }) where goldOfKind[kind] == nil {
      notes.append(
        "the gold has no \(kind.name.onOneLine), so \(count) given \(count == 1 ? "mention counts" : "mentions count") as false; --kind says what to compare"
      )
    }
    return notes
  }

  /// Whether the marks fit the text; what does not is a finding.
  private mutating func check(_ gold: GoldDocument, _ scalars: [Unicode.Scalar]) -> Bool {
    let before = findings.count
    for mention in gold.mentions {
      guard mention.span.upperBound <= scalars.count else {
        findings.append(
          GoldFinding(
            mention.mark,
            "the mention ends at \(mention.span.upperBound), and \(gold.id) has \(scalars.count) characters; is this the text that was annotated?"
          ))
        continue
      }
      guard let text = mention.text else { continue }
      let there = words(scalars, mention.span)
      if oneSpaced(there) != oneSpaced(text) {
        findings.append(
          GoldFinding(
            mention.mark,
            "the mention is \"\(text)\", and \(gold.id) has \"\(there)\" there; is this the text that was annotated?"
          ))
      }
    }
    return findings.count == before
  }

  private mutating func compared(_ gold: GoldDocument) -> [ComparedMention] {
    var result: [ComparedMention] = []
    for (number, mention) in gold.mentions.enumerated() {
      var kind: Kind?
      if let entity = mention.entity {
        kind = kindOfID[entity] ?? mention.kind.flatMap { known($0) }
        kind = kind ?? entity.firstIndex(of: "/").map { Kind(String(entity[..<$0])) }
      } else if let label = mention.kind {
        switch kinds.meaning(of: label) {
        case .kind(let meant): kind = meant
        case .dropped: break
        case .unknown: leftOut[label, default: 0] += 1
        }
      }
      guard let kind, isCompared(kind) else { continue }
      if mention.form != nil { goldHasForms = true }
      result.append(
        ComparedMention(span: mention.span, kind: kind, entity: mention.entity, number: number))
    }
    result.sort {
      ($0.span.lowerBound, $0.span.upperBound, $0.number)
        < ($1.span.lowerBound, $1.span.upperBound, $1.number)
    }
    // A mention marked twice is one mention.
    var distinct: [ComparedMention] = []
    for mention in result {
      let isKnown = distinct.last.map {
        $0.span == mention.span && $0.kind == mention.kind && $0.entity == mention.entity
      }
      if isKnown != true { distinct.append(mention) }
    }
    return distinct
  }

  private func known(_ label: String) -> Kind? {
    if case .kind(let kind) = kinds.meaning(of: label) { return kind }
    return nil
  }

  private func isCompared(_ kind: Kind) -> Bool {
    options.kinds.isEmpty || options.kinds.contains(kind.name)
  }

  private mutating func count(gold mention: ComparedMention, form: String?, isFound: Bool) {
    var groups: [(ScoreRow.Group, String)] = [(.all, "all"), (.kind, mention.kind.name)]
    if let form { groups.append((.form, form)) }
    if options.entities, let entity = mention.entity { groups.append((.entity, entity)) }
    for (group, name) in groups {
      scores[group, default: [:]][name, default: Score()].gold += 1
      if isFound { scores[group, default: [:]][name, default: Score()].recalled += 1 }
    }
  }

  private mutating func count(found mention: ComparedMention, _ given: Mention, isRight: Bool) {
    var groups: [(ScoreRow.Group, String)] = [
      (.all, "all"), (.kind, mention.kind.name), (.form, given.form.description),
      (.rule, given.rule.rawValue),
    ]
    if options.entities, let entity = mention.entity { groups.append((.entity, entity)) }
    for (group, name) in groups {
      scores[group, default: [:]][name, default: Score()].found += 1
      if isRight { scores[group, default: [:]][name, default: Score()].right += 1 }
    }
  }

  private mutating func add(
    _ page: Page, _ gold: ComparedMention?, _ found: ComparedMention?, _ isListed: Bool
  ) {
    guard let span = gold?.span ?? found?.span else { return }
    let given = found.map { page.mentions[$0.number] }
    let showsKinds = options.byKind || gold.map { $0.entity == nil } ?? false
    func shown(_ mention: ComparedMention?) -> String {
      mention.map { showsKinds ? $0.kind.name : $0.entity ?? $0.kind.name } ?? ""
    }
    var differs = shown(found)
    if let gold, let found, found.span != gold.span {
      differs += " \"\(words(page.scalars, found.span))\""
    }
    let place = page.gold.places.place(of: span.lowerBound, in: page.scalars)
    let context = DifferenceContext(page.scalars, span)
    differences.append(
      Difference(
        sort: gold == nil ? .false : found == nil ? .missed : .wrong, document: page.gold.id,
        place: FilePlace(path: page.gold.path, line: place.line, column: place.column),
        text: context.text, before: context.before, behind: context.behind,
        expected: shown(gold), given: differs, form: given?.form.description ?? "",
        rule: given?.rule.rawValue ?? "", isListed: isListed))
  }

  private func words(_ scalars: [Unicode.Scalar], _ span: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[span]))
  }

  private func oneSpaced(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }
}

/// What differences of a document are described from.
private struct Page {
  let gold: GoldDocument
  let scalars: [Unicode.Scalar]
  let mentions: [Mention]
}

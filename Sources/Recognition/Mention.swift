import Gazetteers

/// Which rule made a mention.
public enum ResolutionRule: String, Sendable, CaseIterable {
  /// One entity owns the name.
  case exact
  /// A family or given name, or a listed short form, of a person.
  case short
  /// Several entities own the name; the document, or the gazetteer's prior, decided.
  case context
  /// A name of a country's people or of what belongs to it.
  case demonym
  /// A place that stands for a government.
  case metonym
}

/// A span of a document resolved to one entity.
public struct Mention: Sendable, Equatable {
  /// Byte offset of the first byte.
  public var start: Int

  /// Byte offset behind the last byte.
  public var end: Int

  /// Number of the sentence.
  public var sentence: Int

  /// The entity.
  public var entity: EntityIndex

  /// The form of the name.
  public var form: NameForm

  /// The rule that decided.
  public var rule: ResolutionRule

  /// How sure the rule is, 0 to 1.
  public var confidence: Double

  /// The entities that the name could also stand for, ordered by identifier.
  public var rivals: [EntityIndex] {
    get { others.rivals }
    set { others = OtherEntities(rivals: newValue, inner: inner) }
  }

  /// The entities whose names stand inside the mention: Russia in `Russian Foreign Ministry`.
  public var inner: [EntityIndex] {
    get { others.inner }
    set { others = OtherEntities(rivals: rivals, inner: newValue) }
  }

  /// Adds an entity whose name stands inside the mention.
  mutating func addInner(_ entity: EntityIndex) {
    switch others {
    case .none: others = .inner(entity)
    case .inner(let first): others = .twoInner(first, entity)
    default: inner.append(entity)
    }
  }

  private var others: OtherEntities

  public init(
    start: Int, end: Int, sentence: Int, entity: EntityIndex, form: NameForm,
    rule: ResolutionRule, confidence: Double, rivals: [EntityIndex] = []
  ) {
    self.start = start
    self.end = end
    self.sentence = sentence
    self.entity = entity
    self.form = form
    self.rule = rule
    self.confidence = confidence
    others = rivals.isEmpty ? .none : OtherEntities(rivals: rivals, inner: [])
  }
}

/// The other entities of a mention. Most have none, and nearly all others one or two inside, which are kept
/// in place: no memory is asked for and given back for each mention.
private enum OtherEntities: Sendable, Equatable {
  case none
  case inner(EntityIndex)
  case twoInner(EntityIndex, EntityIndex)
  case lists(OtherEntityLists)

  init(rivals: [EntityIndex], inner: [EntityIndex]) {
    self =
      switch (rivals.count, inner.count) {
      case (0, 0): .none
      case (0, 1): .inner(inner[0])
      case (0, 2): .twoInner(inner[0], inner[1])
      default: .lists(OtherEntityLists(rivals: rivals, inner: inner))
      }
  }

  var rivals: [EntityIndex] { if case .lists(let lists) = self { lists.rivals } else { [] } }

  var inner: [EntityIndex] {
    switch self {
    case .none: []
    case .inner(let entity): [entity]
    case .twoInner(let first, let second): [first, second]
    case .lists(let lists): lists.inner
    }
  }
}

private final class OtherEntityLists: Sendable, Equatable {
  let rivals: [EntityIndex]
  let inner: [EntityIndex]

  init(rivals: [EntityIndex], inner: [EntityIndex]) {
    self.rivals = rivals
    self.inner = inner
  }

  static func == (one: OtherEntityLists, other: OtherEntityLists) -> Bool {
    one.rivals == other.rivals && one.inner == other.inner
  }
}

/// What became of the hits of a document, in numbers.
public struct ResolutionTally: Sendable, Equatable {
  /// Names that several entities could own and one got.
  public var contested = 0

  /// Ambiguous names left out, since nothing spoke for one of the owners, or as much for two.
  public var undecided = 0

  /// Names inside longer names that no gazetteer holds.
  public var embedded = 0

  /// Names that turned out to be look-alikes (`New Mexico`).
  public var lookalikes = 0

  /// Family or given names of somebody whom the document never names in full.
  public var unsupported = 0

  /// What each correction touched, by its number; shorter where the later ones touched nothing.
  public var corrections: [Int] = []

  public init() {}

  /// Counts something that a correction touched.
  mutating func addCorrection(_ number: Int) {
    while corrections.count <= number { corrections.append(0) }
    corrections[number] += 1
  }

  /// Adds the numbers of another document.
  public mutating func add(_ other: ResolutionTally) {
    contested += other.contested
    undecided += other.undecided
    embedded += other.embedded
    lookalikes += other.lookalikes
    unsupported += other.unsupported
    while corrections.count < other.corrections.count { corrections.append(0) }
    for (number, count) in other.corrections.enumerated() { corrections[number] += count }
  }
}

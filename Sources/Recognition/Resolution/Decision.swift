import Gazetteers

/// What the resolver decided of a place where a text spells a name, and why.
///
/// Decisions are kept only where somebody asks for them: `Recognizer(_:options:keepsDecisions:)`.
public struct Decision: Sendable, Equatable {
  /// What became of the name.
  public enum Outcome: Sendable, Equatable {
    /// It is a mention, by the rules of the document's mention at that place.
    case mention
    /// It stands beside a hyphen whose other side is an unlisted name (`Jean-Chad`).
    case besideHyphen
    /// It is part of a longer name that no gazetteer holds (`Chad Smith`).
    case insideLongerName
    /// It is a look-alike.
    case lookalike(EntityIndex)
    /// The document uses the name of another, and nothing in it speaks for this entity.
    case usedOfAnother
    /// It is a family or given name, and the document names nobody of that name in full.
    case unsupported
    /// As much speaks for one entity as for another.
    case draw
    /// Nothing speaks for any of the entities.
    case nothingSpeaks
    /// Names of this form are not asked for.
    case switchedOff(NameForm)
    /// A correction hides the entity.
    case hidden(correction: Int)
    /// A correction says that the name does not mean the entity.
    case denied(correction: Int)
  }

  /// Something that speaks for an entity, or against it.
  public struct Part: Sendable, Equatable {
    public var reason: Reason
    public var points: Double
  }

  /// What can speak for an entity.
  public enum Reason: String, Sendable {
    case fullNames = "full names in the document"
    case namedFirst = "named first"
    case namedLast = "named last before it"
    case familyName = "family name"
    case givenName = "given name"
    case listedShort = "listed short name"
    case address = "form of address"
    case otherSex = "form of address of the other sex"
    case thingAddressed = "form of address before what is no person"
    case support = "other mentions and context words"
  }

  /// An entity that the name could mean.
  public struct Claim: Sendable, Equatable {
    public var entity: EntityIndex
    public var form: NameForm
    /// Whether the gazetteer states it as the reading where a text does not decide.
    public var isPrior: Bool
    /// What speaks for it; empty where nobody else was in question.
    public var parts: [Part]

    /// The points of all parts.
    public var score: Double { parts.reduce(0) { $0 + $1.points } }
  }

  /// Byte offset of the name's first byte.
  public var start: Int

  /// Byte offset behind its last byte.
  public var end: Int

  /// The number of its sentence.
  public var sentence: Int

  public var outcome: Outcome

  /// The entities in question, the strongest first.
  public var claims: [Claim]
}

/// What the resolver keeps of its work beside the mentions: numbers always, decisions if asked.
struct ResolutionRecord: Sendable {
  var tally = ResolutionTally()
  let keepsDecisions: Bool

  /// The decision of each hit of the document.
  private var ofHit: [Decision?] = []

  init(keepsDecisions: Bool) {
    self.keepsDecisions = keepsDecisions
  }

  /// Makes room for the hits of a document.
  mutating func begin(_ count: Int) {
    if keepsDecisions { ofHit = Array(repeating: nil, count: count) }
  }

  /// Keeps what became of a hit; the last that is said of it counts.
  mutating func note(
    _ index: Int, _ hit: Hit, _ outcome: @autoclosure () -> Decision.Outcome,
    _ claims: @autoclosure () -> [Decision.Claim] = []
  ) {
    guard keepsDecisions else { return }
    if case .denied = ofHit[index]?.outcome, case .unsupported = outcome() { return }
    var claims = claims()
    if claims.isEmpty, let known = ofHit[index] { claims = known.claims }
    ofHit[index] = Decision(
      start: hit.start, end: hit.end, sentence: hit.sentence, outcome: outcome(), claims: claims)
  }

  /// Keeps that a mention was made where no name of a gazetteer stands.
  mutating func add(_ mention: Mention) {
    guard keepsDecisions else { return }
    let claim = Decision.Claim(
      entity: mention.entity, form: mention.form, isPrior: false, parts: [])
    ofHit.append(
      Decision(
        start: mention.start, end: mention.end, sentence: mention.sentence, outcome: .mention,
        claims: [claim]))
  }

  /// The decisions of the document, in order.
  var decisions: [Decision] { ofHit.compactMap { $0 }.sorted { $0.start < $1.start } }
}

/// Points that are added up, with what they are for where somebody asks.
struct Score {
  private(set) var total = 0.0
  private(set) var parts: [Decision.Part] = []
  let keepsParts: Bool

  init(keepsParts: Bool) {
    self.keepsParts = keepsParts
  }

  mutating func add(_ points: Double, _ reason: Decision.Reason) {
    total += points
    if keepsParts, points != 0 { parts.append(Decision.Part(reason: reason, points: points)) }
  }
}

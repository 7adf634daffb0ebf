/// Index of an entity in a lexicon: entities are ordered by identifier.
public struct EntityIndex: Hashable, Sendable, Comparable, BitwiseCopyable {
  public let raw: UInt32

  @inlinable
  public init(_ raw: UInt32) {
    self.raw = raw
  }

  @inlinable
  public static func < (left: EntityIndex, right: EntityIndex) -> Bool { left.raw < right.raw }
}

/// A pattern, a sequence of folded tokens that one or more names share, by the index of its first
/// entry.
public struct PatternIndex: Hashable, Sendable {
  public let raw: UInt32

  @inlinable
  public init(_ raw: UInt32) {
    self.raw = raw
  }
}

/// One name of one entity, as an entry of a pattern.
public struct LexiconEntry: Sendable {
  /// The entity, or `noEntity` for a family or given name that needs a full name nearby.
  public var entity: EntityIndex

  /// Where the name's token details begin.
  @usableFromInline var details: UInt32

  @usableFromInline var flags: EntryFlags

  @inlinable
  init(entity: EntityIndex, details: UInt32, flags: EntryFlags) {
    self.entity = entity
    self.details = details
    self.flags = flags
  }

  @inlinable public var form: NameForm { flags.form }
  @inlinable public var caseRule: CaseRule { flags.caseRule }
  @inlinable public var role: EntryRole { flags.role }

  /// Whether the entity is the default reading of this name.
  @inlinable public var isPrior: Bool { flags.isPrior }

  /// Whether a text must begin one of the tokens with a capital (`TokenDetail.endsLead`).
  @inlinable public var needsCapital: Bool { flags.needsCapital }

  /// The entity of family and given names that stand for nobody by themselves.
  @inlinable public static var noEntity: EntityIndex { EntityIndex(.max) }
}

/// What an entry is for.
public enum EntryRole: UInt8, Sendable {
  /// Names an entity.
  case name
  /// A family or given name, which counts where the document holds the full name.
  case shortKey
  /// Supports an entity with an ambiguous name; names nothing.
  case context
  /// A combining form, which needs a hyphen and a name behind it: `Sino-Russian`.
  case combining
}

/// Form, case rule and role of an entry, in 16 bits.
@usableFromInline struct EntryFlags: Sendable, Equatable, BitwiseCopyable {
  @usableFromInline var rawValue: UInt16

  @inlinable
  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  @inlinable
  init(
    form: NameForm, caseRule: CaseRule, role: EntryRole, isPrior: Bool = false,
    needsCapital: Bool = false
  ) {
    rawValue =
      UInt16(form.rawValue) | UInt16(caseRule.rawValue) << 3 | UInt16(role.rawValue) << 5
      | (isPrior ? Self.prior : 0) | (needsCapital ? Self.capital : 0)
  }

  @inlinable static var prior: UInt16 { 1 << 7 }
  @inlinable static var capital: UInt16 { 1 << 8 }
  @inlinable static var last: UInt16 { 1 << 9 }

  @inlinable var form: NameForm { NameForm(rawValue: UInt8(rawValue & 7)) ?? .alias }
  @inlinable var caseRule: CaseRule { CaseRule(rawValue: UInt8(rawValue >> 3 & 3)) ?? .exact }
  @inlinable var role: EntryRole { EntryRole(rawValue: UInt8(rawValue >> 5 & 3)) ?? .context }
  @inlinable var isPrior: Bool { rawValue & Self.prior != 0 }
  @inlinable var needsCapital: Bool { rawValue & Self.capital != 0 }

  /// The same, demanding a capital (`TokenDetail.endsLead`).
  var needingCapital: EntryFlags { EntryFlags(rawValue: rawValue | Self.capital) }

  /// Whether no other entry of the pattern follows.
  @inlinable var isLast: Bool {
    get { rawValue & Self.last != 0 }
    set { rawValue = newValue ? rawValue | Self.last : rawValue & ~Self.last }
  }
}

/// The shape of a token of a name and the gap behind it.
public struct TokenDetail: Sendable, Hashable {
  public var shape: UInt8
  public var gap: Gap

  /// Whether this token or one before it must begin with a capital in a text; of names that begin
  /// with small words alone.
  public var endsLead = false

  @inlinable
  public init(shape: UInt8, gap: Gap) {
    self.shape = shape
    self.gap = gap
  }

  @inlinable
  init(packed: UInt16) {
    self.init(shape: UInt8(packed & 0x7F), gap: Gap(rawValue: UInt8(packed >> 8)))
    endsLead = packed & 0x80 != 0
  }

  var packed: UInt16 { UInt16(shape) | (endsLead ? 0x80 : 0) | UInt16(gap.rawValue) << 8 }
}

/// What the resolution rules must know of an entity.
public struct EntityTraits: OptionSet, Sendable, BitwiseCopyable {
  public let rawValue: UInt8

  @inlinable
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  @inlinable public static var person: EntityTraits { EntityTraits(rawValue: 1) }
  @inlinable public static var country: EntityTraits { EntityTraits(rawValue: 2) }
  /// A look-alike, which is never a mention.
  @inlinable public static var none: EntityTraits { EntityTraits(rawValue: 4) }
  @inlinable public static var male: EntityTraits { EntityTraits(rawValue: 8) }
  @inlinable public static var female: EntityTraits { EntityTraits(rawValue: 16) }

  init(_ entity: GazetteerEntity) {
    self.init(entity.kind)
    guard contains(.person) else { return }
    switch entity.attribute("gender") {
    case "m": insert(.male)
    case "f": insert(.female)
    default: break
    }
  }

  init(_ kind: Kind) {
    self = []
    switch kind {
    case .person: insert(.person)
    case .country: insert(.country)
    case Kind.none: insert(EntityTraits.none)
    default: break
    }
  }
}

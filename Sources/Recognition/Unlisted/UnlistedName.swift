import Gazetteers

/// What a text says of a name beside it, or by its words: reasons for a kind.
public struct NameClues: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// `Mr Lindqvist`
  public static let honorific = NameClues(rawValue: 1 << 0)
  /// `Mayor Lindqvist`
  public static let title = NameClues(rawValue: 1 << 1)
  /// `Lindqvist said`, `said Lindqvist`
  public static let speech = NameClues(rawValue: 1 << 2)
  /// `Marta Lindqvist, 71,`
  public static let age = NameClues(rawValue: 1 << 3)
  /// The first word is a given name of a listed person.
  public static let givenName = NameClues(rawValue: 1 << 4)
  /// `Lindqvist AB`
  public static let corporateSuffix = NameClues(rawValue: 1 << 5)
  /// `Lindqvist Foundation`
  public static let organisationWord = NameClues(rawValue: 1 << 6)
  /// `shares in Lindqvist`, `an analyst at Lindqvist`
  public static let organisationBeside = NameClues(rawValue: 1 << 7)
  /// `CSIS`
  public static let acronym = NameClues(rawValue: 1 << 8)
  /// `the Lindqvist`
  public static let article = NameClues(rawValue: 1 << 9)
  /// `Lindqvist Island`
  public static let placeWord = NameClues(rawValue: 1 << 10)
  /// `the port of Sarn`, `the Sarn valley`
  public static let placeBeside = NameClues(rawValue: 1 << 11)
  /// `in Sarn`
  public static let preposition = NameClues(rawValue: 1 << 12)
  /// `Sarn, Norway`
  public static let countryBehind = NameClues(rawValue: 1 << 13)
  /// `SARN, March 3 -`
  public static let dateline = NameClues(rawValue: 1 << 14)

  /// `Lindqvist` by itself in a document that names `Marta Lindqvist`
  public static let familyName = NameClues(rawValue: 1 << 15)

  /// The number of a single clue, from 0.
  public var number: Int { rawValue.trailingZeroBitCount }

  /// All clues, the strongest for a person first, then for an organisation, then for a place.
  public static let all: [(clue: NameClues, reason: String)] = [
    (.honorific, "honorific before"), (.title, "title before"), (.age, "age behind"),
    (.givenName, "known given name"), (.familyName, "last word by itself"),
    (.speech, "verb of speech beside"),
    (.corporateSuffix, "corporate suffix"), (.organisationWord, "word of organisations in it"),
    (.organisationBeside, "word of organisations beside"), (.acronym, "capitals alone"),
    (.article, "article before"), (.placeWord, "word of places in it"),
    (.placeBeside, "word of places beside"), (.countryBehind, "country behind"),
    (.dateline, "dateline"), (.preposition, "preposition of places before"),
  ]
}

/// A word of a name.
public struct NamePart: Sendable, Hashable {
  /// `TokenHash` of the folded word.
  public var hash: UInt64

  /// The first scalar, folded.
  public var first: UInt32

  /// Whether it is a letter by itself.
  public var isInitial: Bool

  /// Whether it has a capital: `von` has none.
  public var isCapital: Bool

  /// Whether it is a legal form such as `Ltd`.
  public var isSuffix: Bool

  /// Whether it is what companies call themselves: `Lines`, `Securities`.
  public var isCommercial: Bool
}

/// A run of words in a document that looks like a name and that no gazetteer holds.
public struct UnlistedName: Sendable {
  /// Byte offset of the first byte.
  public var start: Int

  /// Byte offset behind the last byte.
  public var end: Int

  /// Number of the sentence.
  public var sentence: Int

  public var parts: [NamePart]
  public var clues: NameClues

  /// Whether it opens its sentence, so that its first capital says nothing.
  public var isOpening: Bool

  /// The abbreviation in brackets behind it, in bytes: `Harbour Study Centre (HSC)`.
  public var abbreviation: Range<Int>?

  /// One number for the folded words.
  public var key: UInt64 { parts.reduce(0) { TokenHash.combine($0, $1.hash) } }
}

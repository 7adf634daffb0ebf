/// Which beginnings of names, other than a capital or another script, a lexicon holds.
public struct NameStarts: OptionSet, Sendable {
  public let rawValue: UInt8

  @inlinable
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Names without any capital, or that a text may write so.
  @inlinable public static var small: NameStarts { NameStarts(rawValue: 1) }
  /// `38 North`.
  @inlinable public static var digit: NameStarts { NameStarts(rawValue: 2) }
  /// `iPhone`: a capital later in the first word.
  @inlinable public static var innerCapital: NameStarts { NameStarts(rawValue: 4) }
  /// `&`, and what begins with `and`, for which it may stand.
  @inlinable public static var ampersand: NameStarts { NameStarts(rawValue: 8) }
  /// Of those of `small` some whose first word has two letters.
  @inlinable public static var smallOfTwo: NameStarts { NameStarts(rawValue: 16) }
  /// Of those of `small` some whose first word has three letters.
  @inlinable public static var smallOfThree: NameStarts { NameStarts(rawValue: 32) }
  /// A character that is a token and either a name or what small words stand before: `al 北`.
  @inlinable public static var character: NameStarts { NameStarts(rawValue: 64) }
  /// A word in small letters with a period and another word close behind it: `theguardian.com`.
  @inlinable public static var address: NameStarts { NameStarts(rawValue: 128) }
}

/// The tokens of names that begin with small words: `von der Leyen`.
struct LeadTokens {
  /// All but the last: `von`, `der`.
  var words: Set<UInt64> = []

  /// All but the first: `der`, `leyen`.
  var behind: Set<UInt64> = []
}

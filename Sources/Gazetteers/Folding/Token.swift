/// How a token uses capitals.
public enum TokenShape {
  /// No capital: `council`, `24`, or a script without case.
  @inlinable public static var lower: UInt8 { 0 }
  /// One capital in front, small letters behind: `Kim`.
  @inlinable public static var initial: UInt8 { 1 }
  /// Capitals alone: `UN`, `RUSSIAN`.
  @inlinable public static var capitals: UInt8 { 2 }
  /// A capital in front and others behind: `McDonald`.
  @inlinable public static var mixed: UInt8 { 3 }
  /// A small letter in front and a capital behind: `iPhone`.
  @inlinable public static var camel: UInt8 { 4 }
}

/// A run of letters and digits, or dotted initials taken together (`U.N.`), in a text.
public struct Token: Sendable, Equatable {
  /// Byte offset of the first byte.
  public var start: Int

  /// Byte offset behind the last byte; behind the last period for dotted initials.
  public var end: Int

  /// `TokenHash` of the folded bytes.
  public var hash: UInt64

  /// A `TokenShape`.
  public var shape: UInt8

  /// Whether the token is a single letter, which may stand for a name and takes a period.
  public var isInitial: Bool

  /// Whether neighbouring tokens need nothing between them: ideographs, kana, Thai, Hangul, `&`.
  public var standsAlone: Bool

  @inlinable
  init(
    start: Int, end: Int, hash: UInt64, shape: UInt8, isInitial: Bool, standsAlone: Bool
  ) {
    self.start = start
    self.end = end
    self.hash = hash
    self.shape = shape
    self.isInitial = isInitial
    self.standsAlone = standsAlone
  }
}

/// What stands between two tokens, as a set of bits.
public struct Gap: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  @inlinable
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  @inlinable public static var space: Gap { Gap(rawValue: 1) }
  @inlinable public static var hyphen: Gap { Gap(rawValue: 2) }
  @inlinable public static var period: Gap { Gap(rawValue: 4) }
  @inlinable public static var comma: Gap { Gap(rawValue: 8) }
  @inlinable public static var apostrophe: Gap { Gap(rawValue: 16) }
  @inlinable public static var other: Gap { Gap(rawValue: 32) }
  @inlinable public static var dash: Gap { Gap(rawValue: 64) }

  /// Of a name alone: a space that no hyphen may stand for (`Korean American`, but not the
  /// `Korean-American talks`).
  @inlinable public static var strict: Gap { Gap(rawValue: 128) }

  /// Of a name alone: a period with nothing at its sides and a small letter behind, as in
  /// `theguardian.com`, which a text must write so. Look-alikes may have a capital behind it.
  @inlinable public static var address: Gap { Gap(rawValue: 132) }

  /// Whether this gap of a text may stand where a name has another.
  ///
  /// A space and a hyphen may stand for each other; a dash only for a hyphen; a period behind an
  /// initial comes and goes; a comma or an apostrophe must be in the name.
  ///
  /// - Parameters:
  ///   - name: The gap that the name has there.
  ///   - afterInitial: Whether the text's token before the gap is a single letter.
  ///   - standsAlone: Whether one of the tokens at its sides needs nothing between.
  @inlinable
  public func matches(_ name: Gap, afterInitial: Bool, standsAlone: Bool) -> Bool {
    if name == .address { return self == .period }
    if contains(.other) != name.contains(.other) { return false }
    if contains(.apostrophe) != name.contains(.apostrophe) { return false }
    if contains(.comma), !name.contains(.comma) { return false }
    if contains(.dash), !name.contains(.hyphen) { return false }
    if contains(.hyphen), !name.contains(.hyphen) {
      if contains(.space) || name.contains(.strict) { return false }
    }
    if contains(.period), !afterInitial {
      guard name.contains(.period), contains(.space) == name.contains(.space) else { return false }
    }
    if isEmpty { return standsAlone || name.isEmpty || afterInitial }
    return true
  }
}

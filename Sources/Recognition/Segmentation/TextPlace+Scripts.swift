/// What a byte tells of the letter that it begins.
extension TextPlace {
  /// Whether a byte is an ASCII letter or digit.
  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Whether a byte begins a letter from U+0380 to U+07FF: Greek, Cyrillic, Hebrew, Arabic and others, of which
  /// none folds to a Latin letter. So a word that begins so is none of a list of Latin ones.
  @inline(__always)
  static func isForeign(_ byte: UInt8) -> Bool { byte >= 0xCE && byte < 0xE0 }
}

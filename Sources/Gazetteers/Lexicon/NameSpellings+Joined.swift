import TextFiles

/// Hyphens and apostrophes within words, which a spelling may leave out: `Jong-un`, `Jongun`.
extension NameSpellings {
  /// Goes through every way to leave out hyphens and apostrophes between letters, the name as it is
  /// first; of more than three signs, all or none.
  ///
  /// - Parameters:
  ///   - name: Valid UTF-8.
  ///   - body: Receives each spelling.
  static func forEachJoined(_ name: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    body(name)
    let signs = joiningSigns(name)
    if signs.isEmpty { return }
    var spelling = ByteBuffer()
    func write(leavingOut isLeftOut: (Int) -> Bool) {
      spelling.clear()
      var place = 0
      for (number, sign) in signs.enumerated() where isLeftOut(number) {
        spelling.append(name.extracting(place..<sign.lowerBound))
        place = sign.upperBound
      }
      spelling.append(name.extracting(place...))
      spelling.withBytes(body)
    }
    if signs.count > 3 { return write { _ in true } }
    for choice in 1..<(1 << signs.count) { write { choice >> $0 & 1 == 1 } }
  }

  /// Where hyphens and apostrophes stand between two letters.
  private static func joiningSigns(_ name: Span<UInt8>) -> [Range<Int>] {
    var signs: [Range<Int>] = []
    // The last scalar, and the sign behind it if there is one.
    var (lastIsLetter, sign): (Bool, Range<Int>?) = (false, nil)
    var place = 0
    while place < name.count {
      let (scalar, next) = Tokenizer.scalar(name, at: place, limit: name.count)
      let kind = ScalarTable.shared.classOf(scalar)
      let isSign = kind == ScalarClass.hyphen || kind == ScalarClass.apostrophe
      // A modifier letter is a sign and a letter.
      let isLetter = isAlphabetic(scalar)
      if let sign, isLetter { signs.append(sign) }
      sign = isSign && lastIsLetter ? place..<next : nil
      lastIsLetter = isLetter
      place = next
    }
    return signs
  }

  /// Whether a name may hold a hyphen or an apostrophe; other signs alone, such as a modifier letter,
  /// are kept.
  static func hasJoiningSigns(_ name: Span<UInt8>) -> Bool {
    for place in 0..<name.count {
      switch name[place] {
      case 0x2D, 0x27, 0xE2: return true
      default: break
      }
    }
    return false
  }

  private static func isAlphabetic(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
    return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }
}

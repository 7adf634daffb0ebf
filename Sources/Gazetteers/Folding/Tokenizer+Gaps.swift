/// Reading what stands between tokens.
extension Tokenizer {
  /// Reads what stands between a token and the next one.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - place: The byte offset behind a token.
  ///   - limit: The byte offset that the text ends at.
  /// - Returns: The gap and the offset of the next token, or `nil` where no name could go on: at the
  ///   end, at a blank line, or at a longer run of signs than any name has.
  @inlinable @inline(__always)
  public func gap(_ text: Span<UInt8>, at place: Int, limit: Int) -> (gap: Gap, next: Int)? {
    // Nearly always a single space.
    if place &+ 1 < limit, text[place] == 0x20 {
      let next = text[place &+ 1]
      if (next | 0x20) &- 0x61 < 26 || next &- 0x30 < 10 { return (.space, place &+ 1) }
      if next >= 0xC3, Self.beginsToken(classify(text, at: place &+ 1, limit: limit).class) {
        return (.space, place &+ 1)
      }
    }
    // Or nothing, in a script without spaces.
    if place < limit, text[place] >= 0xE0,
      classify(text, at: place, limit: limit).class == ScalarClass.unspaced
    {
      return ([], place)
    }
    return anyGap(text, at: place, limit: limit)
  }

  @usableFromInline
  func anyGap(_ text: Span<UInt8>, at place: Int, limit: Int) -> (gap: Gap, next: Int)? {
    var gap: Gap = []
    var (place, lines, signs) = (place, 0, 0)
    while place < limit {
      let (kind, next) = classify(text, at: place, limit: limit)
      switch kind {
      case ScalarClass.space:
        let byte = text[place]
        if byte == 0x0A || (byte == 0x0D && !(next < limit && text[next] == 0x0A)) { lines += 1 }
        if lines > 1 { return nil }
        gap.insert(.space)
      case ScalarClass.hyphen:
        gap.insert(.hyphen)
        signs += 1
      case ScalarClass.dash:
        gap.insert(.dash)
        signs += 1
      case ScalarClass.period:
        gap.insert(.period)
        signs += 1
      case ScalarClass.comma:
        gap.insert(.comma)
        signs += 1
      case ScalarClass.apostrophe:
        gap.insert(.apostrophe)
        signs += 1
      case ScalarClass.mark: break
      case ScalarClass.other:
        gap.insert(.other)
        signs += 1
      default: return (gap, place)
      }
      if signs > 3 { return nil }
      place = next
    }
    return nil
  }
}

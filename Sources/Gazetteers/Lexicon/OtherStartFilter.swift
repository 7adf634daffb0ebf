/// Whether a word or a character outside ASCII may begin a name, by its first letters.
///
/// Where the first letter has no capital, as in most scripts, nearly every letter begins some name, so
/// a look at more than one saves reading the word. Whatever is not told by two plain table look-ups (a
/// mark, dotted initials, a letter that folds to two) may begin one.
///
/// It is two addresses with their masks and no more, so that it is passed on in registers.
public struct OtherStartFilter: Sendable {
  /// The scalars that may begin a name in a text.
  let scalars: BitFilter

  /// The beginnings of names, by their hashes (`OtherStart`).
  let starts: BitFilter

  /// Whether a name may begin at a scalar that is not ASCII.
  ///
  /// - Parameters:
  ///   - text: The first byte of the scalar; nine bytes must be readable.
  ///   - names: Which beginnings of names there are.
  @unsafe public func mayBegin(at text: UnsafePointer<UInt8>, _ names: NameStarts) -> Bool {
    if let first = unsafe OtherScalar.ideograph(text),
      let second = unsafe OtherScalar.ideograph(text + 3)
    {
      return holds(first, second, names)
    }
    let (first, length) = unsafe OtherScalar.read(text)
    guard length > 1 else { return true }
    guard scalars.holds(UInt64(first)) else { return false }
    if first < 0x2000 {
      let letter = OtherScalar.table.letters[Int(first)]
      if letter != 0 {
        // The filter of first words tells more of a word with a capital.
        if letter & ScalarTable.capital != 0 { return true }
        return unsafe mayBeginWord(letter & 0xFF_FFFF, text + length)
      }
    }
    guard let code = unsafe OtherScalar.character(text),
      let next = unsafe OtherScalar.character(text + 3)
    else { return true }
    return holds(code, next, names)
  }

  /// Whether names begin with two characters that are tokens, or with the first alone.
  @inline(__always)
  private func holds(_ first: UInt32, _ second: UInt32, _ names: NameStarts) -> Bool {
    starts.holds(OtherStart.pair(first, second))
      || names.contains(.character) && starts.holds(OtherStart.single(first))
  }

  /// Whether a name may begin at a word that begins with a small ASCII letter or a digit.
  ///
  /// - Parameter text: Its first byte; nine bytes must be readable.
  @unsafe public func mayBeginAccented(at text: UnsafePointer<UInt8>) -> Bool {
    let first = unsafe OtherScalar.letter(text)
    return unsafe mayBeginWord(first.code, text + 1)
  }

  /// The first bytes of the scalars that may begin a name, by their lowest six bits. The filter of scalars
  /// has a bit for each, 64 of them to a number.
  var firstBytes: UInt64 {
    var bytes: UInt64 = ~0 &<< 0x30  // Scalars of four bytes are not looked at.
    for group in UInt64(2)..<0x400 where scalars.bits(group << 6) != 0 {
      bytes |= 1 << (group < 0x20 ? group : 0x20 | group >> 6)
    }
    return bytes
  }

  /// Whether a name may begin at a word whose first letter is small.
  ///
  /// - Parameters:
  ///   - first: The number of that letter (`OtherStart.code`).
  ///   - behind: The byte behind it; six must be readable.
  @unsafe @inline(__always)
  private func mayBeginWord(_ first: UInt32, _ behind: UnsafePointer<UInt8>) -> Bool {
    let second = unsafe OtherScalar.letter(behind)
    guard second.isPlain else { return true }
    var third = OtherScalar.Letter(code: 0, length: 0, isPlain: true)
    if second.code != 0 {
      third = unsafe OtherScalar.letter(behind + second.length)
      guard third.isPlain else { return true }
    }
    return starts.holds(OtherStart.word(first, second.code, third.code))
  }
}

/// Reading scalars of a text that are not looked at for their own sake.
private enum OtherScalar {
  static var table: ScalarTable { ScalarTable.shared }

  /// What stands at a place of a word.
  struct Letter {
    /// Its number (`OtherStart.code`); 0 where the word has ended.
    var code: UInt32

    /// Its length in bytes.
    var length: Int

    /// Whether the two above are known for certain.
    var isPlain: Bool
  }

  /// A scalar of two or three bytes, and how many; length 1 where it is none of these.
  ///
  /// - Parameter text: Three bytes must be readable.
  @unsafe @inline(__always)
  static func read(_ text: UnsafePointer<UInt8>) -> (value: UInt32, length: Int) {
    let first = UInt32(unsafe text[0])
    if first < 0xC2 || first >= 0xF0 { return (0, 1) }
    let second = UInt32(unsafe text[1]) & 0x3F
    if first < 0xE0 { return ((first & 0x1F) &<< 6 | second, 2) }
    let third = UInt32(unsafe text[2]) & 0x3F
    return ((first & 0x0F) &<< 12 | second &<< 6 | third, 3)
  }

  /// A letter or digit, or the end of the word.
  ///
  /// - Parameter text: Three bytes must be readable.
  @unsafe @inline(__always)
  static func letter(_ text: UnsafePointer<UInt8>) -> Letter {
    let byte = unsafe text[0]
    if byte < 0x80 {
      let small = byte | 0x20
      if small &- 0x61 < 26 { return Letter(code: UInt32(small), length: 1, isPlain: true) }
      if byte &- 0x30 < 10 { return Letter(code: UInt32(byte), length: 1, isPlain: true) }
      // Initials may go on behind a period.
      return Letter(code: 0, length: 0, isPlain: byte != 0x2E)
    }
    let (value, length) = unsafe read(text)
    let letter = length > 1 && value < 0x2000 ? table.letters[Int(value)] : 0
    return Letter(code: letter & 0xFF_FFFF, length: length, isPlain: letter != 0)
  }

  /// The number of an ideograph from U+4E00 to U+9FFF, which folds to itself; `nil` for any other scalar.
  ///
  /// - Parameter text: Four bytes must be readable.
  @unsafe @inline(__always)
  static func ideograph(_ text: UnsafePointer<UInt8>) -> UInt32? {
    let bytes = UInt32(
      littleEndian: unsafe UnsafeRawPointer(text).loadUnaligned(as: UInt32.self))
    let isIdeograph = bytes.byteSwapped &>> 8 &- 0xE4_B880 <= 0xE9_BFBF - 0xE4_B880
    return isIdeograph ? bytes & 0xFF_FFFF : nil
  }

  /// The number of a character of three bytes that is a token by itself and folds to as many; `nil` for
  /// any other.
  ///
  /// - Parameter text: Three bytes must be readable.
  @unsafe @inline(__always)
  static func character(_ text: UnsafePointer<UInt8>) -> UInt32? {
    let (value, length) = unsafe read(text)
    guard length == 3 else { return nil }
    let kind = table.classes[Int(value)]
    guard kind == ScalarClass.unspaced || kind == ScalarClass.hangul else { return nil }
    let folded = UInt32(table.folds[Int(value)])
    return folded < 0x800 ? nil : OtherStart.code(threeBytes: folded)
  }
}

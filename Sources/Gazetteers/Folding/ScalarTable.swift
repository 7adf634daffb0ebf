/// What a scalar is to the tokenizer.
public enum ScalarClass {
  /// Punctuation, symbols and controls: no part of a name, and nothing a name may span.
  @inlinable public static var other: UInt8 { 0 }
  /// A letter that is not a capital, or a digit.
  @inlinable public static var word: UInt8 { 1 }
  /// A capital or title-case letter.
  @inlinable public static var upper: UInt8 { 2 }
  /// A combining mark that spelling may leave out, or a format character without width.
  @inlinable public static var mark: UInt8 { 3 }
  @inlinable public static var space: UInt8 { 4 }
  /// A hyphen, which may join the parts of a name.
  @inlinable public static var hyphen: UInt8 { 5 }
  /// A longer dash, or a minus sign.
  @inlinable public static var dash: UInt8 { 6 }
  @inlinable public static var apostrophe: UInt8 { 7 }
  /// A letter of a script written without spaces (Han, kana, Thai, Lao, Khmer, Burmese).
  @inlinable public static var unspaced: UInt8 { 8 }
  /// A Hangul syllable: spaces stand between words, but particles cling to names.
  @inlinable public static var hangul: UInt8 { 9 }
  @inlinable public static var period: UInt8 { 10 }
  @inlinable public static var ampersand: UInt8 { 11 }
  @inlinable public static var comma: UInt8 { 12 }
}

/// The class and the folded form of every scalar, made once from `ScalarData`.
///
/// Folding makes letters equal that differ in case or in diacritics (Unicode's canonical
/// decomposition without its marks, then case folding), and a few letters that have a bare form
/// without a decomposition (`ø`, `ł`, `ß`).
public struct ScalarTable: Sendable {
  public static let shared = ScalarTable()

  /// The tables, kept behind one address: what holds a table is passed on in registers.
  @usableFromInline let parts: LastingTable<Parts>

  @usableFromInline
  struct Parts: BitwiseCopyable, Sendable {
    @usableFromInline let classes: LastingTable<UInt8>
    @usableFromInline let folds: LastingTable<UInt16>
    let letters: LastingTable<UInt32>
  }

  /// The class of every scalar below U+10000.
  @inlinable public var classes: LastingTable<UInt8> { parts[0].classes }

  /// What every scalar below U+10000 folds to; 1 means that it folds to two scalars.
  @inlinable public var folds: LastingTable<UInt16> { parts[0].folds }

  /// The letters below U+2000 that fold to one scalar, as reading a word needs them: the UTF-8 bytes of
  /// the folded letter, the first lowest, above them (`lengthShift`) how many, and the highest bit for a
  /// capital. 0 for everything else.
  var letters: LastingTable<UInt32> { parts[0].letters }

  static let lengthShift: UInt32 = 24
  static let capital: UInt32 = 1 << 31

  private static let doubles: [UInt16: (UInt16, UInt16)] = {
    var doubles: [UInt16: (UInt16, UInt16)] = [:]
    let triples = ScalarData.doubleFolds
    for row in stride(from: 0, to: triples.count, by: 3) {
      doubles[triples[row]] = (triples[row + 1], triples[row + 2])
    }
    return doubles
  }()

  private init() {
    var classes = [UInt8](repeating: ScalarClass.other, count: 0x10000)
    let rows = ScalarData.classes
    for row in stride(from: 0, to: rows.count, by: 3) {
      let (first, last, value) = (Int(rows[row]), Int(rows[row + 1]), UInt8(rows[row + 2]))
      for scalar in first...last {
        if value == 0x80 {
          classes[scalar] = (scalar - first) & 1 == 0 ? ScalarClass.upper : ScalarClass.word
        } else {
          classes[scalar] = value
        }
      }
    }
    classes[0x26] = ScalarClass.ampersand
    classes[0x2C] = ScalarClass.comma
    classes[0x2E] = ScalarClass.period
    var folds = [UInt16](repeating: 0, count: 0x10000)
    for scalar in 0..<0x10000 { folds[scalar] = UInt16(truncatingIfNeeded: scalar) }
    let pairs = ScalarData.folds
    for row in stride(from: 0, to: pairs.count, by: 2) { folds[Int(pairs[row])] = pairs[row + 1] }
    let triples = ScalarData.doubleFolds
    for row in stride(from: 0, to: triples.count, by: 3) { folds[Int(triples[row])] = 1 }
    let letters = (0..<0x2000).map { Self.letter(class: classes[$0], fold: folds[$0]) }
    parts = LastingTable([
      Parts(
        classes: LastingTable(classes), folds: LastingTable(folds), letters: LastingTable(letters))
    ])
  }

  /// What `letters` has of a scalar.
  private static func letter(class kind: UInt8, fold: UInt16) -> UInt32 {
    guard kind == ScalarClass.word || kind == ScalarClass.upper, fold > 1,
      let scalar = Unicode.Scalar(fold)
    else { return 0 }
    var (bytes, length): (UInt32, UInt32) = (0, 0)
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      bytes |= UInt32(byte) << (length * 8)
      length += 1
    }
    return bytes | length << lengthShift | (kind == ScalarClass.upper ? capital : 0)
  }

  /// The class of any scalar.
  ///
  /// - Parameter scalar: A Unicode scalar value.
  @inlinable
  public func classOf(_ scalar: UInt32) -> UInt8 {
    scalar < 0x10000 ? classes[Int(scalar)] : Self.classBeyondBasicPlane(scalar)
  }

  /// The class of an ASCII byte, without a look at the table.
  @inlinable @inline(__always)
  public static func ascii(_ byte: UInt8) -> UInt8 {
    let letter = byte | 0x20
    if letter &- 0x61 < 26 { return byte == letter ? ScalarClass.word : ScalarClass.upper }
    if byte &- 0x30 < 10 { return ScalarClass.word }
    switch byte {
    case 0x20, 0x09...0x0D: return ScalarClass.space
    case 0x2D: return ScalarClass.hyphen
    case 0x2E: return ScalarClass.period
    case 0x2C: return ScalarClass.comma
    case 0x27, 0x60: return ScalarClass.apostrophe
    case 0x26: return ScalarClass.ampersand
    default: return ScalarClass.other
    }
  }

  /// The two scalars that a scalar with fold 1 becomes.
  func double(_ scalar: UInt32) -> (UInt16, UInt16) {
    Self.doubles[UInt16(truncatingIfNeeded: scalar)] ?? (0, 0)
  }

  /// Scalars from U+10000 on: ideographs stand alone, selectors and tags are marks, letters of
  /// historic scripts make words, and the rest (emoji above all) is no part of a name.
  @usableFromInline
  static func classBeyondBasicPlane(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x20000...0x3FFFF: return ScalarClass.unspaced
    case 0xE0000...0xE01EF: return ScalarClass.mark
    case 0x1F000...0x1FAFF: return ScalarClass.other
    default:
      guard let value = Unicode.Scalar(scalar), value.properties.isAlphabetic else {
        return ScalarClass.other
      }
      return ScalarClass.word
    }
  }

  /// What a scalar folds to, as text; nothing for a mark.
  package func folded(_ scalar: Unicode.Scalar) -> String {
    guard scalar.value < 0x10000 else { return String(scalar) }
    if classes[Int(scalar.value)] == ScalarClass.mark { return "" }
    let value = folds[Int(scalar.value)]
    if scalar.value < 0x80 { return String(scalar).lowercased() }
    let parts = value == 1 ? [double(scalar.value).0, double(scalar.value).1] : [value]
    return String(String.UnicodeScalarView(parts.compactMap { Unicode.Scalar($0) }))
  }

  /// The first scalar of what a scalar folds to.
  func foldedFirst(_ scalar: UInt32) -> UInt32 {
    guard scalar < 0x10000 else { return scalar }
    if scalar &- 0x41 < 26 { return scalar | 0x20 }
    let value = folds[Int(scalar)]
    return UInt32(value == 1 ? double(scalar).0 : value)
  }
}

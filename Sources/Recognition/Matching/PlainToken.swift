import Gazetteers

/// A scalar with its place in the text, in bytes.
struct PlainScalar {
  var scalar: Unicode.Scalar
  var start: Int

  var end: Int { start + String(scalar).utf8.count }

  /// A `ScalarClass`.
  var kind: UInt8 { ScalarTable.shared.classOf(scalar.value) }

  var isLetterOrDigit: Bool { kind == ScalarClass.word || kind == ScalarClass.upper }

  var isDigit: Bool { ("0"..."9").contains(scalar) }

  /// A letter or sign that is a token by itself: `金`, `한`, `&`.
  var standsAlone: Bool {
    kind == ScalarClass.unspaced || kind == ScalarClass.hangul || kind == ScalarClass.ampersand
  }

  /// A mark that shows nothing of its own, and so is no part of a word it ends.
  var isFormat: Bool {
    scalar == "\u{AD}" || ("\u{200B}"..."\u{206F}").contains(scalar) || scalar == "\u{FEFF}"
  }

  static func all(of text: String, at start: Int = 0) -> [PlainScalar] {
    var place = start
    return text.unicodeScalars.map { scalar in
      let result = PlainScalar(scalar: scalar, start: place)
      place = result.end
      return result
    }
  }
}

/// A token of a text or name: `U.N.`, `Jong`, `金`.
struct PlainToken {
  /// Scalars and not a `String`, which would make sequences equal that folding keeps apart.
  typealias Text = [Unicode.Scalar]

  var start: Int
  var end: Int
  var text: Text
  /// A `TokenShape`.
  var shape: UInt8
  var isInitial: Bool
  var standsAlone: Bool
  /// Whether it begins with a capital.
  var isCapitalised = false

  static func all(of scalars: [PlainScalar]) -> [PlainToken] {
    var tokens: [PlainToken] = []
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar.standsAlone {
        let folded = scalar.scalar == "&" ? "and" : ScalarTable.shared.folded(scalar.scalar)
        tokens.append(
          PlainToken(
            start: scalar.start, end: scalar.end, text: Array(folded.unicodeScalars),
            shape: TokenShape.lower, isInitial: false, standsAlone: true))
        index += 1
      } else if scalar.isLetterOrDigit {
        let token = word(scalars, from: index)
        tokens.append(token)
        while index < scalars.count, scalars[index].start < token.end { index += 1 }
      } else {
        index += 1
      }
    }
    return tokens
  }

  /// The word or the dotted initials that begin at an index.
  private static func word(_ scalars: [PlainScalar], from index: Int) -> PlainToken {
    let first = run(scalars, from: index)
    var parts = [scalars[first]]
    var next = first.upperBound
    if isSingleLetter(parts[0]) {
      while next < scalars.count, scalars[next].scalar == "." {
        let letter = run(scalars, from: next + 1)
        guard isSingleLetter(scalars[letter]) else { break }
        parts.append(scalars[letter])
        next = letter.upperBound
      }
    }
    let letters = parts.joined().filter(\.isLetterOrDigit)
    var end = parts.joined().filter { !$0.isFormat }.map(\.end).max() ?? 0
    let isDotted = parts.count > 1
    if isDotted, next < scalars.count, scalars[next].scalar == "." { end = scalars[next].end }
    return PlainToken(
      start: scalars[index].start, end: end,
      text: letters.flatMap { ScalarTable.shared.folded($0.scalar).unicodeScalars },
      shape: shape(letters), isInitial: !isDotted && isSingleLetter(parts[0]), standsAlone: false,
      isCapitalised: scalars[index].kind == ScalarClass.upper)
  }

  /// The letters, digits and marks from an index on; empty where no letter or digit stands.
  private static func run(_ scalars: [PlainScalar], from index: Int) -> Range<Int> {
    guard index < scalars.count, scalars[index].isLetterOrDigit else { return index..<index }
    let rest = scalars[index...]
    let end = rest.firstIndex { !$0.isLetterOrDigit && $0.kind != ScalarClass.mark }
    return index..<(end ?? scalars.count)
  }

  private static func isSingleLetter(_ run: ArraySlice<PlainScalar>) -> Bool {
    let letters = run.filter(\.isLetterOrDigit)
    return letters.count == 1 && !letters[0].isDigit
  }

  private static func shape(_ scalars: [PlainScalar]) -> UInt8 {
    let letters = scalars.filter { !$0.isDigit }
    let capitals = letters.filter { $0.kind == ScalarClass.upper }.count
    if capitals == 0 { return TokenShape.lower }
    if capitals == letters.count { return TokenShape.capitals }
    guard letters[0].kind == ScalarClass.upper else { return TokenShape.camel }
    return capitals == 1 ? TokenShape.initial : TokenShape.mixed
  }

  /// What stands behind a token and before the next, or `nil` where no name goes on: at the end, at
  /// a blank line, and at more than three signs.
  static func gap(_ scalars: [PlainScalar], behind token: PlainToken) -> Gap? {
    let rest = scalars.drop { $0.start < token.end }
    let between = rest.prefix { !$0.standsAlone && !$0.isLetterOrDigit }
    if between.count == rest.count { return nil }
    var gap: Gap = []
    var (signs, lines) = (0, 0)
    for (index, scalar) in zip(between.indices, between) {
      switch scalar.kind {
      case ScalarClass.mark: continue
      case ScalarClass.space:
        gap.insert(.space)
        let isBeforeLineFeed = index + 1 < scalars.count && scalars[index + 1].scalar == "\n"
        if scalar.scalar == "\n" || (scalar.scalar == "\r" && !isBeforeLineFeed) { lines += 1 }
        continue
      case ScalarClass.hyphen: gap.insert(.hyphen)
      case ScalarClass.dash: gap.insert(.dash)
      case ScalarClass.period: gap.insert(.period)
      case ScalarClass.comma: gap.insert(.comma)
      case ScalarClass.apostrophe: gap.insert(.apostrophe)
      default: gap.insert(.other)
      }
      signs += 1
    }
    return signs > 3 || lines > 1 ? nil : gap
  }
}

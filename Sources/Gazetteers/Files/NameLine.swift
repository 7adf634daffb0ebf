import TextFiles

/// A line of a plain list.
enum NameLine {
  /// A name: where it stands, and whether it holds a sign that a spelling may leave out.
  case name(Range<Int>, hasSigns: Bool)
  /// A blank line or a comment.
  case nothing
  case fault(GazetteerFinding.Severity, String)

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - range: The line without its end.
  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    var (name, bytes) = (range, LineBytes(text, range))
    if bytes.hasOthers, !UTF8Check.isValid(text.extracting(range)) {
      self = .fault(.error, "the line is not valid UTF-8; save the file as UTF-8")
      return
    }
    // Nearly all lines begin and end with a plain character.
    if !Self.isVisible(text, at: range.lowerBound, in: range)
      || !Self.isVisible(text, at: range.upperBound - 1, in: range)
    {
      name = Self.trimmed(text, range)
      bytes = LineBytes(text, name)
    }
    if name.isEmpty || text[name.lowerBound] == UInt8(ascii: "#") {
      self = .nothing
    } else if bytes.hasControls {
      self = .fault(.error, "the line holds a control character; one name a line, nothing else")
    } else if !bytes.hasLetters,
      Tokenizer().nextToken(text, from: name.lowerBound, limit: name.upperBound) == nil
    {
      self = .fault(
        .warning,
        "\(quoted(Self.string(text.extracting(name)))) holds no letter or digit and can never match"
      )
    } else {
      self = .name(name, hasSigns: bytes.hasSigns)
    }
  }

  /// A name, or a part of it, as a string.
  ///
  /// - Parameter text: Valid UTF-8.
  static func string(_ text: Span<UInt8>) -> String {
    guard let text = try? UTF8Span(validating: text) else {
      preconditionFailure("the line was found to be valid UTF-8")
    }
    return String(copying: text)
  }

  private static func isVisible(_ text: Span<UInt8>, at place: Int, in range: Range<Int>) -> Bool {
    range.contains(place) && text[place] > 0x20 && text[place] < 0x7F
  }

  /// The range without white space at its ends.
  private static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let line = string(text.extracting(range))
    let scalars = line.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return range.lowerBound..<range.lowerBound }
    let before = line.utf8.distance(from: line.startIndex, to: first)
    let behind = line.utf8.distance(from: scalars.index(after: last), to: line.endIndex)
    return range.lowerBound + before..<range.upperBound - behind
  }
}

/// What sorts of bytes a line holds, looked at eight at a time.
private struct LineBytes {
  private(set) var hasOthers = false
  private(set) var hasControls = false
  private(set) var hasLetters = false
  private(set) var hasSigns = false

  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    var (others, controls, letters, signs): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var place = range.lowerBound
    while place < range.upperBound {
      let bytes = EightBytes(text, at: place, limit: range.upperBound)
      let left = range.upperBound - place
      // Behind the end stand zeros, which are no bytes of the line.
      let kept: UInt64 = left >= 8 ? ~0 : 1 &<< UInt64(left &* 8) &- 1
      others |= bytes.nonASCII
      controls |= bytes.controls & kept
      letters |= bytes.wordBytes & ~bytes.digits
      signs |= NameSpellings.signs(in: bytes)
      place += 8
    }
    hasOthers = others != 0
    hasControls = controls != 0
    hasLetters = letters != 0
    hasSigns = signs != 0
    if hasOthers, !hasSigns { hasSigns = NameSpellings.hasSigns(text.extracting(range)) }
  }
}

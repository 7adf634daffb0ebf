/// Puts the text of a page together, with white space as a browser shows it.
///
/// White space between words is one space; the strongest break that was asked for since the last word
/// stands before the next one, and none before the first or after the last.
struct HTMLTextBuilder {
  /// What separates two words, from weak to strong.
  enum Break: Int {
    case none, space, tab, line, paragraph
  }

  private var bytes: [UInt8] = []
  private var pending = Break.none

  /// Whether the last text ends within preformatted lines, where spaces are kept.
  private var hasLooseEnd = false

  /// The number of bytes so far.
  var count: Int { bytes.count }

  /// Begins a stretch that may be cut out again, as a paragraph of its own.
  mutating func beginStretch() {
    request(.paragraph)
    if hasLooseEnd { trimEnd() }
    hasLooseEnd = false
  }

  /// Cuts off what came after the first bytes, and gives it.
  ///
  /// - Parameter count: The number of bytes that stay: `count` after a `beginStretch()`.
  mutating func cut(after count: Int) -> [UInt8] {
    trimEnd()
    hasLooseEnd = false
    let stretch = bytes[min(count, bytes.count)...].drop { Self.isSpace($0) }
    bytes.removeLast(max(0, bytes.count - count))
    pending = .paragraph
    return Array(stretch)
  }

  /// Puts back what was cut out, as paragraphs of their own.
  mutating func restore(_ stretch: [UInt8], at place: Int) {
    let gap: [UInt8] = [0x0A, 0x0A]
    bytes.replaceSubrange(place..<place, with: (place > 0 ? gap : []) + stretch)
    let end = place + (place > 0 ? 2 : 0) + stretch.count
    if end < bytes.count, place == 0 {
      bytes.replaceSubrange(end..<end, with: gap)
    }
  }

  /// Asks for a break before the next word.
  mutating func request(_ kind: Break) {
    if kind.rawValue > pending.rawValue { pending = kind }
  }

  /// Asks for a line break of which two make a blank line, as `<br><br>` does.
  mutating func requestLineBreak() {
    pending = pending.rawValue >= Break.line.rawValue ? .paragraph : .line
  }

  /// Adds text whose white space is collapsed.
  mutating func append(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      if Self.isSpace(text[index]) {
        request(.space)
        index += 1
        continue
      }
      let start = index
      while index < text.count, !Self.isSpace(text[index]), !Self.isSoftHyphen(text, index) {
        index += 1
      }
      if start < index {
        flush()
        bytes.append(copying: text.extracting(start..<index))
      }
      // A soft hyphen is not shown, and would hide a name.
      if index < text.count, Self.isSoftHyphen(text, index) { index += 2 }
    }
  }

  /// Adds text as it stands.
  mutating func appendPreformatted(_ text: Span<UInt8>) {
    guard !text.isEmpty else { return }
    // A space that is pending beside preformatted text is not shown.
    flush()
    bytes.append(copying: text)
    hasLooseEnd = true
  }

  /// The text so far, which is taken out of the builder.
  mutating func finish() -> [UInt8] {
    pending = .none
    trimEnd()
    let result = bytes
    bytes = []
    return result
  }

  private mutating func flush() {
    defer { pending = .none }
    if hasLooseEnd, pending.rawValue >= Break.line.rawValue { trimEnd() }
    hasLooseEnd = false
    guard !bytes.isEmpty else { return }
    switch pending {
    case .none: break
    case .space: bytes.append(0x20)
    case .tab: bytes.append(0x09)
    case .line: bytes.append(0x0A)
    case .paragraph: bytes.append(contentsOf: [0x0A, 0x0A])
    }
  }

  private mutating func trimEnd() {
    while let last = bytes.last, Self.isSpace(last) { bytes.removeLast() }
  }

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  @inline(__always)
  private static func isSoftHyphen(_ text: Span<UInt8>, _ index: Int) -> Bool {
    text[index] == 0xC2 && index + 1 < text.count && text[index + 1] == 0xAD
  }
}

import TextFiles

/// Reads tokens with tags in the schemes IOB1, IOB2 (BIO) and BIOES (BILOU).
///
/// A tag that begins with `B`, `S` or `U` begins a mention; one with `I`, `E` or `L` does so behind
/// `O` and behind another kind, as the scorer of the shared tasks reads both IOB schemes. Blank
/// lines part sentences; `-DOCSTART-`, `# document = ID` and `# newdoc id = ID` begin documents.
struct CoNLLGold {
  let path: String
  let name: String
  let columns: CoNLLColumns

  private struct Tag {
    var begins: Bool
    var kind: Substring
  }

  func read(_ text: [UInt8], into findings: inout [GoldFinding]) -> [GoldDocument] {
    var documents: [GoldDocument] = []
    var joiner = TokenJoiner()
    var current = GoldDocument(id: name, path: path)
    var columns = self.columns
    var open: (start: Int, kind: Substring, entity: String?, place: FilePlace)?
    var isNamed = false

    func close(_ end: Int) {
      guard let mention = open else { return }
      current.mentions.append(
        GoldMention(
          span: mention.start..<end, entity: mention.entity, kind: String(mention.kind),
          mark: mention.place))
      open = nil
    }
    func begin(_ id: String?) {
      close(joiner.count)
      if joiner.count > 0 || isNamed {
        current.text = joiner.bytes
        documents.append(current)
      }
      joiner = TokenJoiner()
      isNamed = id != nil
      let number = documents.count + 1
      current = GoldDocument(id: id ?? (number == 1 ? name : "\(name)#\(number)"), path: path)
    }

    for (number, line) in GoldLines(text) {
      if line.hasPrefix("#"), let id = Self.documentID(line) {
        begin(id)
        continue
      }
      let cells = Self.columns(line)
      if cells.isEmpty {
        close(joiner.count)
        joiner.endSentence()
        continue
      }
      if cells[0] == "-DOCSTART-" {
        begin(nil)
        continue
      }
      if line.hasPrefix("# ") || line.hasPrefix("#\t") && cells.count == 1 { continue }
      if columns.tag == nil { Self.guess(&columns, cells) }
      let here = FilePlace(path: path, line: number, column: 1)
      let (token, tag) = (columns.token, columns.tag ?? cells.count)
      guard token <= cells.count, tag <= cells.count else {
        findings.append(
          GoldFinding(
            here,
            "the line has \(cells.count) columns, and column \(max(token, tag)) is needed; correct it, or state --token-column and --tag-column"
          ))
        continue
      }
      guard let read = Self.tag(cells[tag - 1]) else {
        findings.append(
          GoldFinding(
            FilePlace(path: path, line: number, column: line.column(of: cells[tag - 1].startIndex)),
            "tag \"\(cells[tag - 1])\" is not O, B-kind or I-kind; correct it, or state --tag-column"
          ))
        continue
      }
      guard let found = read else {
        close(joiner.count)
        let start = joiner.append(cells[token - 1])
        current.places.anchor(start, line: number, column: 1)
        continue
      }
      let goesOn = !found.begins && open?.kind == found.kind
      if !goesOn { close(joiner.count) }
      let start = joiner.append(cells[token - 1])
      current.places.anchor(start, line: number, column: 1)
      if !goesOn {
        let entity = columns.entity.flatMap { $0 <= cells.count ? String(cells[$0 - 1]) : nil }
        open = (start, found.kind, entity == "_" || entity == "-" ? nil : entity, here)
      }
    }
    begin(nil)
    return documents
  }

  /// The identifier that a comment line gives the document.
  private static func documentID(_ line: Substring) -> String? {
    for head in ["# document = ", "# newdoc id = ", "#begin document "] where line.hasPrefix(head) {
      return String(line.dropFirst(head.count))
    }
    return nil
  }

  /// Tabs part columns where there are any, otherwise white space does.
  private static func columns(_ line: Substring) -> [Substring] {
    let cells =
      line.contains("\t")
      ? line.cells { $0 == "\t" } : line.cells { $0 == " " }.filter { !$0.isEmpty }
    return cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) ? [] : cells
  }

  /// The last column holds the tags, unless only the one before it does.
  private static func guess(_ columns: inout CoNLLColumns, _ cells: [Substring]) {
    guard cells.count >= 2 else { return }
    if cells.count > 2, tag(cells[cells.count - 1]) == nil, tag(cells[cells.count - 2]) != nil {
      columns.tag = cells.count - 1
      if columns.entity == nil { columns.entity = cells.count }
    } else {
      columns.tag = cells.count
    }
  }

  /// `nil` for what is no tag, a tag without a value for `O`.
  private static func tag(_ cell: Substring) -> Tag?? {
    if cell == "O" { return .some(nil) }
    guard let first = cell.first, "BIESLUM".contains(first) else { return nil }
    let rest = cell.dropFirst()
    guard let sign = rest.first, sign == "-" || sign == "_", rest.count > 1 else { return nil }
    return Tag(begins: "BSU".contains(first), kind: rest.dropFirst())
  }
}

/// Makes a text of tokens: `He`, `said`, `"`, `No`, `.`, `"` become `He said "No."`.
private struct TokenJoiner {
  private var text = String.UnicodeScalarView()
  /// Unicode scalars so far.
  private(set) var count = 0
  private var needsSpace = false
  private var quoteIsOpen = false
  private var wasApostrophe = false

  var bytes: [UInt8] { Array(String(text).utf8) }

  /// Appends a token and gives the offset at which it begins.
  mutating func append(_ token: Substring) -> Int {
    let isQuote = token == "\"" || token == "``" || token == "''"
    let closes =
      Self.closing.contains(token) || token.hasPrefix("'") || token.hasPrefix("’")
      || token == "n't" || (isQuote && quoteIsOpen)
      || (wasApostrophe && Self.endings.contains(token))
    if needsSpace, !closes { push(" ") }
    let start = count
    for scalar in token.unicodeScalars { push(scalar) }
    wasApostrophe = token == "'" || token == "’"
    if isQuote {
      needsSpace = quoteIsOpen
      quoteIsOpen.toggle()
    } else {
      needsSpace = !Self.opening.contains(token)
    }
    return start
  }

  /// Ends a sentence: a blank line, so that none of its names goes on in the next.
  mutating func endSentence() {
    guard let last = text.last, last != "\n" else { return }
    push("\n")
    push("\n")
    (needsSpace, quoteIsOpen, wasApostrophe) = (false, false, false)
  }

  private mutating func push(_ scalar: Unicode.Scalar) {
    text.append(scalar)
    count += 1
  }

  private static let closing: Set<Substring> = [
    ".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "”", "…", "...",
  ]
  private static let opening: Set<Substring> = ["(", "[", "{", "$", "£", "€", "#", "“", "‘"]
  private static let endings: Set<Substring> = ["s", "t", "re", "ve", "ll", "d", "m", "S"]
}

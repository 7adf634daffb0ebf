import TextFiles

/// Reads texts with marks in them: `[[Vladimir Putin|person/vladimir-putin]]`, or `[[Putin|person]]`
/// where only the kind is known.
///
/// A `.tsv` has a header line and then a name and a passage a line, in which `\n` is a line break;
/// any other file is one document, as `relata tag` prints it.
enum MarkedGold {
  static func read(
    _ text: [UInt8], path: String, name: String, into findings: inout [GoldFinding]
  ) -> [GoldDocument] {
    guard path.lowercased().hasSuffix(".tsv") else {
      var reader = MarkReader(GoldDocument(id: name, path: path), line: 1, column: 1)
      reader.read(String(decoding: text, as: UTF8.self)[...], hasEscapes: false)
      findings += reader.findings
      return [reader.finished()]
    }
    var documents: [GoldDocument] = []
    for (number, line) in GoldLines(text) {
      if number == 1 || line.isEmpty { continue }
      let cells = line.cells { $0 == "\t" }
      guard cells.count >= 2 else {
        findings.append(
          GoldFinding(
            FilePlace(path: path, line: number, column: 1),
            "the line has no tab; write a name, a tab, and the marked passage"))
        continue
      }
      var reader = MarkReader(
        GoldDocument(id: String(cells[0]), path: path), line: number,
        column: line.column(of: cells[1].startIndex))
      reader.read(cells[1], hasEscapes: true)
      findings += reader.findings
      documents.append(reader.finished())
    }
    return documents
  }
}

/// Takes the marks out of one text.
private struct MarkReader {
  private var document: GoldDocument
  private var text = String.UnicodeScalarView()
  private var count = 0
  private var line: Int
  private var column: Int
  private(set) var findings: [GoldFinding] = []

  init(_ document: GoldDocument, line: Int, column: Int) {
    self.document = document
    self.line = line
    self.column = column
    self.document.places.anchor(0, line: line, column: column)
  }

  /// Reads a passage.
  ///
  /// - Parameters:
  ///   - passage: The text with its marks.
  ///   - hasEscapes: Whether `\n` stands for a line break.
  mutating func read(_ passage: Substring, hasEscapes: Bool) {
    let scalars = Array(passage.unicodeScalars)
    var place = 0
    while place < scalars.count {
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      if scalars[place] == "[", next == "[" {
        place = readMark(scalars, at: place, hasEscapes)
        document.places.anchor(count, line: line, column: column)
      } else if hasEscapes, scalars[place] == "\\", next == "n" {
        append("\n")
        column += 2
        place += 2
        document.places.anchor(count, line: line, column: column)
      } else {
        append(scalars[place])
        advance(scalars[place])
        place += 1
      }
    }
  }

  consuming func finished() -> GoldDocument {
    var result = document
    result.text = Array(String(text).utf8)
    return result
  }

  /// Reads a mark and gives the place behind it; of one that is none, the place behind its brackets.
  private mutating func readMark(
    _ scalars: [Unicode.Scalar], at open: Int, _ hasEscapes: Bool
  ) -> Int {
    let here = FilePlace(path: document.path, line: line, column: column)
    var (bar, close) = (-1, open + 2)
    while close + 1 < scalars.count, !(scalars[close] == "]" && scalars[close + 1] == "]") {
      if scalars[close] == "|" { bar = close }
      if scalars[close] == "\n" || scalars[close] == "[" { break }
      close += 1
    }
    let isClosed = close + 1 < scalars.count && scalars[close] == "]"
    guard isClosed, bar > open + 2, bar + 1 < close else {
      findings.append(
        GoldFinding(here, "the mark that opens here is not [[text|entity]]; correct it"))
      for scalar in scalars[open..<open + 2] { advance(scalar) }
      return open + 2
    }
    let owner = String(String.UnicodeScalarView(scalars[bar + 1..<close]))
    let isEntity = owner.contains("/")
    let start = count
    document.places.anchor(start, line: line, column: column + 2)
    var place = open + 2
    while place < bar {
      let isBreak = hasEscapes && scalars[place] == "\\" && scalars[place + 1] == "n"
      append(isBreak ? "\n" : scalars[place])
      place += isBreak ? 2 : 1
    }
    document.mentions.append(
      GoldMention(
        span: start..<count, entity: isEntity ? owner : nil, kind: isEntity ? nil : owner,
        mark: here))
    for scalar in scalars[open..<close + 2] { advance(scalar) }
    return close + 2
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    text.append(scalar)
    count += 1
  }

  private mutating func advance(_ scalar: Unicode.Scalar) {
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }
}

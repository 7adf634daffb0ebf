import Corpus
import Gazetteers
import Recognition
import TextFiles

/// Gathers the unlisted names of one document after another.
struct DocumentNames {
  private var recognizer: Recognizer
  private var finder: UnlistedNameFinder

  init(_ recognizer: Recognizer, _ finder: UnlistedNameFinder) {
    self.recognizer = recognizer
    self.finder = finder
  }

  /// Words in small letters of the last document.
  var smallWords: [UInt64: Int] { finder.smallWords }

  /// The names of a document, the variants of each brought together.
  mutating func read(_ document: Document) -> [NameTally] {
    let text = document.text
    recognizer.read(text.span)
    finder.read(text.span, recognizer.sentences, recognizer.mentions)
    guard !finder.names.isEmpty else { return [] }
    var entities: [Int: Set<EntityIndex>] = [:]
    for mention in recognizer.mentions {
      entities[mention.sentence, default: []].insert(mention.entity)
    }
    var names: [NameTally] = []
    var numbers: [UInt64: Int] = [:]
    var sentencesOf: [Set<Int>] = []
    var lines: [Int: String] = [:]
    for name in finder.names {
      let key = name.key
      let number = numbers[key] ?? names.count
      if number == names.count {
        numbers[key] = number
        names.append(NameTally(parts: name.parts))
        names[number].documents = 1
        sentencesOf.append([])
      }
      names[number].count += 1
      if name.isOpening { names[number].openings += 1 }
      for entry in NameClues.all where name.clues.contains(entry.clue) {
        names[number].clues[entry.clue.number] += 1
      }
      names[number].add(
        spelling: Self.line(text, name.start..<name.end), key, words: name.parts.count, count: 1)
      if let range = name.abbreviation {
        names[number].abbreviations[Self.line(text, range), default: 0] += 1
      }
      if sentencesOf[number].insert(name.sentence).inserted {
        for entity in entities[name.sentence] ?? [] {
          names[number].neighbours[entity, default: 0] += 1
        }
        let line = lines[name.sentence] ?? sentenceLine(name.sentence, document)
        lines[name.sentence] = line
        let example = NameExample(
          text: line, document: document.id, start: name.start, words: name.parts.count,
          hasClue: !name.clues.isEmpty)
        if names[number].example.map({ example < $0 }) ?? true { names[number].example = example }
      }
    }
    var groups = VariantGroups(names, isOneDocument: true)
    let headlines = finder.headlines
    groups.addHeadlines(headlines.map(\.words), text)
    return groups.roots
  }

  /// A sentence as an example shows it, cut where it is very long.
  private func sentenceLine(_ number: Int, _ document: Document) -> String {
    let sentence = recognizer.sentences[number]
    let shown = Excerpt.range(
      of: sentence.start..<sentence.end, in: document.text.span, longest: 300)
    var line = Self.line(document.text, shown)
    if shown.upperBound < sentence.end { line += "…" }
    return line
  }

  /// A stretch of text in one line, without control characters.
  static func line(_ text: [UInt8], _ range: Range<Int>) -> String {
    var line = String.UnicodeScalarView()
    var wasSpace = true
    for scalar in String(decoding: text[range], as: UTF8.self).unicodeScalars {
      let isSpace =
        scalar.value < 0x80
        ? scalar.value <= 0x20 || scalar.value == 0x7F
        : scalar.value < 0xA0 || scalar.properties.isWhitespace
      if isSpace, wasSpace { continue }
      line.append(isSpace ? " " : scalar)
      wasSpace = isSpace
    }
    return String(line)
  }
}

extension VariantGroups {
  /// Counts names of the document in its headlines, where they could not be told from other words.
  mutating func addHeadlines(_ headlines: [[Token]], _ text: [UInt8]) {
    for words in headlines {
      var place = 0
      while place < words.count {
        var length = min(4, words.count - place)
        while length > 0 {
          let key = words[place..<place + length].reduce(0) { TokenHash.combine($0, $1.hash) }
          if let root = rootOfKey[key] {
            let range = words[place].start..<words[place + length - 1].end
            count(root, key, DocumentNames.line(text, range), words: length)
            break
          }
          length -= 1
        }
        place += max(length, 1)
      }
    }
  }

  private mutating func count(_ root: Int, _ key: UInt64, _ spelling: String, words: Int) {
    var tally = NameTally(parts: roots[root].parts)
    tally.count = 1
    tally.add(spelling: spelling, key, words: words, count: 1)
    add(tally, to: root)
  }
}

import Dates
import EntityGraphs
import Gazetteers
import TestSupport
import Testing

@testable import Cooccurrence
@testable import TextFiles

/// A document as the lists that its markup is made of: passages of sentences of words.
struct PlainDocument {
  struct Word: Hashable {
    var text: String
    var entity: Character?
  }

  struct Window {
    var words: [Word]
    var opener: Character?
    /// The offset of the first word, in words; windows are compared by it, not by scalars.
    var place: Int
    var entities: Set<Character> { Set(words.compactMap(\.entity)) }
    var key: String {
      "\(words.map(\.text)) \(entities.sorted()) \(opener.map(String.init) ?? "")"
    }
  }

  var id: String
  var source: String?
  var days: DaySpan?
  var passages: [[[Word]]]

  var words: [Word] { passages.joined().flatMap { $0 } }

  /// Few words and entities, so that windows come again.
  static func random(_ number: Int, using generator: inout SeededGenerator) -> PlainDocument {
    let passages = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          Int.random(in: 0..<10, using: &generator) < 6
            ? { Word(text: "name\($0)", entity: $0) }("abcde".randomElement(using: &generator)!)
            : Word(text: ["met", "saw"].randomElement(using: &generator)!)
        }
      }
    }
    return PlainDocument(
      id: ["e\u{301}", "é", "f", "d", "D"].randomElement(using: &generator)! + "\(number)",
      source: ["north", "south", nil].randomElement(using: &generator)!,
      days: randomDays(using: &generator), passages: passages)
  }

  /// A day or some days, or no date.
  static func randomDays(using generator: inout SeededGenerator) -> DaySpan? {
    guard Int.random(in: 0..<3, using: &generator) > 0 else { return nil }
    let first = Int32.random(in: -30...30, using: &generator)
    let length = [Int32(0), 0, 30].randomElement(using: &generator)!
    return DaySpan(first: CalendarDay(number: first), last: CalendarDay(number: first + length))
  }

  /// Signs and capitals at random, which fold away.
  func markup(using generator: inout SeededGenerator) -> String {
    passages.map { sentences in
      sentences.map { words in
        words.map { word in
          let text = Bool.random(using: &generator) ? word.text : word.text.uppercased()
          return word.entity.map { "[\($0) \(text)]" } ?? text
        }.joined(separator: [" ", " – ", "\n", " “", "-"].randomElement(using: &generator)!)
      }.joined(separator: "|")
    }.joined(separator: "¶")
  }

  func windows(_ kind: WindowKind) -> [Window] {
    var result: [Window] = []
    var place = 0
    func add(_ words: [Word]) {
      result.append(Window(words: words, opener: nil, place: place))
      place += words.count
    }
    switch kind {
    case .sentence: for sentence in passages.joined() { add(sentence) }
    case .passage: for passage in passages { add(passage.flatMap { $0 }) }
    case .document: add(words)
    case .tokens(let count):
      for (index, word) in words.enumerated() where word.entity != nil {
        var window = Array(words[index...].prefix(count))
        if Set(window.compactMap(\.entity)).count > 1 {
          while window.last?.entity == nil { window.removeLast() }
        }
        result.append(Window(words: window, opener: word.entity, place: index))
      }
    }
    return result.filter { !$0.entities.isEmpty }
  }
}

/// The counts again, slowly and from the words.
struct Recount {
  struct Tie {
    var count = 0
    var repeats = 0
    var documents: Set<[UInt8]> = []
    var sources: Set<String> = []
    var days: [DaySpan] = []
    /// For each key of a window its first place.
    var first: [String: (document: [UInt8], place: Int)] = [:]
  }

  var ties: [String: Tie] = [:]
  var windows: [String: Set<Character>] = [:]

  init(_ documents: [PlainDocument], _ kind: WindowKind) {
    for document in documents {
      for window in document.windows(kind) {
        let isRepeat = windows.updateValue(window.entities, forKey: window.key) != nil
        for first in window.entities {
          for second in window.entities where first < second {
            if let opener = window.opener, opener != first, opener != second { continue }
            var tie = ties["\(first)\(second)"] ?? Tie()
            if isRepeat { tie.repeats += 1 } else { tie.count += 1 }
            let id = Array(document.id.utf8)
            tie.documents.insert(id)
            if let source = document.source { tie.sources.insert(source) }
            if let days = document.days { tie.days.append(days) }
            let known = tie.first[window.key]
            if known.map({ !$0.document.lexicographicallyPrecedes(id) && $0.document != id })
              ?? true
            {
              tie.first[window.key] = (id, window.place)
            }
            ties["\(first)\(second)"] = tie
          }
        }
      }
    }
  }

  func windows(with letters: Character...) -> Int {
    windows.values.count { $0.isSuperset(of: letters) }
  }
}

@Suite struct RecountTests {
  static let kinds = [WindowKind.sentence, .passage, .document, .tokens(2), .tokens(5)]

  static func documents(_ seed: UInt64) -> (plain: [PlainDocument], marked: [MarkedText]) {
    var generator = SeededGenerator(seed: seed)
    let plain = (0..<Int.random(in: 0...12, using: &generator)).map {
      PlainDocument.random($0, using: &generator)
    }
    return (plain, plain.map { MarkedText($0.markup(using: &generator)) })
  }

  static func add(
    _ indices: some Sequence<Int>, of documents: (plain: [PlainDocument], marked: [MarkedText]),
    _ kind: WindowKind, overflow: BytePool.Overflow? = nil
  ) -> CooccurrenceCounts {
    var counts = CooccurrenceCounts(evidencePerTie: 2, overflow: overflow)
    for index in indices {
      let plain = documents.plain[index]
      counts.add(
        documents.marked[index].document(plain.id, source: plain.source, days: plain.days, kind))
    }
    return counts
  }

  /// The first and the last of some days.
  static func bounds(_ days: [DaySpan]) -> DaySpan? {
    guard let first = days.map(\.first).min(), let last = days.map(\.last).max() else { return nil }
    return DaySpan(first: first, last: last)
  }

  @Test("a slow recount from the words gives the same graph", arguments: 1...60)
  func recount(seed: UInt64) throws {
    let documents = Self.documents(seed)
    for kind in Self.kinds {
      let name = Comment(rawValue: "seed \(seed), \(kind)")
      let graph = Self.add(documents.plain.indices, of: documents, kind).graph(letters)
      let recount = Recount(documents.plain, kind)
      #expect(graph.ties.count == recount.ties.count, name)
      for (pair, expected) in recount.ties {
        let (first, second) = (pair.first!, pair.last!)
        let found = try #require(findTie(graph, first, second), name)
        #expect(found.count == expected.count, name)
        #expect(found.repeats == expected.repeats, name)
        #expect(found.documents == expected.documents.count, name)
        #expect(found.sources == expected.sources.count, name)
        #expect(found.days == Self.bounds(expected.days), name)
        #expect(
          found.measures.jaccard
            == AssociationMeasures.jaccard(
              both: recount.windows(with: first, second), first: recount.windows(with: first),
              second: recount.windows(with: second)), name)
        #expect(
          found.measures.npmi
            == AssociationMeasures.npmi(
              both: recount.windows(with: first, second), first: recount.windows(with: first),
              second: recount.windows(with: second), total: recount.windows.count), name)
        let evidence = expected.first.values.sorted {
          $0.document == $1.document
            ? $0.place < $1.place : $0.document.lexicographicallyPrecedes($1.document)
        }
        #expect(
          found.evidence.map { Array($0.document.utf8) } == evidence.prefix(2).map(\.document), name
        )
      }
      for node in graph.nodes {
        let letter = node.id.text.last!
        let words = documents.plain.map { $0.words.count { $0.entity == letter } }
        #expect(node.mentions == words.reduce(0, +), name)
        #expect(node.documents == words.count { $0 > 0 }, name)
        let days = zip(documents.plain, words).filter { $0.1 > 0 }.compactMap(\.0.days)
        #expect(node.days == Self.bounds(days), name)
        #expect(node.windows == recount.windows(with: letter), name)
      }
    }
  }

  @Test("parts merged in any order and association give the graph of the whole", arguments: 1...40)
  func merge(seed: UInt64) {
    let documents = Self.documents(seed)
    var generator = SeededGenerator(seed: seed &+ 1_000_000)
    let folder = TemporaryFolder()
    for kind in Self.kinds {
      let whole = Self.add(documents.plain.indices, of: documents, kind)
      let expected = whole.graph(letters)
      for round in 0..<4 {
        // Some parts have their texts and windows on the disk, in pieces of few records.
        var onDisk = BytePool.Overflow(folder: folder.path)
        onDisk.memory = 100 * round
        onDisk.pieceSize = 200
        // Each document goes to a part at random; the parts are joined two by two at random.
        var places: [[Int]] = Array(repeating: [], count: Int.random(in: 1...5, using: &generator))
        for index in documents.plain.indices.shuffled(using: &generator) {
          places[Int.random(in: 0..<places.count, using: &generator)].append(index)
        }
        var parts = places.enumerated().map { number, places in
          Self.add(places, of: documents, kind, overflow: number % 3 < round ? onDisk : nil)
        }
        while parts.count > 1 {
          let from = parts.remove(at: Int.random(in: 0..<parts.count, using: &generator))
          parts[Int.random(in: 0..<parts.count, using: &generator)].merge(from)
        }
        #expect(parts[0].graph(letters) == expected, "seed \(seed), \(kind), parts \(places)")
        #expect(parts[0].documents == whole.documents)
      }
      var identity = CooccurrenceCounts(evidencePerTie: 2)
      identity.merge(whole)
      #expect(identity.graph(letters) == expected, "seed \(seed), \(kind)")
      identity.merge(CooccurrenceCounts(evidencePerTie: 2))
      #expect(identity.graph(letters) == expected, "seed \(seed), \(kind)")
    }
  }

  @Test("two documents of one identifier merge to the same evidence in any order")
  func oneIdentifier() {
    let parts = ["[a Anna] met [b Bo].", "[a ANNA] met [b Bo]!", "“[a Anna]” met [b Bo]."].map {
      counts([("same", nil, $0)], evidence: 1)
    }
    func joined(_ order: [Int]) -> EntityGraph {
      var result = CooccurrenceCounts(evidencePerTie: 1)
      for index in order { result.merge(parts[index]) }
      return result.graph(letters)
    }
    let first = joined([0, 1, 2])
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      #expect(joined(order) == first, "order \(order)")
    }
  }
}

import Gazetteers
import TestSupport
import Testing

@testable import Recognition

/// What the recognizer keeps its work in: flat tables in the place of dictionaries and arrays.
@Suite struct WorkingMemoryTests {
  @Test("a word is in a set of words exactly if it is one of them")
  func wordSet() {
    let words = (0..<500).map { "word\($0)" }
    let set = WordSet(words.joined(separator: " ")).union(WordSet("last"))
    let tokenizer = Tokenizer()
    func contains(_ word: String) -> Bool {
      let bytes = Array(word.utf8)
      return set.contains(tokenizer.token(bytes.span, at: 0, limit: bytes.count))
    }
    #expect((words + ["last", "Word7"]).allSatisfy(contains))
    #expect(!(500..<2000).contains { contains("word\($0)") })
  }

  @Test("a set of words passes over none of them by its first two letters, however it is spelt")
  func wordBeginnings() {
    let set = WordSet("könig und a médecins where's").union(WordSet("i über 3rd"))
    let held = [
      "König", "konig", "KO\u{308}NIG", "und", "UND", "u.n.d", "a", "A.", "Medecins", "médecins",
      "where", "i", "uber", "Über", "3RD", "u",
    ]
    let missed = held.filter { word in
      let bytes = Array(word.utf8)
      return !set.mayHold(bytes.span, at: 0)
    }
    #expect(missed.isEmpty)
    let tokenizer = Tokenizer()
    var passed = 0
    for first in UInt8(0x20)..<0x7F {
      for second in UInt8(0x20)..<0x7F {
        let bytes = [first, second, 0x64, 0x20]
        if set.mayHold(bytes.span, at: 0) { continue }
        passed += 1
        let token = tokenizer.nextToken(bytes.span, from: 0, limit: bytes.count)
        #expect(token.map { !set.contains($0) } ?? true)
      }
    }
    #expect(passed > 3000)
  }

  @Test("what is inside a name is kept for the name, however many there are")
  func knownNames() {
    var known = KnownNames()
    func entities(_ key: UInt64) -> [EntityIndex] {
      (0..<key % 3).map { EntityIndex(UInt32(key + $0)) }
    }
    for key in UInt64(0)..<70_000 {
      #expect(known.entities(inside: key) == nil)
      known.add(key, inner: entities(key))
    }
    // It began anew in between, so that memory does not follow the corpus.
    for key in UInt64(66_000)..<70_000 {
      #expect(known.entities(inside: key).map(Array.init) == entities(key))
    }
    #expect(known.entities(inside: 1) == nil)
  }

  @Test(
    "the key of a name hangs on its bytes alone",
    arguments: ["a b", "New York City", "x y z w v u"])
  func keys(_ name: String) {
    func key(_ before: String, _ name: String, _ behind: String) -> UInt64? {
      let bytes = Array((before + name + behind).utf8)
      let start = before.utf8.count
      return KnownNames.key(ofWords: start..<start + name.utf8.count, in: bytes.span)
    }
    #expect(key("", name, "") != nil)
    #expect(key("", name, "") == key("in ", name, ", he said."))
    #expect(key("", name, "") != key("", name + "s", ""))
    #expect(key("in ", "Paris", " today") == nil)
  }

  @Test("a mention keeps the entities inside it, however many, beside its rivals", arguments: 0..<5)
  func otherEntities(_ count: Int) {
    let inner = (0..<count).map { EntityIndex(UInt32(10 + $0)) }
    for rivals in [[], [EntityIndex(7)], [EntityIndex(7), EntityIndex(8)]] {
      var added = Self.mention(1)
      added.rivals = rivals
      for entity in inner { added.addInner(entity) }
      #expect(added.inner == inner && added.rivals == rivals)
      var set = Self.mention(1)
      set.inner = inner
      set.rivals = rivals
      #expect(set == added)
    }
  }

  private static func mention(_ entity: UInt32) -> Mention {
    Mention(
      start: Int(entity), end: Int(entity) + 1, sentence: 0, entity: EntityIndex(entity),
      form: .alias, rule: .exact, confidence: 1)
  }

  @Test("settled mentions come in the order of their hits, whenever they were settled")
  func settledMentions() {
    var memory = ResolverMemory()
    var settled = SettledMentions(count: 6, &memory)
    settled.settle(0, Self.mention(10))
    settled.leaveOpen(1)
    settled.leaveOpen(2)
    settled.settle(3, Self.mention(13))
    settled.settle(5, Self.mention(15))
    settled.settle(2, Self.mention(12))
    settled.remove(3)
    #expect(settled.entity(of: 1) == nil && settled[2]?.start == 12 && settled[3] == nil)
    #expect(settled.takeInOrder().map(\.start) == [10, 12, 15])
    // Nothing of it is left in the memory that the next document takes.
    settled.giveBack(&memory)
    var other = SettledMentions(count: 3, &memory)
    #expect(other.hits.allSatisfy { other[$0] == nil })
    other.settle(2, Self.mention(2))
    other.settle(0, Self.mention(0))
    #expect(other.takeInOrder().map(\.start) == [0, 2])
  }

  @Test("a table of entities knows of each what a dictionary does")
  func entityTable() {
    var random = SeededGenerator(seed: 11)
    var (table, plain) = (EntityTable<Int>(), [EntityIndex: Int]())
    for step in 0..<3000 {
      // Some close together, some that fall into one slot of a small table.
      let entity = EntityIndex(random.oneIn(2) ? UInt32(step % 97) : UInt32(step % 89) << 20)
      if random.oneIn(2) {
        table.update(entity, from: 5) { $0 += step }
        plain[entity, default: 5] += step
      } else {
        table.change(entity) { $0 -= 1 }
        if let known = plain[entity] { plain[entity] = known - 1 }
      }
      #expect(table[entity] == plain[entity] && table.count == plain.count)
    }
    #expect(plain.allSatisfy { table[$0] == $1 } && table[EntityIndex(3 << 21 | 1)] == nil)
  }

  @Test("what speaks for an entity is the same whether it is chained or read one by one")
  func entitySupport() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<200 {
      var plain = EntitySupport(in: [])
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        plain.add(
          EntityIndex(UInt32.random(in: 0..<8, using: &random)),
          sentence: Int.random(in: 0..<4, using: &random))
      }
      var chained = plain
      chained.prepare(forQuestions: 1000)
      for entity in (0..<9).map({ EntityIndex($0) }) {
        #expect(chained.has(entity) == plain.has(entity))
        #expect(chained.count(of: entity) == plain.count(of: entity))
        for sentence in 0..<5 {
          let weights = [chained, plain].map { $0.weight(of: entity, sentence: sentence, most: 12) }
          #expect(weights[0] == weights[1])
        }
      }
      // What is added later is not passed over.
      chained.add(EntityIndex(8), sentence: 0)
      #expect(chained.has(EntityIndex(8)) && chained.count(of: EntityIndex(8)) == 1)
    }
  }

  @Test("a word read for the search is the token at its place, unless initials may begin there")
  func words() {
    var random = RandomNames(seed: 3)
    let entities = random.gazetteer()
    let tokenizer = Tokenizer()
    for _ in 0..<2000 {
      let bytes = Array(random.text(entities).utf8)
      var place = 0
      while let token = tokenizer.nextToken(bytes.span, from: place, limit: bytes.count) {
        place = token.end
        guard let word = tokenizer.word(bytes.span, at: token.start, limit: bytes.count) else {
          #expect(bytes[token.start..<min(token.end + 8, bytes.count)].contains(0x2E))
          continue
        }
        #expect(word.end == token.end && word.hash == token.hash)
        #expect(word.standsAlone == token.standsAlone)
      }
    }
  }

  @Test("what a name's tokens say of names inside it never hides one", arguments: 0..<8)
  func hollowsHideNothing(seed: Int) {
    var names = RandomNames(seed: UInt64(seed) &+ 900)
    for _ in 0..<150 {
      let entities = names.gazetteer()
      let text = Array((0..<3).map { _ in names.text(entities) }.joined(separator: " ").utf8)
      let lexicon = lexicon(entities)
      var recognizer = Recognizer(lexicon)
      recognizer.read(text.span)
      var plain = recognizer.mentions
      for index in plain.indices { plain[index].inner = [] }
      // Without hits every name is searched.
      var inner = InnerNames(lexicon)
      inner.fill(&plain, HitBuffer(), text.span)
      #expect(recognizer.mentions == plain)
    }
  }
}

import Gazetteers

/// The hits of a document with what the resolver works out of each.
struct ResolverDocument {
  let buffer: HitBuffer
  let sentences: [Sentence]
  let lexicon: Lexicon

  /// What the name of a hit may mean.
  struct Reading {
    /// The entities that own it.
    var candidates: CandidateList

    /// Whether it is a family or given name of somebody.
    var isShortKey: Bool

    /// Whether it is a listed name, not only a family or given name.
    var isListed = false
  }

  /// Of each hit, as far as they are read.
  var readings: [Reading]

  /// What corrections say that names do not mean here.
  var denied: DeniedNames?

  /// The answers of `capitals`, for each sentence from the first on; none before it is asked for.
  private var capitals: [CapitalUse?]

  init(
    buffer: HitBuffer, sentences: [Sentence], lexicon: Lexicon, _ memory: inout ResolverMemory
  ) {
    self.buffer = buffer
    self.sentences = sentences
    self.lexicon = lexicon
    readings = ResolverMemory.take(&memory.readings)
    readings.reserveCapacity(buffer.hits.count)
    capitals = ResolverMemory.take(&memory.capitals)
  }

  /// Gives the memory back.
  consuming func giveBack(_ memory: inout ResolverMemory) {
    memory.readings = readings
    memory.capitals = capitals
  }

  /// Reads who owns the name of the next hit.
  mutating func readCandidates() {
    let reading = Self.reading(of: buffer.hits[readings.count], buffer, lexicon)
    for candidate in reading.candidates { lexicon.prepare(candidate.entity) }
    readings.append(reading)
  }

  /// The entities that own the name of a hit, the earliest form of each, and whether it is a family or
  /// given name of somebody.
  private static func reading(of hit: Hit, _ buffer: HitBuffer, _ lexicon: Lexicon) -> Reading {
    if hit.entries.count == 1 {
      let entry = lexicon.entry(Int(buffer.entries[hit.entries.lowerBound]))
      if entry.role == .shortKey { return Reading(candidates: [], isShortKey: true) }
      return Reading(candidates: CandidateList(one: Candidate(entry)), isShortKey: false)
    }
    var result: [Candidate] = []
    var isShortKey = false
    for place in hit.entries {
      let entry = lexicon.entry(Int(buffer.entries[place]))
      guard entry.role != .shortKey else {
        isShortKey = true
        continue
      }
      if let known = result.firstIndex(where: { $0.entity == entry.entity }) {
        result[known].isPrior = result[known].isPrior || entry.isPrior
        continue
      }
      result.append(Candidate(entry))
    }
    // A metonym is the weakest reading: any other takes precedence.
    if result.contains(where: { $0.form != .metonym }) {
      result.removeAll { $0.form == .metonym }
    }
    return Reading(candidates: CandidateList(result), isShortKey: isShortKey)
  }

  /// The patterns by which the hit's name is a family or given name.
  func shortPatterns(_ index: Int) -> [UInt32] {
    buffer.hits[index].entries.compactMap { place in
      let entry = Int(buffer.entries[place])
      guard lexicon.entry(entry).role == .shortKey else { return nil }
      return lexicon.pattern(ofEntry: entry).raw
    }
  }

  /// Whether the words beside hyphens that must be names are.
  func hyphensAllow(_ index: Int) -> Bool {
    let hit = buffer.hits[index]
    if hit.needsNameBefore >= 0 {
      guard index > 0, buffer.hits[index - 1].end == hit.needsNameBefore else { return false }
    }
    if hit.needsNameBehind >= 0 {
      guard index + 1 < buffer.hits.count, buffer.hits[index + 1].start == hit.needsNameBehind
      else { return false }
    }
    return true
  }

  /// What a sentence writes with capitals; read once for all hits of a sentence.
  mutating func capitals(of sentence: Int, _ text: Span<UInt8>) -> CapitalUse {
    if capitals.isEmpty {
      capitals.append(contentsOf: repeatElement(nil, count: sentences.count))
    }
    if let known = capitals[sentence] { return known }
    let use = Surroundings().capitals(text, sentences[sentence].start..<sentences[sentence].end)
    capitals[sentence] = use
    return use
  }

  /// Whether a listed name ends where only white space separates it from the hit.
  func hasNameBefore(_ index: Int) -> Bool {
    index > 0 && readings[index - 1].isListed
      && buffer.hits[index].start - buffer.hits[index - 1].end <= 2
  }

  /// Whether a listed name begins where only white space separates it from the hit.
  func hasNameBehind(_ index: Int) -> Bool {
    index + 1 < buffer.hits.count && readings[index + 1].isListed
      && buffer.hits[index + 1].start - buffer.hits[index].end <= 2
  }

  /// Whether the listed name behind the hit is the short name of a person and of nothing else.
  func hasFamilyNameBehind(_ index: Int) -> Bool {
    hasNameBehind(index)
      && readings[index + 1].candidates.allSatisfy {
        $0.form == .short && lexicon.traits(of: $0.entity).contains(.person)
      }
  }
}

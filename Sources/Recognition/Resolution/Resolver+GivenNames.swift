import Gazetteers

/// Countries whose name is the given name of somebody in the document: `Chad Wilson`, later `Chad said`.
extension Resolver {
  /// Whether a country's name is the given name of somebody of the document, who speaks there
  /// (`Chad said`), and nothing else in it speaks for the country.
  func isGivenName(
    _ candidate: Candidate, _ hit: Hit, _ text: Span<UInt8>, _ document: ResolverDocument,
    _ facts: DocumentFacts
  ) -> Bool {
    facts.givenNames.contains(candidate.entity) && !facts.hasSupport(for: candidate.entity)
      && speaks(hit, text, document)
  }

  /// Takes back the mentions of countries whose name is somebody's given name, where each of them
  /// speaks as persons do and nothing else in the document speaks for the country.
  func dropGivenNames(
    _ text: Span<UInt8>, _ document: ResolverDocument, _ facts: DocumentFacts,
    _ settled: inout SettledMentions, _ record: inout ResolutionRecord
  ) {
    if facts.givenNames.isEmpty { return }
    for entity in facts.givenNames.sorted() {
      let indices = settled.hits.filter { index in
        settled[index]?.entity == entity && speaks(document.buffer.hits[index], text, document)
      }
      guard !indices.isEmpty, facts.supportCount(of: entity) == indices.count else { continue }
      for index in indices {
        settled.remove(index)
        record.note(index, document.buffer.hits[index], .usedOfAnother)
      }
      record.tally.embedded += indices.count
    }
  }

  /// `Chad said`, `said Chad`.
  private func speaks(_ hit: Hit, _ text: Span<UInt8>, _ document: ResolverDocument) -> Bool {
    let surroundings = Surroundings()
    let sentence = document.sentences[hit.sentence]
    if let behind = surroundings.word(behind: hit.end, in: text, limit: sentence.end),
      NameNeighbours.speechBehind.contains(behind)
    {
      return true
    }
    guard let before = surroundings.word(before: hit.start, in: text, from: sentence.start) else {
      return false
    }
    return NameNeighbours.speechBefore.contains(before)
  }
}

import Gazetteers

/// What corrections, and the layers that a run switches off, take away.
extension Resolver {
  /// Takes away the owners of a hit's name that corrections say it does not mean.
  func dropDenied(
    _ index: Int, _ text: Span<UInt8>, _ document: inout ResolverDocument,
    _ record: inout ResolutionRecord
  ) {
    var candidates = Array(document.readings[index].candidates)
    if candidates.isEmpty { return }
    removeDenied(index, &candidates, text, document, &record)
    document.readings[index].candidates = CandidateList(candidates)
  }

  /// Takes away the candidates of a hit that corrections say its name does not mean.
  func removeDenied(
    _ index: Int, _ candidates: inout [Candidate], _ text: Span<UInt8>,
    _ document: ResolverDocument, _ record: inout ResolutionRecord
  ) {
    guard let denied = document.denied else { return }
    let hit = document.buffer.hits[index]
    let name = text.extracting(hit.start..<hit.end)
    var left: [Candidate] = []
    var used: [Int] = []
    for candidate in candidates {
      guard let number = denied.denial(of: name, for: candidate.entity) else {
        left.append(candidate)
        continue
      }
      // Of several that a name does not mean, the name is counted once.
      if !used.contains(number) { record.tally.addCorrection(number) }
      used.append(number)
      record.note(index, hit, .denied(correction: number), claims([candidate]))
    }
    candidates = left
  }

  /// The mentions that the run asks for and no correction hides.
  func kept(
    _ settled: inout SettledMentions, _ text: Span<UInt8>, _ hits: [Hit],
    _ record: inout ResolutionRecord
  ) -> [Mention] {
    if options.corrections == nil, settled.allSatisfy(keeps) {
      return settled.takeInOrder()
    }
    var result: [Mention] = []
    result.reserveCapacity(hits.count)
    for index in settled.hits {
      guard let mention = settled[index] else { continue }
      if !keeps(mention.form) {
        record.note(index, hits[index], .switchedOff(mention.form))
        continue
      }
      if let corrections = options.corrections {
        if let number = corrections.hides(mention.entity) {
          record.tally.addCorrection(number)
          record.note(index, hits[index], .hidden(correction: number))
          continue
        }
        if corrections.addsNames,
          let number = corrections.addedName(
            of: mention.entity, text.extracting(mention.start..<mention.end))
        {
          record.tally.addCorrection(number)
        }
      }
      result.append(mention)
    }
    return result
  }

  /// The entities in question, as decisions keep them.
  func claims(
    _ candidates: some Collection<Candidate>, _ parts: [EntityIndex: [Decision.Part]] = [:]
  ) -> [Decision.Claim] {
    candidates.map {
      Decision.Claim(
        entity: $0.entity, form: $0.form, isPrior: $0.isPrior, parts: parts[$0.entity] ?? [])
    }
  }

  private func keeps(_ form: NameForm) -> Bool {
    switch form {
    case .demonym: options.demonyms
    case .metonym: options.metonyms
    default: true
    }
  }
}

import Gazetteers

/// Runs of words that may be names: capitalised words, and what may stand between them (`de la`, `of the`,
/// `'s`, a hyphen).
extension SentenceNames {
  /// Whether a name may begin at a word.
  func begins(_ place: Int) -> Bool {
    let word = words[place]
    if word.mention >= 0 { return false }
    if word.isCapital { return true }
    return UnlistedWords.hyphenated.contains(word.token) && place + 1 < words.count
      && words[place + 1].joint == .hyphen && words[place + 1].isCapital
      && words[place + 1].mention < 0
  }

  /// The place behind the run of words that begins at a place.
  func runEnd(from start: Int, _ text: Span<UInt8>) -> Int {
    var end = start + 1
    while end < words.count {
      if words[end].mention >= 0 { return end }
      if words[end].isCapital {
        guard joins(end, run: start, text) else { return end }
        end += 1
        continue
      }
      if isKoreanGivenName(end, run: start) {
        end += 1
        continue
      }
      guard let next = behindPossessive(end, text) ?? behindSmallWords(end, run: start) else {
        return end
      }
      end = next
    }
    return end
  }

  /// Whether a capitalised word goes on with the run before it.
  private func joins(_ place: Int, run start: Int, _ text: Span<UInt8>) -> Bool {
    let before = words[place - 1].token
    switch words[place].joint {
    case .space, .hyphen: return true
    case .apostrophe: return before.end - before.start <= 2
    case .possessive:
      return text[before.end - 1] | 0x20 == 0x73 && leadsToOrganisation(place)
    case .period: return before.isInitial || Abbreviations.open.contains(before)
    case .comma:
      return UnlistedWords.corporateSuffixes.contains(words[place].token)
        || Self.generations.contains(words[place].token)
    default: return false
    }
  }

  /// `Hwang Young-sook`: a small syllable behind a hyphen, in a name that begins with a family name.
  private func isKoreanGivenName(_ place: Int, run start: Int) -> Bool {
    words[place].joint == .hyphen && place - start == 2
      && words[place].token.end - words[place].token.start <= 6
      && UnlistedWords.familyFirst.contains(words[start].token)
  }

  /// The place behind `'s` and a capitalised word, where a plural stands before and the name of an
  /// organisation goes on behind: `Fishermen's Union`.
  private func behindPossessive(_ place: Int, _ text: Span<UInt8>) -> Int? {
    let before = words[place - 1].token
    guard words[place].joint == .apostrophe, words[place].token.end - words[place].token.start == 1,
      Self.plurals.contains(before), place + 1 < words.count, words[place + 1].joint == .space,
      words[place + 1].isCapital, words[place + 1].mention < 0, leadsToOrganisation(place + 1)
    else { return nil }
    return place + 2
  }

  /// Whether the capitalised words from a place on end with a word of organisations.
  private func leadsToOrganisation(_ place: Int) -> Bool {
    var end = place
    while end + 1 < words.count, words[end + 1].isCapital, words[end + 1].joint == .space {
      end += 1
    }
    return UnlistedWords.organisationWords.contains(words[end].token)
  }

  /// The place behind small words and the capitalised one that they lead to: `de la Cruz`,
  /// `of the Interior`; `nil` where they end the name.
  private func behindSmallWords(_ place: Int, run start: Int) -> Int? {
    guard words[place].joint == .space else { return nil }
    var end = place
    if UnlistedWords.particles.contains(words[place].token) {
      while end < words.count, end - place < 3, !words[end].isCapital, words[end].mention < 0,
        UnlistedWords.particles.contains(words[end].token)
          || Self.articles.contains(words[end].token),
        words[end].joint == .space || (end > place && words[end].joint == .hyphen)
      {
        end += 1
      }
    } else if Self.connectors.contains(words[place].token) {
      guard hasHead(start..<place, behind: place) else { return nil }
      end += 1
      if end < words.count, Self.articles.contains(words[end].token), words[end].joint == .space {
        end += 1
      }
    } else {
      return nil
    }
    guard end < words.count, words[end].isCapital, words[end].mention < 0,
      words[end].joint == .space || words[end].joint == .hyphen
        || (words[end].joint == .apostrophe && end > place)
    else { return nil }
    return end + 1
  }

  /// Whether `of`, `for` and `and` belong to the name: behind the word of an organisation, and `and`
  /// only behind `of` or `for` (`Ministry of Trade and Industry`) or as `&`.
  private func hasHead(_ run: Range<Int>, behind place: Int) -> Bool {
    if words[place].token.standsAlone { return true }
    let heads = run.filter { UnlistedWords.headsWithOf.contains(words[$0].token) }
    guard !heads.isEmpty else { return false }
    if Self.and.contains(words[place].token) {
      return run.contains { Self.of.contains(words[$0].token) }
    }
    guard heads.contains(run.upperBound - 1) else { return false }
    // `Red Poppy Fund of Geneva` is a fund and its seat.
    return run.count == 1 || !UnlistedWords.headsOfOwnName.contains(words[run.upperBound - 1].token)
  }

  private static let plurals = WordSet("men women children people fishermen seamen workmen")
  private static let connectors = WordSet("of for and &")
  private static let of = WordSet("of for")
  private static let and = WordSet("and")
}

import TextFiles

/// The spellings of a name that its tokens alone do not make equal.
package enum NameSpellings {
  /// Words of organisation names, British spelling first; both directions are added.
  static let pairs: [(british: String, american: String)] = [
    ("centre", "center"), ("centres", "centers"), ("defence", "defense"), ("labour", "labor"),
    ("programme", "program"), ("programmes", "programs"), ("theatre", "theater"),
    ("harbour", "harbor"), ("offence", "offense"), ("licence", "license"),
    ("neighbourhood", "neighborhood"), ("honour", "honor"), ("favour", "favor"),
    ("colour", "color"), ("armour", "armor"), ("behaviour", "behavior"),
    ("travellers", "travelers"),
    ("counsellors", "counselors"), ("jewellery", "jewelry"), ("aluminium", "aluminum"),
    ("paediatric", "pediatric"), ("gynaecology", "gynecology"), ("encyclopaedia", "encyclopedia"),
    ("catalogue", "catalog"), ("aeroplane", "airplane"), ("tyre", "tire"), ("cheque", "check"),
    ("fulfilment", "fulfillment"), ("judgement", "judgment"), ("analyse", "analyze"),
  ]

  private static let american = Dictionary(
    uniqueKeysWithValues: pairs.map { ($0.british, $0.american) })
  private static let british = Dictionary(
    uniqueKeysWithValues: pairs.map { ($0.american, $0.british) })

  /// Whether a name holds what may be a sign that a spelling leaves out or sets elsewhere: a hyphen, an
  /// apostrophe, a period, or the first byte of such signs that are not ASCII.
  static func hasSigns(_ name: Span<UInt8>) -> Bool {
    for place in 0..<name.count {
      switch name[place] {
      case 0x2D, 0x27, 0x2E, 0xE2: return true
      default: break
      }
    }
    return false
  }

  /// Marks those of them that are ASCII.
  @inline(__always)
  static func signs(in bytes: EightBytes) -> UInt64 {
    bytes.equal(to: 0x2D) | bytes.equal(to: 0x27) | bytes.equal(to: 0x2E)
  }

  /// All spellings of a name, the given one first.
  ///
  /// `Kim Jong-un` gives also `Kim Jongun`, `Sana'a` also `Sanaa`; an organisation's `Centre`,
  /// `-isation` give `Center`, `-ization` and the other way round; a person's `J. R.` gives `J.R.`, and
  /// `George W. Bush` `G. W. Bush`. At most 24.
  package static func of(_ name: String, kind: Kind) -> [String] {
    var result = [name]
    if kind == .organisation {
      for turned in respelled(name) where turned != name && !result.contains(turned) {
        result.append(turned)
      }
    }
    if kind == .person { result += Initials.spellings(of: name) }
    guard name.withUTF8Span({ hasJoiningSigns($0) }) else { return result }
    return result.flatMap { name in
      var spellings: [String] = []
      name.withUTF8Span { forEachJoined($0) { spellings.append(NameLine.string($0)) } }
      return spellings
    }
  }

  /// Goes through the spellings of a name, in the order of `of`.
  ///
  /// - Parameters:
  ///   - name: Valid UTF-8.
  ///   - kind: What it names.
  ///   - body: Receives each spelling.
  static func forEach(_ name: Span<UInt8>, kind: Kind, _ body: (Span<UInt8>) -> Void) {
    if kind == .organisation || kind == .person && Initials.mayStand(in: name) {
      for spelling in of(NameLine.string(name), kind: kind) { spelling.withUTF8Span(body) }
    } else if hasJoiningSigns(name) {
      forEachJoined(name, body)
    } else {
      body(name)
    }
  }

  /// The name with all its words in American, and with all in British spelling; nothing where no word
  /// differs.
  private static func respelled(_ name: String) -> [String] {
    var forms: [[String]] = [[], []]
    var differs = false
    for part in name.utf8.split(separator: 0x20, omittingEmptySubsequences: false) {
      let word = String(Substring(part))
      let turned = respelled(word: word)
      differs = differs || turned != nil
      forms[0].append(turned?.american ?? word)
      forms[1].append(turned?.british ?? word)
    }
    return differs ? forms.map { $0.joined(separator: " ") } : []
  }

  private static func respelled(word: String) -> (american: String, british: String)? {
    // Most words end as none of the pairs and hold no `-isation`: no new string is made for them.
    guard word.utf8.count > 3 else { return nil }
    let lower = word.lowercased()
    var forms = (american: american[lower] ?? lower, british: british[lower] ?? lower)
    if lower.utf8.count > 7, let place = place(of: "sation", or: "zation", in: lower) {
      // `-ise` words vary in their later letters: organisation(s/al), stabilisation.
      let (before, behind) = (lower[..<place], lower[lower.utf8.index(after: place)...])
      forms = (before + "z" + behind, before + "s" + behind)
    }
    if forms.american == forms.british { return nil }
    return (cased(forms.american, like: word), cased(forms.british, like: word))
  }

  /// Where one of two endings stands behind an `i`.
  private static func place(
    of first: String, or second: String, in word: String
  ) -> String.Index? {
    let bytes = word.utf8
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let next = bytes.index(after: index)
      if bytes[index] == UInt8(ascii: "i"),
        bytes[next...].starts(with: first.utf8) || bytes[next...].starts(with: second.utf8)
      {
        return next
      }
      index = next
    }
    return nil
  }

  /// A word in small letters with the capitals of another.
  private static func cased(_ word: String, like model: String) -> String {
    if model == model.uppercased() { return word.uppercased() }
    guard let first = model.unicodeScalars.first, first.properties.isUppercase else { return word }
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}

/// The family and given names by which a text may refer to a person named in full elsewhere in it.
package enum ShortNames {
  /// Families of languages that put the family name first; a name of two or three short words that
  /// begins with one is read in that order where the gazetteer does not mark its parts.
  package static let familyFirst: Set<String> = [
    "kim", "lee", "park", "choi", "choe", "jung", "jeong", "kang", "cho", "jo", "yoon", "yun",
    "chang", "jang", "lim", "han", "oh", "seo", "shin", "kwon", "hwang", "ahn", "song", "ryu",
    "hong", "moon", "ri", "pak", "paek", "xi", "li", "wang", "zhang", "liu", "chen", "yang",
    "zhao", "huang", "zhou", "wu", "xu", "sun", "hu", "zhu", "gao", "lin", "he", "guo", "ma",
    "luo", "liang", "xie", "tang", "deng", "feng", "jiang", "cao", "peng", "zeng", "xiao", "tian",
    "dong", "pan", "yuan", "cai", "yu", "du", "ye", "cheng", "wei", "su", "lu", "ding", "ren",
    "mao", "bo", "wen", "tsai", "nguyen", "tran", "pham", "vo", "vu", "dang", "bui", "ngo",
  ]

  /// The short names of a person; none for other kinds.
  ///
  /// - Parameter entity: `Kim Jong Un` marked by nothing gives the family name `Kim` and the given
  ///   name `Jong Un`; `Vladimir Putin` gives `Putin` and `Vladimir`.
  package static func of(_ entity: GazetteerEntity) -> [(name: String, isGiven: Bool)] {
    guard entity.kind == .person else { return [] }
    var result: [(name: String, isGiven: Bool)] = []
    var seen: Set<String> = [entity.name]
    func add(_ name: String, _ isGiven: Bool) {
      for spelling in NameSpellings.of(name, kind: .person) where seen.insert(spelling).inserted {
        result.append((spelling, isGiven))
      }
    }
    if !entity.family.isEmpty || !entity.given.isEmpty {
      for name in entity.family { add(name, false) }
      for name in entity.given { add(name, true) }
      return result
    }
    let words = entity.name.split(separator: " ").map(String.init)
    guard words.count > 1, let first = words.first, let last = words.last else { return [] }
    let looksFamilyFirst =
      words.count <= 3 && familyFirst.contains(first.lowercased())
      && words.allSatisfy { $0.utf8.count <= 9 }
    if looksFamilyFirst {
      add(first, false)
      add(words.dropFirst().joined(separator: " "), true)
    } else {
      // Particles belong to the family name: `Ursula von der Leyen`.
      var place = words.count - 1
      while place > 1, words[place - 1] == words[place - 1].lowercased() { place -= 1 }
      add(words[place...].joined(separator: " "), false)
      if place < words.count - 1 { add(last, false) }
      add(first, true)
    }
    return result
  }
}

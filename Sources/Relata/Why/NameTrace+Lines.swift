import Gazetteers
import Recognition

/// What is said of a name, in lines that fit a screen.
extension NameTrace {
  /// Groups shown at most.
  private static let mostGroups = 5

  func lines(_ loaded: GazetteerLibrary.Loaded) -> [String] {
    var lines = ownerLines(loaded)
    lines += correctionLines(loaded)
    if count == 0 {
      lines.append("It stands nowhere in the inputs.")
    } else {
      lines.append("It stands \(times(count)) in the inputs:")
    }
    lines += groupLines(isAll: true)
    if !otherNames.isEmpty {
      let names = otherNames.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let list = names.prefix(6).map { "\"\($0.key)\" \($0.value)" }.joined(separator: ", ")
      lines.append("Tagged under other names: \(list)\(names.count > 6 ? ", …" : "")")
    }
    return lines
  }

  /// What became of the name, the most frequent first.
  ///
  /// - Parameter isAll: Whether mentions are listed, too, and not only what became none.
  func groupLines(isAll: Bool) -> [String] {
    var lines: [String] = []
    let wanted = groups.filter { isAll || !$0.isMention }
      .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
    for group in wanted.prefix(Self.mostGroups) {
      let places = group.documents == 1 ? "1 document" : "\(group.documents) documents"
      lines.append("  \(times(group.count)) in \(places): \(group.outcome)")
      for example in group.examples {
        lines.append("    \(example.place) \(example.text)")
        for claim in example.claims.prefix(4) { lines.append("      \(claim)") }
      }
    }
    if wanted.count > Self.mostGroups {
      lines.append("  and \(wanted.count - Self.mostGroups) further outcomes")
    }
    return lines
  }

  private func ownerLines(_ loaded: GazetteerLibrary.Loaded) -> [String] {
    guard !owners.isEmpty else {
      let nearest = NameInquiry(loaded: loaded).nearest(to: typed)
      let hint = nearest.isEmpty ? "" : "; nearest: " + nearest.joined(separator: ", ")
      return ["\"\(typed.onOneLine)\" is in no gazetteer\(hint)"]
    }
    var lines = ["\"\(typed.onOneLine)\" is a name of:"]
    for owner in owners.prefix(6) {
      let entity = loaded.lexicon.entity(owner.entity)
      let kind = entity.kind == .none ? " (a look-alike, never a mention)" : ""
      let files = owner.files.isEmpty ? "" : ", in " + owner.files.joined(separator: ", ")
      lines.append(
        "  \(entity.id) \(entity.name)\(kind): \(owner.ways.joined(separator: ", "))\(files)")
    }
    if owners.count > 6 { lines.append("  and \(owners.count - 6) more") }
    return lines
  }

  /// The corrections that are about the name or its owners.
  private func correctionLines(_ loaded: GazetteerLibrary.Loaded) -> [String] {
    guard let corrections = loaded.corrections, let path = loaded.correctionsPath else { return [] }
    let ids = Set(owners.map { loaded.lexicon.entity($0.entity).id.text })
    let key = FoldedName.key(typed)
    return corrections.list.filter { correction in
      switch correction.action {
      case .hide: ids.contains(correction.entity?.text ?? "")
      case .merge: correction.entity?.text == typed || ids.contains(correction.value)
      case .alias, .not: FoldedName.key(correction.value) == key
      }
    }.map { "Correction \(path):\($0.line): \($0.summary) (\($0.reason))" }
  }

  private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}

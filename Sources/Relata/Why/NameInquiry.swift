import Gazetteers
import Recognition

/// Finds out what the gazetteers know of a name that somebody typed.
struct NameInquiry {
  let loaded: GazetteerLibrary.Loaded

  /// An entity that has the name.
  struct Owner {
    var entity: EntityIndex
    /// How it has it: `preferred`, `demonym`, `family name`, `id`.
    var ways: [String]
    /// The gazetteers, and corrections, that say so.
    var files: [String]
    /// Whether it has the name only as a family or given name.
    var isShort: Bool
  }

  /// The entities that have a name, or the one whose identifier it is.
  ///
  /// - Complexity: O(total length of all names).
  func owners(of typed: String) -> [Owner] {
    let lexicon = loaded.lexicon
    if let index = lexicon.index(of: EntityID(typed)) {
      return [owner(index, ["id"], isShort: false)]
    }
    let key = FoldedName.key(typed)
    if key == FoldedName.key("") { return [] }
    var ways: [EntityID: (full: [String], short: [String])] = [:]
    for row in loaded.gazetteers.lazy.flatMap(\.entities) {
      for name in [Name(row.name, .preferred)] + row.names where FoldedName.key(name.text) == key {
        let way = name.form.description
        let isKnown = ways[row.id]?.full.contains(way) ?? false
        if !isKnown { ways[row.id, default: ([], [])].full.append(way) }
      }
      for (name, isGiven) in ShortNames.of(row) where FoldedName.key(name) == key {
        let way = isGiven ? "given name" : "family name"
        let isKnown = ways[row.id]?.short.contains(way) ?? false
        if !isKnown { ways[row.id, default: ([], [])].short.append(way) }
      }
    }
    return ways.sorted { $0.key < $1.key }.compactMap { id, ways in
      lexicon.index(of: id).map { index in
        owner(index, ways.full + ways.short, isShort: ways.full.isEmpty)
      }
    }
  }

  /// The entity that an identifier had before a correction merged it.
  func merged(_ typed: String) -> EntityIndex? {
    loaded.corrections?.list.first { $0.action == .merge && $0.entity?.text == typed }
      .flatMap { loaded.lexicon.index(of: EntityID($0.value)) }
  }

  /// The entities whose names are nearest to what was typed, best first.
  func nearest(to typed: String) -> [String] {
    NearestEntities.find(typed, in: loaded.gazetteers.lazy.flatMap(\.entities)).map {
      "\($0.name) (\($0.id))"
    }
  }

  private func owner(_ index: EntityIndex, _ ways: [String], isShort: Bool) -> Owner {
    let id = loaded.lexicon.entity(index).id
    let files = loaded.gazetteers.filter { gazetteer in
      gazetteer.entities.contains { $0.id == id }
    }
    return Owner(entity: index, ways: ways, files: files.map(\.path), isShort: isShort)
  }
}

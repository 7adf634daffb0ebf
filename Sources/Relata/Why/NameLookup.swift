import Gazetteers
import Recognition

/// Finds out what the gazetteers know of a name that somebody typed.
struct NameLookup {
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
    var result: [Owner] = []
    for (number, entity) in lexicon.entities.enumerated() {
      var ways: [String] = []
      for name in [Name(entity.name, .preferred)] + entity.names
      where FoldedName.key(name.text) == key && !ways.contains(name.form.description) {
        ways.append(name.form.description)
      }
      let isShort = ways.isEmpty
      for (name, isGiven) in ShortNames.of(entity) where FoldedName.key(name) == key {
        let way = isGiven ? "given name" : "family name"
        if !ways.contains(way) { ways.append(way) }
      }
      if !ways.isEmpty {
        result.append(owner(EntityIndex(UInt32(number)), ways, isShort: isShort))
      }
    }
    return result
  }

  /// The entity that an identifier had before a correction merged it.
  func merged(_ typed: String) -> EntityIndex? {
    loaded.corrections?.list.first { $0.action == .merge && $0.entity?.text == typed }
      .flatMap { loaded.lexicon.index(of: EntityID($0.value)) }
  }

  /// The entities whose names are nearest to what was typed, best first.
  func nearest(to typed: String) -> [String] {
    NearestEntities.find(typed, in: loaded.lexicon.entities).map { "\($0.name) (\($0.id))" }
  }

  private func owner(_ index: EntityIndex, _ ways: [String], isShort: Bool) -> Owner {
    let id = loaded.lexicon.entity(index).id
    let files = loaded.gazetteers.filter { gazetteer in
      gazetteer.entities.contains { $0.id == id }
    }
    return Owner(entity: index, ways: ways, files: files.map(\.path), isShort: isShort)
  }
}

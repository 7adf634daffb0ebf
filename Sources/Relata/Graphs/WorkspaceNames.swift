import EntityGraphs
import Gazetteers
import Workspaces

/// Finds an entity of a workspace by what a person types.
public struct WorkspaceNames: Sendable {
  private let workspace: Workspace

  /// - Parameter workspace: Where to look.
  public init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// What was found.
  public enum Answer: Sendable, Equatable {
    case one(StoredEntity)
    /// Several entities bear the name, ordered by identifier.
    case several([StoredEntity])
    /// None does; the nearest names, best first.
    case none(nearest: [String])
  }

  /// Finds the entity that a name means.
  ///
  /// An identifier counts first, then a preferred name, then any name by which the documents call it, then
  /// those of gazetteers; in names case, diacritics and signs do not matter.
  ///
  /// - Parameters:
  ///   - name: What was typed.
  ///   - isExact: Whether only an identifier or a preferred name counts, sign by sign.
  ///   - gazetteers: Gives further names, once they are needed.
  public func find(
    _ name: String, isExact: Bool = false, gazetteers: () -> [Gazetteer] = { [] }
  ) throws(WorkspaceError) -> Answer {
    if let entity = try workspace.entity(id: name) { return .one(entity) }
    var found = try workspace.entities(named: name)
    if isExact {
      found = found.filter { $0.node.name.utf8.elementsEqual(name.utf8) }
    } else if found.isEmpty {
      found = try entities(named: name, in: gazetteers())
    }
    switch found.count {
    case 1: return .one(found[0])
    case 0:
      let names = try workspace.entities().map(\.node.name)
      return .none(nearest: NearestNames.of(name, among: names))
    default: return .several(found)
    }
  }

  private func entities(
    named name: String, in gazetteers: [Gazetteer]
  ) throws(WorkspaceError) -> [StoredEntity] {
    let key = FoldedName.key(name)
    guard key != FoldedName.key("") else { return [] }
    var ids: Set<EntityID> = []
    for entity in gazetteers.lazy.flatMap(\.entities)
    where entity.names.contains(where: { FoldedName.key($0.text) == key })
      || FoldedName.key(entity.name) == key
    {
      ids.insert(entity.id)
    }
    var found: [StoredEntity] = []
    for id in ids.sorted() {
      if let entity = try workspace.entity(id: id.text) { found.append(entity) }
    }
    return found
  }
}

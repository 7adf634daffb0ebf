import ArgumentParser
import TextFiles
import Workspaces

/// Whom a command asks the documents of a workspace about: one entity, or two that they name together.
struct EntityOrPairOptions: ParsableArguments {
  @Argument(help: "An entity.")
  var first: String

  @Argument(help: "Another, to see the two together.")
  var second: String?

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var names: EntityNameOptions
  @OptionGroup var documents: DocumentRangeOptions

  func validate() throws {
    for name in [first, second].compactMap(\.self) { try EntityNameOptions.check(name) }
  }

  /// What was found.
  enum Subject {
    case one(StoredEntity)
    case pair(StoredEntity, StoredEntity)
  }

  /// Opens the workspace and finds who is named; what cannot be told is said, and ends the run.
  func find() throws -> (workspace: Workspace, subject: Subject) {
    let workspace = try place.open()
    let entity = try names.find(first, in: workspace)
    guard let second else { return (workspace, .one(entity)) }
    let other = try names.find(second, in: workspace)
    guard other != entity else { throw SameEntity(name: entity.node.name.onOneLine) }
    return (workspace, .pair(entity, other))
  }
}

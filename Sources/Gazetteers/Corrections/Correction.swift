/// One judgement of an analyst: a row of a corrections file.
public struct Correction: Sendable, Equatable {
  /// What it does.
  public enum Action: String, Sendable, CaseIterable {
    /// The entity gets no mentions, and nothing gets them in its place.
    case hide
    /// The entity is another one: that one gets its names.
    case merge
    /// The entity has a further name.
    case alias
    /// A name does not mean the entity, or anybody, in a document or in all.
    case not
  }

  public var action: Action

  /// The entity it is about; `nil` in a `not` that is about whoever the name could mean.
  public var entity: EntityID?

  /// The entity that takes the names (`merge`), or the name (`alias`, `not`); else empty.
  public var value: String

  /// The document that a `not` is about; empty for all.
  public var document: String

  /// Why, in the analyst's words.
  public var reason: String

  /// The line of the file, from 1.
  public var line: Int

  /// The columns of the cells of `entity` and `value`, in Unicode scalars from 1.
  var columns: (entity: Int, value: Int)

  public static func == (left: Correction, right: Correction) -> Bool {
    left.action == right.action && left.entity == right.entity && left.value == right.value
      && left.document == right.document && left.reason == right.reason && left.line == right.line
  }

  /// The judgement in words: `merge person/a into person/b`.
  public var summary: String {
    let who = entity?.text ?? "anybody"
    switch action {
    case .hide: return "hide \(who)"
    case .merge: return "merge \(who) into \(value)"
    case .alias: return "alias \(quoted(value)) of \(who)"
    case .not: return "\(quoted(value)) is not \(who)" + (document.isEmpty ? "" : " in \(document)")
    }
  }
}

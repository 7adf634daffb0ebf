import Gazetteers

/// Tells who bears a name, as a text would spell it, with the tolerance of matching.
public struct NameLookup: Sendable {
  /// A bearer of a name.
  public struct Bearer: Sendable, Equatable {
    /// The entity; `nil` for a family or given name, which stands for nobody by itself.
    public var entity: EntityIndex?

    /// The form of the name.
    public var form: NameForm
  }

  private let lexicon: Lexicon
  private var matcher: Matcher
  private var hits = HitBuffer()

  /// - Parameter lexicon: The names.
  public init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    matcher = Matcher(lexicon)
  }

  /// The bearers of a name, look-alikes included; empty where no gazetteer holds the whole of it.
  ///
  /// - Parameter name: The name, valid UTF-8.
  /// - Complexity: O(length of the name).
  public mutating func bearers(of name: Span<UInt8>) -> [Bearer] {
    hits.removeAll()
    guard name.count > 0 else { return [] }
    matcher.match(name, [Sentence(start: 0, end: name.count, passage: 0)], into: &hits)
    guard let hit = hits.hits.first, hit.start == 0, hit.end == name.count else { return [] }
    return hits.entries[hit.entries].map { index in
      let entry = lexicon.entry(Int(index))
      return Bearer(entity: entry.role == .shortKey ? nil : entry.entity, form: entry.form)
    }
  }
}

/// Finds entities whose names or identifiers are spelled much like a text.
public enum NearestEntities {
  /// The entities that are nearest to a text, best first.
  ///
  /// - Parameters:
  ///   - text: What was typed: an identifier, a name, or a word of one.
  ///   - entities: Where to look.
  ///   - count: How many to give at most.
  /// - Complexity: O(number of names), times the product of the lengths for those of like length.
  public static func find(
    _ text: String, in entities: some Sequence<GazetteerEntity>, count: Int = 3
  ) -> [GazetteerEntity] {
    let typed = folded(text)
    // `organisation/russian-foreign-ministry` is meant as a name, too, if it is no identifier.
    let name = text.split(separator: "/").last.map {
      folded(String($0).replacing("-", with: " "))
    }
    // What differs in a third of its letters is near to nothing.
    let farthest = max(3, (name ?? typed).count / 3 + 1)
    var best: [(score: Int, entity: GazetteerEntity)] = []
    var seen: Set<EntityID> = []
    for entity in entities where entity.kind != .none {
      let limit = best.count < count ? farthest : best[best.count - 1].score
      guard let score = score(of: entity, typed, name ?? typed, below: limit),
        seen.insert(entity.id).inserted
      else { continue }
      let place = best.firstIndex { $0.score > score } ?? best.count
      best.insert((score, entity), at: place)
      if best.count > count { seen.remove(best.removeLast().entity.id) }
    }
    return best.map(\.entity)
  }

  /// How far the nearest of an entity's names is, or `nil` where it is not below a limit.
  private static func score(
    of entity: GazetteerEntity, _ typed: [UInt8], _ typedName: [UInt8], below limit: Int
  ) -> Int? {
    var best = limit
    func consider(_ other: [UInt8], _ typed: [UInt8], _ penalty: Int) {
      guard abs(other.count - typed.count) + penalty < best else { return }
      best = min(best, NameDistance.between(typed, other) + penalty)
    }
    consider(folded(entity.id.text), typed, 0)
    for name in [entity.name] + entity.names.map(\.text) {
      let whole = folded(name)
      consider(whole, typedName, 0)
      // `Puttin` is near to `Vladimir Putin` by one of its words.
      let words = whole.split(separator: UInt8(ascii: " "))
      if words.count > 1 { for word in words { consider(Array(word), typedName, 1) } }
    }
    return best < limit ? best : nil
  }

  private static func folded(_ text: String) -> [UInt8] {
    var out = ""
    for scalar in text.unicodeScalars.prefix(100) { out += ScalarTable.shared.folded(scalar) }
    return Array(out.utf8)
  }
}

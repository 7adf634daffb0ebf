extension ImportSummary {
  /// What was read and written, and what was left out for which reasons, in a few lines.
  public var lines: [String] {
    var lines = notes.map { "note: \($0)" }
    lines.append(
      "\(Self.count(rows, "row")): \(entities) \(entities == 1 ? "entity" : "entities"), \(Self.count(names, "name")); \(Self.count(badRows, "bad row"))"
    )
    for (title, counts) in [("rows", droppedRecords), ("names", droppedNames)]
    where !counts.isEmpty {
      let list = Self.ordered(counts).map { "\($0.count) \($0.reason)" }
      lines.append("\(title) left out: " + list.joined(separator: "; "))
    }
    return lines
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

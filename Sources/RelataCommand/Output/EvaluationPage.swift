import Relata
import TextFiles

/// What `relata evaluate` prints: the scores, and what the gold and the tagger do not agree on.
struct EvaluationPage {
  private let evaluation: Evaluation
  private let show: Int
  private let differencesOnly: Bool

  init(_ evaluation: Evaluation, show: Int, differencesOnly: Bool) {
    self.evaluation = evaluation
    self.show = show
    self.differencesOnly = differencesOnly
  }

  /// A share with three decimals, cut and not rounded up, so that 0.9799 is not shown as 0.980.
  static func share(_ value: Double) -> String {
    let thousandths = Int(value * 1000 + 1e-9)
    let digits = "\(thousandths % 1000)"
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// Prints to standard output.
  func print(_ format: TableFormat) throws {
    switch format {
    case .table: try printTable()
    case .csv: try (differencesOnly ? differenceTable : scoreTable).print(.csv)
    case .json: try printJSON()
    }
  }

  private func printTable() throws {
    if !differencesOnly { try scoreTable.print(.table) }
    let all = evaluation.differences
    let shown = differencesOnly ? all[...] : all.prefix(show)
    let sink = FileSink.standardOutput()
    if !differencesOnly, !all.isEmpty {
      let rest = all.count > shown.count ? ", \(shown.count) shown (--show, --differences)" : ""
      try sink.append("\n\(Count.of(all.count, "difference"))\(rest)\n")
    }
    for difference in shown { try sink.append(difference.description + "\n") }
    try sink.flush()
  }

  private var scoreTable: Table {
    var table = Table(columns: [
      .init("group"), .init("name"), .init("precision", .number), .init("recall", .number),
      .init("f1", .number), .init("right", .number), .init("found", .number),
      .init("gold", .number),
    ])
    for row in evaluation.scores {
      let score = row.score
      func share(_ value: Double?) -> String { value.map(Self.share) ?? "" }
      table.add([
        row.group.rawValue, row.name, share(score.precision),
        row.hasRecall ? share(score.recall) : "", row.hasRecall ? share(score.f1) : "",
        "\(score.right)", "\(score.found)", row.hasRecall ? "\(score.gold)" : "",
      ])
    }
    return table
  }

  private var differenceTable: Table {
    var table = Table(columns: [
      .init("sort"), .init("document"), .init("file"), .init("line", .number),
      .init("column", .number), .init("expected"), .init("given"), .init("form"), .init("rule"),
      .init("listed"), .init("before"), .init("text"), .init("behind"),
    ])
    for difference in evaluation.differences {
      table.add([
        difference.sort.rawValue, difference.document, difference.place.path,
        "\(difference.place.line)", "\(difference.place.column)", difference.expected,
        difference.given, difference.form, difference.rule, difference.isListed ? "yes" : "no",
        difference.before, difference.text, difference.behind,
      ])
    }
    return table
  }

  private func printJSON() throws {
    var buffer = ByteBuffer()
    if differencesOnly {
      differenceTable.appendJSON(&buffer)
    } else {
      buffer.append("{\"documents\":\(evaluation.documents),\n\"scores\":")
      scoreTable.appendJSON(&buffer)
      buffer.append(",\"differences\":")
      differenceTable.appendJSON(&buffer, first: show)
      buffer.append(",\"notes\":[")
      for (number, note) in evaluation.notes.enumerated() {
        if number > 0 { buffer.append(",") }
        JSONText.append(note, to: &buffer)
      }
      buffer.append("]}\n")
    }
    let sink = FileSink.standardOutput()
    try sink.drain(&buffer)
    try sink.flush()
  }
}

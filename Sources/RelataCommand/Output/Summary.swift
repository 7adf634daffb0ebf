import Dates
import Relata
import TextFiles
import Workspaces

/// The lines that `relata build` ends with.
struct Summary {
  let result: BuildJob.Result
  let output: String
  let elapsed: Duration
  var slices: SliceLength?

  func say(_ report: Report) {
    let summary = result.summary
    let tally = summary.tally
    let seconds = max(
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18, 1e-6)
    let speed = Double(summary.bytes) / seconds / 1_000_000
    report.say(
      "\(Count.of(summary.documents, "document")), \(size(summary.bytes)), \(decimal(speed)) MB/s; \(dates(summary.dating)); \(Count.of(summary.skipped, "document")) skipped"
        + (summary.unknownFiles > 0
          ? "; \(Count.of(summary.unknownFiles, "file")) of unknown type passed over" : "")
    )
    report.say(
      "\(Count.of(summary.mentions, "mention")); \(isPartial ? "in the documents tagged now " : "")\(Count.of(tally.contested, "contested name")) decided, \(tally.undecided) left out; \(tally.embedded) inside longer names, \(tally.lookalikes) look-alikes, \(tally.unsupported) short names of nobody named in full"
    )
    let repeats = result.graph.ties.repeats
    report.say(
      "\(Count.of(result.graph.nodes.count, "node")), \(Count.of(result.graph.ties.count, "tie")), \(Count.of(repeats, "repeat")) not counted"
    )
    if let changes = result.changes, let line = line(changes) { report.say(line) }
    if let length = result.slices > 0 ? slices : nil {
      report.say(
        "\(Count.of(result.slices, "slice")) by \(length.rawValue), \(Count.of(summary.unplaced, "document")) in none"
      )
    }
    report.say("wrote \(OutputOption.shown(output)): " + result.files.joined(separator: ", "))
  }

  /// Whether documents were counted that an earlier run tagged.
  private var isPartial: Bool {
    result.changes.map { $0.unchanged + $0.kept > $0.readAgain } ?? false
  }

  /// What became of the documents that the workspace had before; nil where it had none.
  private func line(_ changes: WorkspaceBuild.Changes) -> String? {
    let parts = [
      (changes.unchanged, "unchanged"), (changes.replaced, "replaced"), (changes.kept, "kept"),
      (changes.removed, "removed"), (changes.readAgain, "tagged anew"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    guard !parts.isEmpty else { return nil }
    return "workspace: \(changes.added) added, " + parts.joined(separator: ", ")
      + (changes.kept > 0 ? "; --prune leaves out the \(changes.kept) kept" : "")
  }

  /// `3 dated, 2024-06-19 to 2024-06-21; 2 outside the dates asked for, 1 undated left out`
  private func dates(_ dating: DatingTally) -> String {
    var text = "\(dating.dated) dated"
    if let days = dating.days { text += ", \(days.first) to \(days.last)" }
    if dating.outside + dating.leftUndated > 0 {
      text +=
        "; \(dating.outside) outside the dates asked for and \(dating.leftUndated) undated left out"
    }
    return text
  }

  private func size(_ bytes: Int) -> String {
    bytes < 1_000_000
      ? "\(decimal(Double(bytes) / 1000)) kB" : "\(decimal(Double(bytes) / 1_000_000)) MB"
  }

  private func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// Numbers of things in words.
enum Count {
  /// `1 tie`, `2 ties`; `2 entities` where the plural is given.
  static func of(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}

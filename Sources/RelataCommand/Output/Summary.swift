import Relata

/// The lines that `relata build` ends with.
struct Summary {
  let result: BuildJob.Result
  let output: String
  let elapsed: Duration

  func say(_ report: Report) {
    let summary = result.summary
    let tally = summary.tally
    let seconds = max(
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18, 1e-6)
    let speed = Double(summary.bytes) / seconds / 1_000_000
    report.say(
      "\(count(summary.documents, "document")), \(size(summary.bytes)), \(decimal(speed)) MB/s; \(count(summary.skipped, "document")) skipped"
        + (summary.unknownFiles > 0
          ? "; \(count(summary.unknownFiles, "file")) of unknown type passed over" : "")
    )
    report.say(
      "\(count(summary.mentions, "mention")); \(count(tally.contested, "contested name")) decided, \(tally.undecided) left out; \(tally.embedded) inside longer names, \(tally.lookalikes) look-alikes, \(tally.unsupported) short names of nobody named in full"
    )
    let repeats = result.graph.ties.reduce(0) { $0 + $1.repeats }
    report.say(
      "\(count(result.graph.nodes.count, "node")), \(count(result.graph.ties.count, "tie")), \(count(repeats, "repeat")) not counted"
    )
    report.say("wrote \(output)/: " + result.files.joined(separator: ", "))
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
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

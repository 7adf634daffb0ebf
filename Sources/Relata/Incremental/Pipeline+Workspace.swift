import Cooccurrence
import Corpus
import EntityGraphs
import Gazetteers
import TextFiles
import Workspaces

extension Pipeline {
  /// Settles what a workspace holds beside the inputs of a run.
  ///
  /// Documents of earlier builds are kept, unless they are to be pruned; where gazetteers or settings have
  /// changed, they are tagged again from the text that is stored.
  ///
  /// - Throws: `WorkspaceError`.
  func readAgain(
    _ workspace: WorkspaceBuild, prune: Bool, into summary: inout RunSummary
  ) throws {
    guard summary.documents > 0 else { return }
    try workspace.settleMissing(prune: prune)
    var worker = DocumentWorker(
      lexicon, options, WorkPurpose(counts: false, stores: true))
    try workspace.readStale { worker.tag(&$0) }
    summary.tally.add(worker.tally)
  }

  /// Counts all documents of a workspace, in the order of their identifiers, and writes their lines.
  ///
  /// - Throws: `FileError` or `WorkspaceError`.
  func replay(
    _ workspace: WorkspaceBuild, _ purpose: WorkPurpose, into collector: inout RunCollector,
    progress: (RunProgress) -> Void
  ) async throws {
    var place = WorkspaceBuild.Place()
    var worker = DocumentWorker(lexicon, options, purpose)
    while true {
      try Task.checkCancellation()
      let documents = try workspace.read(from: &place, bytes: options.partBytes)
      guard !documents.isEmpty else { return }
      var part = PartWork(path: workspace.path)
      for document in documents where !worker.replay(document, into: &part) {
        throw WorkspaceError(
          path: workspace.path, reason: "the workspace is damaged at document \"\(document.id)\"",
          advice: "delete it and build again")
      }
      try collector.count(part)
    }
  }
}

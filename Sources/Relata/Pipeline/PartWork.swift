import Cooccurrence
import Corpus
import Recognition
import TextFiles
import Workspaces

/// A document as it was read.
struct TakenDocument: Sendable {
  var id: String
  /// The line of its record; nil where the file is the document.
  var line: RecordLine?
}

/// What goes into a workspace of a document.
enum DocumentRecord: Sendable {
  /// It is there already.
  case unchanged(String)
  case read(StoredDocument, ContentHash)
}

/// What became of one part of an input, as it is gathered.
struct PartWork: ~Copyable, Sendable {
  /// The path of its file, as messages show it.
  var path: String
  /// The documents that were read.
  var taken: [TakenDocument] = []
  /// What goes into the workspace, if there is one.
  var records: [DocumentRecord] = []
  /// The windows of the documents that are counted.
  var windows = WindowBatch()
  var bytes = 0
  var mentionCount = 0
  /// The lines of `mentions.jsonl`, and where those of each document end.
  var mentionLines = ByteBuffer()
  var mentionLineEnds: [Int] = []
  /// For each window that ties entities what its lines of `evidence.jsonl` have in common, and where
  /// that ends.
  var evidenceTails = ByteBuffer()
  var evidenceTailEnds: [Int] = []
  var problems: [InputProblem] = []
  var tally = ResolutionTally()
  var dating = DatingTally()

  init(path: String) { self.path = path }

  /// Makes room for the lines of so many bytes of input, as many as there usually are: to grow through all
  /// sizes took another 0.1 s for 100 MB.
  mutating func reserve(_ bytes: Int, _ purpose: WorkPurpose) {
    if purpose.mentions { mentionLines.reserve(bytes) }
    if purpose.evidence { evidenceTails.reserve(bytes / 2) }
  }
}

/// What became of one part of an input, as it goes from one task to another.
final class PartResult: Sendable {
  let work: PartWork

  init(_ work: consuming PartWork) { self.work = work }
}

import Cooccurrence
import Corpus
import Dates
import Recognition

/// How documents are read, tagged and counted.
public struct RunOptions: Sendable {
  /// How inputs are read.
  public var input = InputOptions()

  /// What counts as a mention.
  public var recognition = RecognitionOptions()

  /// The span within which two mentions count as together.
  public var window = WindowKind.sentence

  /// How many documents are worked on at once, 1 or more.
  public var threads = 1

  /// How many windows a tie shows as evidence.
  public var evidencePerTie = 3

  /// Which documents are read on, by their dates.
  public var dates = DateFilter()

  /// How long the slices of time are that are counted apart beside the whole; nil for none.
  public var slices: SliceLength?

  /// Input files are cut into parts of about so many bytes where their format allows.
  public var partBytes = 1 << 20

  public init() {}
}

/// How far a run has come.
public struct RunProgress: Sendable {
  /// Bytes of input that are done.
  public var bytes: Int
  /// Bytes of all inputs, as far as known beforehand.
  public var totalBytes: Int
  public var documents: Int
}

/// What a run met, in numbers, with all that was skipped.
public struct RunSummary: Sendable {
  public var documents = 0
  public var bytes = 0
  public var mentions = 0
  public var tally = ResolutionTally()

  /// What is known of the documents' dates.
  public var dating = DatingTally()

  /// Documents that are in no slice of time, where slices were asked for.
  public var unplaced = 0

  /// Skipped documents and warnings, in the order of the inputs.
  public var problems: [InputProblem] = []

  /// Files in folders whose names tell no format we read.
  public var unknownFiles = 0

  /// Documents that were not read.
  public var skipped: Int { problems.count { $0.severity == .skipped } }
}

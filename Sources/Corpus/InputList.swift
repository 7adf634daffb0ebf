/// The files that were found, in the order in which their documents are numbered.
public struct InputList: Sendable, Hashable {
  /// The files to read, each once.
  public var files: [InputFile] = []

  /// What could not be followed or was given twice.
  public var problems: [InputProblem] = []

  /// How many files in folders were left aside because their extension is of no known format.
  public var unknownFiles = 0

  /// An empty list.
  public init() {}
}

import Gazetteers
import TextFiles

/// Why a run stopped.
public enum RunError: Error, Sendable, CustomStringConvertible {
  case file(FileError)
  case gazetteers([GazetteerFinding])
  case noShippedGazetteers
  /// Languages in which no gazetteer has names, and those in which one has.
  case unknownLanguages([String], known: [String])

  /// One line for each thing that is wrong.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .gazetteers(let findings): findings.map(\.description).joined(separator: "\n")
    case .unknownLanguages(let languages, let known):
      "no gazetteer has names in \(languages.joined(separator: ", "))".onOneLine
        + (known.isEmpty ? "" : "; there are: \(known.joined(separator: ", "))".onOneLine)
    case .noShippedGazetteers:
      "cannot find the shipped gazetteers; name their folder in \(GazetteerLibrary.folderVariable), or give your own with --gazetteer and --no-shipped"
    }
  }
}

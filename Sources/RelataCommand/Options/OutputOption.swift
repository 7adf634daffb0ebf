import ArgumentParser
import Relata
import TextFiles

/// What holds of the folders that results go to.
enum OutputOption {
  /// Refuses an empty path: a variable of a script that is not set.
  static func check(_ folder: String?) throws {
    if folder?.isEmpty == true {
      throw ValidationError("--output is empty; name a folder, or . for the current one")
    }
  }

  /// The folder as messages show it, with a slash at its end.
  static func shown(_ folder: String) -> String {
    (folder.hasSuffix("/") ? folder : folder + "/").onOneLine
  }
}

/// A run that met no document it could read: `relata: no document could be read; …`.
struct NoDocuments: Error, CustomStringConvertible {
  /// How many files in folders have names that tell no format.
  var unknownFiles: Int

  /// How many were left out because of their dates.
  var dating = DatingTally()

  /// What became of the results, if any were to be written.
  var written: String?

  var description: String {
    let isLeftOut = dating.outside + dating.leftUndated > 0
    var line = isLeftOut ? "no document is of the dates asked for" : "no document could be read"
    if isLeftOut {
      line +=
        "; \(Count.of(dating.outside, "document")) outside, \(dating.leftUndated) undated (--undated keeps these)"
    }
    if unknownFiles > 0 {
      line +=
        "; \(Count.of(unknownFiles, "file")) of unknown type passed over (--input-format states one)"
    }
    if let written { line += "; \(written)" }
    return line
  }
}

import Foundation
import Gazetteers
import TextFiles

@testable import GazetteerImporters

/// What an import gave.
struct Imported {
  var table: String
  var summary: ImportSummary

  /// - Parameters:
  ///   - format: What the bytes are said to be.
  ///   - bytes: The file.
  init(
    _ format: ImportFormat, _ bytes: [UInt8], path: String = "x",
    options: ImportOptions = ImportOptions()
  ) throws {
    let sink = MemorySink()
    var running = try GazetteerImport(format, options: options, to: sink)
    try running.read(bytes.span, path: path)
    summary = try running.finish()
    table = String(decoding: sink.bytes, as: UTF8.self)
  }

  init(
    _ format: ImportFormat, _ text: String, path: String = "x",
    options: ImportOptions = ImportOptions()
  ) throws {
    try self.init(format, Array(text.utf8), path: path, options: options)
  }

  /// The rows as `id=…; name=…`, empty cells and the kind left out.
  var rows: [String] {
    let lines = table.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let columns = (lines.first ?? "").split(separator: "\t")
    return lines.dropFirst().map { line in
      zip(columns, line.split(separator: "\t", omittingEmptySubsequences: false))
        .filter { $0.0 != "kind" && !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }
        .joined(separator: "; ")
    }
  }

  /// What is said, as the user reads it.
  var said: [String] { summary.findings.map(\.description) + summary.lines }

  /// The table as `relata gazetteer check` reads it.
  var gazetteer: Gazetteer { Gazetteer(path: "x.tsv", bytes: Array(table.utf8).span) }
}

/// A file of `Fixtures/`.
func fixture(_ name: String) throws -> [UInt8] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  return Array(try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)")))
}

extension ImportOptions {
  init(kind: String? = nil, languages: [String] = [], features: [String] = ["P"], least: Int = 0) {
    self.init()
    self.kind = kind
    self.languages = languages
    self.features = features
    minimumPopulation = least
  }
}

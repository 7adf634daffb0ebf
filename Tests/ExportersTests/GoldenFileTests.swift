import EntityGraphs
import Exporters
import Foundation
import Testing
import TextFiles

/// The small sample as each format has it, in `Fixtures/`.
///
/// `RELATA_WRITE_FIXTURES=1 swift test --filter GoldenFileTests` writes the files anew; read the
/// difference before you commit it.
@Suite struct GoldenFileTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  private static let exporters: [any GraphExporter] = GraphFormat.allCases.flatMap(\.exporters)

  /// Fixed by hand, so that a better layout leaves the files as they are.
  private static let placement = Placement(
    positions: [.init(x: -40, y: 0), .init(x: 0, y: 10.5), .init(x: 60.2, y: -20)],
    sizes: [60, 20, 37.5])

  static func bytes(
    _ exporter: any GraphExporter, _ graph: EntityGraph, _ placement: Placement? = nil
  ) throws -> (bytes: [UInt8], warnings: [ExportWarning]) {
    let sink = MemorySink()
    let warnings = try exporter.write(
      graph, placement: placement ?? Placement(of: graph), to: sink)
    return (sink.bytes, warnings)
  }

  /// Of the page only the data depends on the graph, which `PageTests` looks at.
  private static let withFixtures = exporters.filter { $0.formatName != "html" }

  @Test("a small graph gives the committed file", arguments: withFixtures.indices)
  func small(number: Int) throws {
    let exporter = Self.withFixtures[number]
    let (bytes, warnings) = try Self.bytes(exporter, SampleGraphs.small, Self.placement)
    #expect(warnings == [])
    let file = Self.fixtures.appendingPathComponent(exporter.fileName)
    if ProcessInfo.processInfo.environment["RELATA_WRITE_FIXTURES"] != nil {
      try Data(bytes).write(to: file)
    }
    #expect(
      String(decoding: bytes, as: UTF8.self) == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test("the same graph gives the same bytes", arguments: exporters.indices)
  func deterministic(number: Int) throws {
    let exporter = Self.exporters[number]
    let first = try Self.bytes(exporter, SampleGraphs.hostile)
    let second = try Self.bytes(exporter, SampleGraphs.hostile)
    #expect(first.bytes == second.bytes)
    #expect(first.warnings == second.warnings)
  }

  @Test("links can stand in the place of edges")
  func links() throws {
    let (bytes, _) = try Self.bytes(NodeLinkJSONExporter(tieKey: .links), SampleGraphs.small)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\n],\"links\":[\n"))
    #expect(!text.contains("\"edges\""))
  }

  @Test("labels for yEd are written on request")
  func yEd() throws {
    let (bytes, _) = try Self.bytes(
      GraphMLExporter(writesYEdGraphics: true), SampleGraphs.small, Self.placement)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("<key id=\"nodegraphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>"))
    #expect(text.contains("<y:NodeLabel>AT&amp;T &lt;Inc&gt;</y:NodeLabel>"))
    #expect(text.contains("<y:Geometry x=\"-10\" y=\"-20.5\" width=\"20\" height=\"20\"/>"))
  }

  @Test("a full disk is one error that says what and where", arguments: exporters.indices)
  func fullDisk(number: Int) throws {
    final class FullSink: ByteSink {
      func append(_ bytes: Span<UInt8>) throws(FileError) {
        throw FileError(path: "x", action: "write", reason: "No space left on device")
      }
    }
    let graph = SampleGraphs.hostile
    let error = #expect(throws: ExportError.self) {
      _ = try Self.exporters[number].write(graph, placement: Placement(of: graph), to: FullSink())
    }
    #expect(error?.description == "cannot write \"x\": No space left on device")
  }

  /// Where `scripts/test` finds files for `consumers/check_exports.py`.
  @Test(
    "the hostile graph is written for other programs to read",
    .enabled(if: ProcessInfo.processInfo.environment["RELATA_HOSTILE_EXPORTS"] != nil))
  func hostileSample() async throws {
    let path = try #require(ProcessInfo.processInfo.environment["RELATA_HOSTILE_EXPORTS"])
    let graph = SampleGraphs.hostile
    let files = AtomicFileSet(in: try OutputFolder(creating: path))
    _ = try await GraphExport.write(
      graph, placement: Placement(of: graph), as: Self.exporters, into: files)
    try files.commit()
  }

  @Test("any number of threads writes the same files and gives the same warnings")
  func threads() async throws {
    let graph = SampleGraphs.hostile
    var found: [[[UInt8]]] = []
    var warnings: [[ExportWarning]] = []
    for threads in [1, 2, 20] {
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "relata-threads-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      let files = AtomicFileSet(in: try OutputFolder(creating: folder.path))
      warnings.append(
        try await GraphExport.write(
          graph, placement: Placement(of: graph), as: Self.exporters, into: files, threads: threads)
      )
      try files.commit()
      found.append(
        try Self.exporters.map {
          [UInt8](try Data(contentsOf: folder.appending(path: $0.fileName)))
        })
    }
    #expect(found[1] == found[0] && found[2] == found[0])
    #expect(warnings[1] == warnings[0] && warnings[2] == warnings[0])
    #expect(!warnings[0].isEmpty)
  }
}

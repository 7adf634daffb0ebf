import Gazetteers
import Testing

@testable import GazetteerImporters

/// Each source's sample in its real shape; `generate-samples` writes them.
@Suite struct SampleTests {
  @Test("the nasty rows become exactly this, and what is left out is said", arguments: Sample.all)
  func rows(sample: Sample) throws {
    let imported = try Imported(sample.format, fixture(sample.file), path: sample.file)
    #expect(Array(imported.rows.prefix(sample.rows.count)) == sample.rows)
    #expect(imported.said == sample.said)
    #expect(imported.summary.entities >= 200)
  }

  @Test("what is written is a gazetteer without errors and warnings", arguments: Sample.all)
  func check(sample: Sample) throws {
    let imported = try Imported(sample.format, fixture(sample.file), path: sample.file)
    #expect(imported.gazetteer.findings == [])
    #expect(imported.gazetteer.entities.count == imported.summary.entities)
  }

  @Test("two runs give the same bytes", arguments: Sample.all)
  func again(sample: Sample) throws {
    let first = try Imported(sample.format, fixture(sample.file), path: sample.file)
    let second = try Imported(sample.format, fixture(sample.file), path: sample.file)
    #expect(first.table == second.table)
  }

  @Test("the format is told from the content, but for a list", arguments: Sample.all)
  func guess(sample: Sample) throws {
    let bytes = try fixture(sample.file)
    #expect(ImportFormat.guess(bytes.span) == (sample.format == .list ? nil : sample.format))
  }

  @Test("a line break of Windows changes nothing", arguments: Sample.all)
  func carriageReturns(sample: Sample) throws {
    // In the sample of OpenSanctions a name holds a line feed, which comes out as a space either way.
    let bytes = try fixture(sample.file)
    let turned = bytes.filter { $0 != 0x0D }.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(
      try Imported(sample.format, turned, path: sample.file).table
        == Imported(sample.format, bytes, path: sample.file).table)
  }
}

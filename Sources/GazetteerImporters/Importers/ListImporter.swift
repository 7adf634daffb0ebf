import Gazetteers
import TextFiles

/// One name a line; blank lines and lines that begin with `#` are passed over.
///
/// The file's name gives the kind (`ships.txt`), unless the options do. Names that fold alike are one
/// entity, so all are held in memory.
struct ListImporter: GazetteerImporter {
  let attributes: [String] = []
  private var groups = EntityGroups()

  mutating func read(
    _ bytes: Span<UInt8>, path: String, into session: inout ImportSession
  ) throws(FileError) {
    let kind = session.options.kind ?? NameListReader.kind(of: path)
    var lines = LineReader()
    while let range = lines.next(in: bytes) {
      guard let line = TabbedLine(bytes.extracting(range)) else {
        session.countRow()
        session.bad(
          path, line: lines.number, column: 1,
          "the line is not valid UTF-8 and is passed over; save the file as UTF-8")
        continue
      }
      if line.isBlank || line[0].hasPrefix("#") { continue }
      session.countRow()
      guard line.count == 1 else {
        session.bad(
          path, line: lines.number, column: line.column(of: 1) - 1,
          "the line holds a tab and is passed over; a list has one name a line, nothing else")
        continue
      }
      groups.update("\(kind)/\(Slug.of(line[0]))", sourceID: "") { entity in
        entity.kind = kind
        entity.add(line[0])
      }
    }
  }

  mutating func finish(into session: inout ImportSession) throws(FileError) {
    for entity in groups.entities { try session.add(entity) }
  }
}

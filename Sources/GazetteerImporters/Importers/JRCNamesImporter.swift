import TextFiles

/// JRC-Names: `1510<TAB>P<TAB>u<TAB>Alexander+Pushkin`.
///
/// The columns are a number, `P` or `O`, a language (`u` for any) and a name with `+` for spaces. Rows of
/// one number are variants of one name, the first the usual one; as they may stand apart, all are held in
/// memory.
struct JRCNamesImporter: GazetteerImporter {
  let attributes = ["source_id"]
  private var groups = EntityGroups()

  mutating func read(
    _ bytes: Span<UInt8>, path: String, into session: inout ImportSession
  ) throws(FileError) {
    var lines = LineReader()
    while let row = lines.nextRow(in: bytes, of: path, &session) {
      guard row.count == 4 else {
        session.bad(
          path, line: lines.number, column: 1,
          "the row has \(row.count) cells and is passed over; JRC-Names has 4: number, type, language, name"
        )
        continue
      }
      let number = row[0]
      guard !number.isEmpty, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        session.bad(
          path, line: lines.number, column: 1,
          "the row begins with \"\(number.prefix(40))\" and is passed over; JRC-Names has a number there"
        )
        continue
      }
      let kind: String
      switch row[1] {
      case "P": kind = "person"
      case "O": kind = "organisation"
      default:
        session.drop("type \"\(row[1].prefix(20))\", which is neither P nor O")
        continue
      }
      let name = row[3].replacing("+", with: " ")
      groups.update(number) { entity in
        if entity.kind.isEmpty { entity.kind = kind }
        entity.attributes["source_id"] = number
        // The first row is the preferred name, if its language is wanted.
        entity.add(
          name, language: row[2] == "u" ? "" : row[2],
          as: entity.names.isEmpty ? .preferred : nil)
      }
    }
  }

  mutating func finish(into session: inout ImportSession) throws(FileError) {
    for entity in groups.entities { try session.add(entity) }
  }
}

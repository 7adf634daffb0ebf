import TextFiles

/// Reads the stand-off annotations of brat: `T1<TAB>person 0 14<TAB>Vladimir Putin`.
///
/// A normalisation of our own, `N1<TAB>Reference T1 relata:person/vladimir-putin`, states the entity.
/// A span in several parts (`0 5;16 23`) is taken from its first to its last. Relations, events,
/// attributes, notes and references to other sources are passed over.
enum BratGold {
  static func read(
    _ path: String, name: String, into findings: inout [GoldFinding]
  ) throws -> GoldDocument {
    let stem = path.hasSuffix(".ann") ? String(path.dropLast(4)) : path
    let shown = name.hasSuffix(".ann") ? String(name.dropLast(4)) : name
    let text = try GoldFile.read(stem + ".txt")
    var document = GoldDocument(id: shown + ".txt", path: stem + ".txt", text: text)
    var places: [Substring: Int] = [:]
    var references: [(annotation: Substring, entity: String, place: FilePlace)] = []
    for (number, line) in GoldLines(try GoldFile.read(path)) {
      let here = FilePlace(path: path, line: number, column: 1)
      if line.hasPrefix("T") {
        switch mention(line, here) {
        case .success(let mention):
          places[line.prefix { $0 != "\t" }] = document.mentions.count
          document.mentions.append(mention)
        case .failure(let finding): findings.append(finding)
        }
      } else if line.hasPrefix("N") {
        let cells = line.cells { $0 == "\t" || $0 == " " }
        guard cells.count >= 4, cells[1] == "Reference" else {
          findings.append(
            GoldFinding(here, "the normalisation is not N1<TAB>Reference T1 source:id; correct it"))
          continue
        }
        guard cells[3].hasPrefix("relata:") else { continue }
        references.append((cells[2], String(cells[3].dropFirst(7)), here))
      } else if let first = line.first, !"REAM#*".contains(first), !first.isWhitespace {
        findings.append(
          GoldFinding(
            here,
            "a line of brat begins with T, N, R, E, A, M, # or *, not \"\(first)\"; correct it"))
      }
    }
    for reference in references {
      guard let place = places[reference.annotation] else {
        findings.append(
          GoldFinding(
            reference.place,
            "\(reference.annotation) is annotated nowhere in the file; correct the reference"))
        continue
      }
      document.mentions[place].entity = reference.entity
    }
    return document
  }

  private static func mention(
    _ line: Substring, _ here: FilePlace
  ) -> Result<GoldMention, GoldFinding> {
    let cells = line.cells { $0 == "\t" }
    guard cells.count >= 2 else {
      return .failure(
        GoldFinding(here, "the annotation has no tabs; write T1<TAB>kind 0 14<TAB>text"))
    }
    let head = cells[1].cells { $0 == " " || $0 == ";" }
    var place = here
    place.column = line.column(of: cells[1].startIndex)
    guard head.count >= 3, head.count % 2 == 1, let start = Int(head[1]),
      let end = head.last.flatMap({ Int($0) }), start >= 0, end > start
    else {
      return .failure(
        GoldFinding(place, "\"\(cells[1])\" is not a kind, a start and a larger end; correct it"))
    }
    let isWhole = head.count == 3
    return .success(
      GoldMention(
        span: start..<end, text: isWhole && cells.count > 2 ? String(cells[2]) : nil,
        kind: String(head[0]), mark: place))
  }
}

extension GoldFinding: Error {}

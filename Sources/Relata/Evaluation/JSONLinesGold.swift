import TextFiles

/// Reads mentions as lines of JSON, with the fields of `mentions.jsonl`.
///
/// `document`, `start`, `end` and one of `entity` and `kind` are needed; `text` is checked against
/// the document, `form` lets recall be told by form, and other fields are passed over.
enum JSONLinesGold {
  private static let fields = ["document", "start", "end", "text", "entity", "kind", "form"]

  static func read(
    _ text: [UInt8], path: String, into findings: inout [GoldFinding]
  ) -> [GoldDocument] {
    var scanner = JSONScanner(fields: fields)
    var documents: [GoldDocument] = []
    var numbers: [String: Int] = [:]
    for (number, line) in GoldLines(text) where !line.allSatisfy(\.isWhitespace) {
      var here = FilePlace(path: path, line: number, column: 1)
      let bytes = Array(line.utf8)
      do throws(JSONError) {
        try scanner.scan(bytes.span)
      } catch {
        here.column = error.column
        findings.append(GoldFinding(here, "\(error.reason); each line must be a JSON object"))
        continue
      }
      func string(_ index: Int) -> String? {
        guard case .string(let range, _) = scanner.values[index] else { return nil }
        var value: [UInt8] = []
        JSONEscape.append(range, of: bytes.span, to: &value)
        return String(decoding: value, as: UTF8.self)
      }
      func integer(_ index: Int) -> Int? {
        guard case .number(let range) = scanner.values[index] else { return nil }
        return Int(String(decoding: bytes[range], as: UTF8.self))
      }
      guard let document = string(0) else {
        findings.append(GoldFinding(here, "\"document\" is missing; give the document's id"))
        continue
      }
      guard let start = integer(1), let end = integer(2), start >= 0, end > start else {
        findings.append(
          GoldFinding(here, "\"start\" and \"end\" must be whole numbers, the end the larger one"))
        continue
      }
      let (entity, kind) = (string(4), string(5))
      guard entity != nil || kind != nil else {
        findings.append(GoldFinding(here, "neither \"entity\" nor \"kind\" is there; give one"))
        continue
      }
      if numbers[document] == nil {
        numbers[document] = documents.count
        documents.append(GoldDocument(id: document, path: document))
      }
      guard let index = numbers[document] else { continue }
      documents[index].mentions.append(
        GoldMention(
          span: start..<end, text: string(3), entity: entity, kind: kind, form: string(6),
          mark: here))
    }
    return documents
  }
}

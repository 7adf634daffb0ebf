import EntityGraphs
import TextFiles

/// The attributes of an entity as a list of pairs in JSON, which keeps their order:
/// `[["wikidata","Q423"]]`.
enum AttributeText {
  static func json(_ attributes: [Attribute]) -> String? {
    guard !attributes.isEmpty else { return nil }
    var buffer = ByteBuffer()
    buffer.append("[")
    for (place, attribute) in attributes.enumerated() {
      buffer.append(place > 0 ? ",[" : "[")
      JSONText.append(attribute.name, to: &buffer)
      buffer.append(",")
      JSONText.append(attribute.value, to: &buffer)
      buffer.append("]")
    }
    buffer.append("]")
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  static func attributes(_ json: String?) -> [Attribute] {
    guard let json, let pairs = json.withUTF8Span({ try? JSONValue.parse(line: $0) })?.elements
    else { return [] }
    return pairs.compactMap { pair in
      guard let cells = pair.elements, cells.count == 2, let name = cells[0].text,
        let value = cells[1].text
      else { return nil }
      return Attribute(name: name, value: value)
    }
  }
}

import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a reader finds in an exported file: texts of nodes and ties, in the order of the file.
struct ReadBack: Equatable {
  var nodes: [[String: String]] = []
  var ties: [[String: String]] = []
}

/// Reads GraphML or GEXF: attributes of elements, `data` by key and `attvalue` by `for`.
final class XMLReadBack: NSObject, XMLParserDelegate {
  private var result = ReadBack()
  private var fields: [String: String]?
  private var key: String?
  private var text = ""

  static func read(_ bytes: [UInt8]) throws -> ReadBack {
    let reader = XMLReadBack()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    return reader.result
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch name {
    case "node", "edge": fields = attributes
    case "data": key = attributes["key"]
    case "attvalue": fields?[attributes["for"] ?? ""] = attributes["value"]
    default: break
    }
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch name {
    case "data":
      if let key { fields?[key] = text }
    case "node": result.nodes.append(fields ?? [:])
    case "edge": result.ties.append(fields ?? [:])
    default: break
    }
  }
}

/// Reads CSV by RFC 4180: rows of cells.
func readCSV(_ bytes: [UInt8]) -> [[String]] {
  var (rows, row, cell) = ([[String]](), [String](), [UInt8]())
  var isQuoted = false
  var index = 0
  func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
  while index < bytes.count {
    let byte = bytes[index]
    switch (isQuoted, byte) {
    case (true, UInt8(ascii: "\"")):
      if index + 1 < bytes.count, bytes[index + 1] == byte {
        cell.append(byte)
        index += 1
      } else {
        isQuoted = false
      }
    case (false, UInt8(ascii: "\"")): isQuoted = true
    case (false, UInt8(ascii: ",")):
      row.append(text(cell))
      cell = []
    case (false, UInt8(ascii: "\n")):
      rows.append(row + [text(cell)])
      (row, cell) = ([], [])
    default: cell.append(byte)
    }
    index += 1
  }
  return rows
}

/// The text of a DOT string literal that begins at an index, as Graphviz and Gephi show it.
func readDOTLabel(_ bytes: [UInt8], from start: Int) -> String {
  var label: [UInt8] = []
  var index = start + 1
  while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
    if bytes[index] == UInt8(ascii: "\\") {
      index += 1
      label.append(bytes[index] == UInt8(ascii: "n") ? UInt8(ascii: "\n") : bytes[index])
    } else {
      label.append(bytes[index])
    }
    index += 1
  }
  return String(decoding: label, as: UTF8.self)
}

import Corpus
import Foundation
import TestSupport

/// What reading gave: documents and problems, in order.
struct ReadResult {
  var documents: [Document] = []
  var problems: [String] = []

  var texts: [String] { documents.map { String(decoding: $0.text, as: UTF8.self) } }
  var ids: [String] { documents.map(\.id) }
}

/// Finds and reads everything, part by part.
func readAll(
  _ inputs: [String], options: InputOptions = InputOptions(), maxBytes: Int = 1 << 26
) throws -> ReadResult {
  var result = ReadResult()
  let list = try InputFinder.find(inputs, options: options)
  result.problems = list.problems.map(\.description)
  for file in list.files {
    for part in file.parts(maxBytes: maxBytes) {
      try part.read(
        options: options, document: { result.documents.append($0) },
        problem: { result.problems.append($0.description) })
    }
  }
  return result
}

/// A text as UTF-16 behind its byte order mark.
func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
  ("\u{FEFF}" + text).utf16.flatMap { unit in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return isBigEndian ? [high, low] : [low, high]
  }
}

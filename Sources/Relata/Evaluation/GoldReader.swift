import Corpus
import TextFiles

/// Reads gold annotations from a file, or from all files of a folder.
///
/// In a folder the extensions tell the formats; texts beside `.ann` files are their texts. Documents
/// come in the order of the bytes of their paths.
public struct GoldReader: Sendable {
  /// The format of all files; `nil` to go by their extensions.
  public var format: GoldFormat?

  public var columns = CoNLLColumns()

  public init() {}

  /// The documents of a file or folder.
  ///
  /// - Parameter path: The file or folder.
  /// - Throws: `FileError` where something cannot be read, and `EvaluationError.gold` with all that
  ///   is wrong in the files.
  public func read(_ path: String) throws -> [GoldDocument] {
    // A format is stated so that files with extensions of ours are found, too.
    let list = try InputFinder.find([path], options: InputOptions(format: .text))
    let isFolder = !(list.files.count == 1 && list.files[0].path == path)
    let hasBrat = list.files.contains { GoldFormat(path: $0.path) == .brat }
    var documents: [GoldDocument] = []
    var findings: [GoldFinding] = []
    for file in list.files {
      var found = format ?? GoldFormat(path: file.path)
      if isFolder, hasBrat, format == nil || format == .brat {
        guard GoldFormat(path: file.path) == .brat else { continue }
        found = .brat
      }
      guard let found = found ?? (isFolder ? nil : .marked) else { continue }
      if isFolder, format != nil, GoldFormat(path: file.path) == nil { continue }
      let name = file.name
      switch found {
      case .brat:
        documents.append(try BratGold.read(file.path, name: name, into: &findings))
      case .conll:
        let reader = CoNLLGold(path: file.path, name: name, columns: columns)
        documents += reader.read(try GoldFile.read(file.path), into: &findings)
      case .jsonl:
        documents += JSONLinesGold.read(
          try GoldFile.read(file.path), path: file.path, into: &findings)
      case .marked:
        documents += MarkedGold.read(
          try GoldFile.read(file.path), path: file.path, name: name, into: &findings)
      }
    }
    guard findings.isEmpty else { throw EvaluationError.gold(findings) }
    guard !documents.isEmpty else {
      throw EvaluationError.unusable(
        "\(path.onOneLine) holds no gold annotations; give .ann, .conll, .jsonl or .tsv files, or state --gold-format"
      )
    }
    return documents
  }
}

/// Reads a whole file of annotations.
enum GoldFile {
  /// The file as valid UTF-8.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = path == "-" ? "/dev/stdin" : path
    let bytes = try FileBytes(path: file)
    do throws(UndecodableText) {
      return try bytes.withBytes { span throws(UndecodableText) in
        try DecodedText.decode(span).utf8
      }
    } catch {
      throw FileError(path: path, action: "read", reason: "it \(error)")
    }
  }
}

/// The lines of a file, each with its number and without its line end.
struct GoldLines: Sequence, IteratorProtocol {
  private let text: [UInt8]
  private var place = 0
  private var number = 0

  init(_ text: [UInt8]) {
    self.text = text
  }

  mutating func next() -> (number: Int, text: Substring)? {
    guard place < text.count else { return nil }
    let end = ByteSearch.first(0x0A, in: text.span, from: place)
    var last = end
    if last > place, text[last - 1] == 0x0D { last -= 1 }
    let line = String(decoding: text[place..<last], as: UTF8.self)
    place = end + 1
    number += 1
    return (number, line[...])
  }
}

extension Substring {
  /// The column of a place in the line, in Unicode scalars from 1.
  func column(of index: Index) -> Int {
    unicodeScalars.distance(from: startIndex, to: index) + 1
  }

  /// The parts between separators, empty ones too; as scalars, since a separator may carry a mark.
  func cells(_ isSeparator: (Unicode.Scalar) -> Bool) -> [Substring] {
    unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
      .map { Substring($0) }
  }
}

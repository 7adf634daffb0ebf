import TextFiles

/// A file of lines that belong to documents, in the order of the documents' identifiers.
///
/// Lines are written as documents come. Only if these do not come in order (records of a JSON Lines
/// file may have any identifiers) are the lines read back at the end and put into it.
final class DocumentLines {
  private let file: AtomicFile
  private var blocks: [(document: String, range: Range<Int>, number: Int)] = []
  private var written = 0
  private var isOrdered = true

  init(_ file: AtomicFile) {
    self.file = file
  }

  /// Begins the block of the next document.
  func begin(_ document: String) {
    if let last = blocks.last, document.utf8.lexicographicallyPrecedes(last.document.utf8) {
      isOrdered = false
    }
    blocks.append((document, written..<written, blocks.count))
  }

  /// Appends lines to the block that was begun last.
  func append(_ lines: Span<UInt8>) throws(FileError) {
    guard let last = blocks.indices.last else { return }
    written += lines.count
    blocks[last].range = blocks[last].range.lowerBound..<written
    try file.append(lines)
  }

  /// Appends all lines of a buffer to the block that was begun last, and empties it.
  func drain(_ lines: inout ByteBuffer) throws(FileError) {
    try lines.withBytes { bytes throws(FileError) in try append(bytes) }
    lines.clear()
  }

  /// Puts the lines into order.
  ///
  /// - Parameter rewrite: Receives each block in order, by the number it was appended under; what it
  ///   gives is written in its place.
  /// - Throws: `FileError` where the disk is full.
  func finish(_ rewrite: (Int, Span<UInt8>) -> ByteBuffer?) throws(FileError) {
    // Here, so that a full disk is told of the first file that it leaves no room for.
    if isOrdered { return try file.flush() }
    let bytes = try file.written()
    try file.rewind()
    blocks.sort {
      $0.document.utf8.elementsEqual($1.document.utf8)
        ? $0.number < $1.number
        : $0.document.utf8.lexicographicallyPrecedes($1.document.utf8)
    }
    var failure: FileError?
    bytes.withBytes { span in
      for block in blocks where failure == nil {
        let lines = span.extracting(block.range)
        do throws(FileError) {
          if let changed = rewrite(block.number, lines) {
            try changed.withBytes { bytes throws(FileError) in try file.append(bytes) }
          } else {
            try file.append(lines)
          }
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
  }
}

/// Takes the lines of `mentions.jsonl`.
public final class MentionSink {
  private let lines: DocumentLines

  /// - Parameter file: Where they go; the caller commits it.
  public init(_ file: AtomicFile) {
    lines = DocumentLines(file)
  }

  func take(_ part: borrowing PartWork) throws(FileError) {
    try part.mentionLines.withBytes { bytes throws(FileError) in
      var start = 0
      for (document, end) in zip(part.windows.documents, part.mentionLineEnds) {
        lines.begin(document.id)
        try lines.append(bytes.extracting(start..<end))
        start = end
      }
    }
  }

  func finish() throws(FileError) {
    try lines.finish { _, _ in nil }
  }
}

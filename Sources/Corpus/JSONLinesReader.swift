import TextFiles

/// Reads the lines of one part of a JSON Lines file, each a document.
struct JSONLinesReader {
  /// Carries what `document` threw past the source of the chunks, whose own errors are problems.
  private struct Stopped: Error {
    let cause: any Error
  }

  /// Ends the reading of a stream that has been reported as no text.
  private struct NoText: Error {}

  /// Parts of more bytes are mapped, as they have documents of megabytes.
  private static let largestCopy = 4 << 20

  private let part: InputPart
  private let options: InputOptions
  private var lines: JSONLineParser
  private var splitter: LineSplitter
  /// Whether the chunks are text; nil before the first of them.
  private var isText: Bool?

  init(part: InputPart, options: InputOptions) {
    self.part = part
    self.options = options
    lines = JSONLineParser(part: part, options: options)
    splitter = LineSplitter(limit: options.largestDocument)
  }

  /// Reads all lines.
  ///
  /// - Parameters:
  ///   - document: Receives each document.
  ///   - problem: Receives what was skipped or read otherwise than it stands.
  /// - Throws: What `document` throws.
  mutating func read(
    document: (consuming Document) throws -> Void, problem: (InputProblem) -> Void
  ) throws {
    if part.file.isStandardInput {
      return try readStandardInput(document: document, problem: problem)
    }
    if let range = part.range, range.count <= Self.largestCopy {
      return try read(range, document: document, problem: problem)
    }
    let file: FileBytes
    do {
      file = try FileBytes(path: part.file.path)
    } catch {
      problem(InputProblem(path: part.file.shownPath, reason: FileContent.reason(error)))
      return
    }
    try file.withBytes { bytes in
      if Gunzip.isGzip(bytes) {
        try readPacked(bytes, document: document, problem: problem)
      } else if check(head: bytes, problem) {
        try readStored(bytes, document: document, problem: problem)
      }
    }
  }

  /// Reads a stretch of the file, of which nothing else is taken into memory. Only files that are
  /// text have such parts.
  private mutating func read(
    _ range: Range<Int>, document: (consuming Document) throws -> Void,
    problem: (InputProblem) -> Void
  ) throws {
    let bytes: FileBytes
    do {
      bytes = try FileBytes(path: part.file.path, range: range)
    } catch {
      problem(InputProblem(path: part.file.shownPath, reason: FileContent.reason(error)))
      return
    }
    try bytes.withBytes {
      try readLines($0, beginAt: range.lowerBound, document: document, problem: problem)
    }
  }

  private mutating func readStored(
    _ bytes: Span<UInt8>, document: (consuming Document) throws -> Void,
    problem: (InputProblem) -> Void
  ) throws {
    guard DecodedText.utf16ByteOrder(bytes) != nil else {
      return try readLines(bytes, document: document, problem: problem)
    }
    let decoded: DecodedText
    do {
      decoded = try DecodedText.decode(bytes)
    } catch {
      problem(InputProblem(path: part.file.shownPath, reason: "\(error)"))
      return
    }
    if let warning = decoded.warning {
      problem(InputProblem(path: part.file.shownPath, reason: warning, severity: .warning))
    }
    try readLines(decoded.utf8.span, document: document, problem: problem)
  }

  /// - Parameter first: Where in the file the bytes begin.
  private mutating func readLines(
    _ bytes: Span<UInt8>, beginAt first: Int = 0,
    document: (consuming Document) throws -> Void, problem: (InputProblem) -> Void
  ) throws {
    // The file may have become shorter since it was divided.
    let end = min((part.range?.upperBound).map { $0 - first } ?? bytes.count, bytes.count)
    var start = min((part.range?.lowerBound ?? 0) - first, end)
    if start + first == 0 { start = DecodedText.utf8MarkLength(bytes) }
    while start < end {
      let lineEnd = min(ByteSearch.first(0x0A, in: bytes, from: start), end)
      try lines.read(
        bytes.extracting(start..<lineEnd), document: document, problem: problem)
      start = lineEnd + 1
    }
    part.lines?.note(lines: lines.lineCount, of: part.number)
  }

  private mutating func readPacked(
    _ bytes: Span<UInt8>, document: (consuming Document) throws -> Void,
    problem: (InputProblem) -> Void
  ) throws {
    do {
      try Gunzip.stream(bytes, limit: options.largestUnpacked) { chunk in
        try take(chunk, document: document, problem: problem)
      }
    } catch let stopped as Stopped {
      throw stopped.cause
    } catch {
      problem(InputProblem(path: part.file.shownPath, reason: FileContent.reason(error)))
      return
    }
    try finish(document: document, problem: problem)
  }

  /// Reads standard input as it comes; gzip only once all of it is there.
  private mutating func readStandardInput(
    document: (consuming Document) throws -> Void, problem: (InputProblem) -> Void
  ) throws {
    var packed: [UInt8] = []
    do {
      try FileBytes.stream(descriptor: 0, path: "standard input") { chunk in
        if !packed.isEmpty || isText == nil && Gunzip.isGzip(chunk) {
          packed.append(copying: chunk)
          guard packed.count <= options.largestUnpacked else {
            throw FileError(
              path: "standard input", action: "read",
              reason: "it gives more than \(options.largestUnpacked) bytes")
          }
        } else {
          try take(chunk, document: document, problem: problem)
          // What is no text may have no end.
          if isText == false { throw NoText() }
        }
      }
    } catch let stopped as Stopped {
      throw stopped.cause
    } catch is NoText {
      return
    } catch {
      problem(InputProblem(path: part.file.shownPath, reason: FileContent.reason(error)))
      return
    }
    if packed.isEmpty {
      try finish(document: document, problem: problem)
    } else {
      try readPacked(packed.span, document: document, problem: problem)
    }
  }

  /// Reads the lines that end in a chunk of a stream.
  private mutating func take(
    _ chunk: Span<UInt8>, document: (consuming Document) throws -> Void,
    problem: (InputProblem) -> Void
  ) throws(Stopped) {
    var start = 0
    if isText == nil {
      isText = check(head: chunk, problem)
      start = DecodedText.utf8MarkLength(chunk)
    }
    guard isText == true else { return }
    do {
      try splitter.split(chunk.extracting(start...)) { line in
        try lines.read(line, document: document, problem: problem)
      }
    } catch {
      throw Stopped(cause: error)
    }
  }

  /// Reads the line that the end of a stream ends.
  private mutating func finish(
    document: (consuming Document) throws -> Void, problem: (InputProblem) -> Void
  ) throws {
    if isText == nil { isText = check(head: Span(), problem) }
    try splitter.finish { line in
      try lines.read(line, document: document, problem: problem)
    }
  }

  /// Whether the beginning of a file is that of a text; the first part tells the problem if not.
  private func check(head: Span<UInt8>, _ problem: (InputProblem) -> Void) -> Bool {
    let reason: String
    if head.isEmpty {
      reason = "is empty"
    } else if DecodedText.utf16ByteOrder(head) == nil, DecodedText.looksBinary(head) {
      reason = UndecodableText.binary.description
    } else {
      return true
    }
    if part.number == 0 { problem(InputProblem(path: part.file.shownPath, reason: reason)) }
    return false
  }
}

import TextFiles

/// The bytes of an input file, unpacked if they were compressed.
enum FileContent {
  case stored(FileBytes)
  case unpacked([UInt8])

  /// Opens a file and unpacks it; tells the problem and returns nil if that fails or it is empty.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - limit: The largest size to which it may unpack, in bytes.
  ///   - problem: Receives the reason when there is no content.
  static func open(
    _ file: InputFile, limit: Int, problem: (InputProblem) -> Void
  ) -> FileContent? {
    do {
      let bytes = try openBytes(file, limit: limit)
      let unpacked = try bytes.withBytes { span throws(GunzipError) in
        Gunzip.isGzip(span) ? try Gunzip.inflate(span, limit: limit) : nil
      }
      let content = unpacked.map { FileContent.unpacked($0) } ?? .stored(bytes)
      guard content.count > 0 else {
        problem(InputProblem(path: file.shownPath, reason: "is empty"))
        return nil
      }
      return content
    } catch {
      problem(InputProblem(path: file.shownPath, reason: reason(error)))
      return nil
    }
  }

  /// Opens a file, or standard input, which may have no end.
  private static func openBytes(_ file: InputFile, limit: Int) throws(FileError) -> FileBytes {
    file.isStandardInput
      ? try FileBytes(descriptor: 0, path: "standard input", limit: limit)
      : try FileBytes(path: file.path)
  }

  /// The words of an error that may stand after a path.
  static func reason(_ error: any Error) -> String {
    if let error = error as? FileError { return "cannot be read: \(error.reason)" }
    return "\(error)"
  }

  /// The number of bytes.
  var count: Int {
    switch self {
    case .stored(let bytes): bytes.count
    case .unpacked(let bytes): bytes.count
    }
  }

  /// Lends the bytes for the duration of a call.
  func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch self {
    case .stored(let bytes): try bytes.withBytes(body)
    case .unpacked(let bytes): try body(bytes.span)
    }
  }

  /// The content as text, copied at most once.
  consuming func decoded() throws(UndecodableText) -> DecodedText {
    switch consume self {
    case .stored(let bytes):
      try bytes.withBytes { span throws(UndecodableText) in try DecodedText.decode(span) }
    case .unpacked(let bytes): try DecodedText.decode(owned: bytes)
    }
  }
}

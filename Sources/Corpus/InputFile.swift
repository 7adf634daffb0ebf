import TextFiles

/// A file to read documents from.
public struct InputFile: Sendable, Hashable {
  /// The path that opens it; `-` is standard input.
  public var path: String

  /// What outputs call it: its path below the input folder, or its last component if it was given
  /// itself; `stdin` for standard input.
  public var name: String

  /// How it is read.
  public var format: InputFormat

  /// Its size in bytes as stored; 0 where that is unknown, as for a pipe.
  public var size: Int

  /// - Parameters:
  ///   - path: The path that opens it; `-` is standard input.
  ///   - name: What outputs call it.
  ///   - format: How it is read.
  ///   - size: Its size in bytes as stored; 0 where that is unknown.
  public init(path: String, name: String, format: InputFormat, size: Int) {
    self.path = path
    self.name = name
    self.format = format
    self.size = size
  }

  /// Standard input, called `stdin`.
  ///
  /// - Parameter format: How it is read.
  public static func standardInput(format: InputFormat = .text) -> InputFile {
    InputFile(path: "-", name: "stdin", format: format, size: 0)
  }

  /// Whether this is standard input.
  var isStandardInput: Bool { path == "-" }

  /// What messages call it.
  public var shownPath: String { isStandardInput ? "standard input" : path }

  /// Divides the file into parts that can be read by several threads at once.
  ///
  /// A JSON Lines file that is plain text is divided at line starts; any other file is one part. The
  /// documents of all parts, in their order, are the documents of the file.
  ///
  /// - Parameter maxBytes: About how large a part is, in bytes; a line is never divided.
  /// - Returns: At least one part; a file that cannot be opened says so when its part is read.
  public func parts(maxBytes: Int) -> [InputPart] {
    let whole = [InputPart(file: self, range: nil, lines: nil, number: 0)]
    guard format == .jsonLines, size > maxBytes, !isStandardInput,
      let file = try? FileBytes(path: path)
    else { return whole }
    return file.withBytes { bytes in
      guard !Gunzip.isGzip(bytes), DecodedText.utf16ByteOrder(bytes) == nil,
        !DecodedText.looksBinary(bytes)
      else { return whole }
      var starts = [0]
      while let start = starts.last, bytes.count - start > maxBytes {
        let lineEnd = ByteSearch.first(0x0A, in: bytes, from: start + max(maxBytes, 1) - 1)
        guard lineEnd + 1 < bytes.count else { break }
        starts.append(lineEnd + 1)
      }
      let lines = LineIndex(path: path, starts: starts)
      return starts.indices.map { number in
        let end = number + 1 < starts.count ? starts[number + 1] : bytes.count
        return InputPart(file: self, range: starts[number]..<end, lines: lines, number: number)
      }
    }
  }
}

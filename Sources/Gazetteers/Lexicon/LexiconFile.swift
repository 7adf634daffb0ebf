import TextFiles

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Compiled lexicons as files: the block of memory itself, mapped when it is opened.
extension Lexicon {
  /// How the names of such files end.
  public static let fileExtension = "lexicon"

  /// Writes the lexicon; the file appears whole or not at all.
  ///
  /// - Parameter path: The file; its folder must exist.
  /// - Throws: `FileError` where it cannot be written.
  public func write(to path: String) throws(FileError) {
    let file = try AtomicFile(path: path)
    try image.withBytes { bytes throws(FileError) in try file.append(bytes) }
    try file.commit()
  }

  /// Opens a file that `write` made, without reading it in: the system maps it, shared with all
  /// processes that use it.
  ///
  /// Every byte goes into the checksum, so that damage is found here and not in a wrong graph.
  ///
  /// - Parameter path: The file.
  /// - Throws: `FileError` where it cannot be read, is no compiled lexicon, is one of another version,
  ///   or is damaged.
  /// - Complexity: O(size of the file), at the speed of memory.
  public convenience init(compiledFile path: String) throws(FileError) {
    func failure(_ reason: String) -> FileError {
      FileError(path: path, action: "use", reason: reason)
    }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, action: "read", errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw FileError(path: path, action: "read", errno: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size >= 8 else {
      throw failure("it is no compiled lexicon; make one with: relata gazetteer compile")
    }
    let size = Int(status.st_size)
    guard let base = unsafe MappedMemory.map(descriptor, size) else {
      throw FileError(path: path, action: "read", errno: errno)
    }
    let mark = unsafe base.load(as: UInt64.self)
    guard let image = unsafe LexiconImage(base, count: size, owner: .mapped) else {
      guard mark == LexiconImage.mark else {
        throw failure("it is no compiled lexicon; make one with: relata gazetteer compile")
      }
      throw failure(
        "it is cut off or was made by another version; make it anew: relata gazetteer compile")
    }
    guard image.checksum == image[.checksum] else {
      throw failure("it is damaged; make it anew: relata gazetteer compile")
    }
    self.init(image)
  }

  /// What the lexicon was made of, as `LexiconCompiler.finish` was told; 0 if unknown.
  public var sources: UInt64 { image[.sources] }

  /// What tells the names and entities from those of another lexicon, 64 bits.
  ///
  /// - Complexity: O(size of the lexicon), at the speed of memory.
  public var contentSum: UInt64 { image.contentSum }

  /// What reading the gazetteers had to say.
  public var warnings: [GazetteerFinding] {
    GazetteerFinding.unpacked(RecordReader(image.section(.warnings), 0))
  }
}

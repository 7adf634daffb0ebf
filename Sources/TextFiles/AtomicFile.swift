#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that appears whole or not at all.
///
/// It is written to a hidden neighbour of its target (`.NAME.PID-N.partial`), which `commit()`
/// renames into place. Dropped without a commit it leaves nothing behind, and the old file whole.
/// A link that leads to a file is followed: the file that it leads to is replaced, and the link stays.
/// A device or pipe (`/dev/stdout`) is written directly.
public final class AtomicFile: ByteSink {
  /// The target as the user named it.
  public let path: String

  private let target: String
  private let registry: TemporaryFiles
  private var sink: FileSink
  private var descriptor: Int32
  /// What `beginWriting` began: 0, or the value of `errno`, which the system tells only once.
  private var writing: Background<Int32>?
  /// The partial file in the registry; `nil` where the target is written directly.
  private var partial: Int?

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: The target; its folder must exist.
  ///   - followsLinks: Whether the target may be a link. It may where the user named the file; a
  ///     link in a folder of results is none of ours, and what it leads to is none of our business.
  ///   - registry: Where to note the partial file.
  /// - Throws: `FileError` when the target is a folder, a link that may not be followed or leads
  ///   nowhere, or its folder cannot be written to.
  public init(
    path: String, followsLinks: Bool = true, registry: TemporaryFiles = .shared
  ) throws(FileError) {
    self.path = path
    self.registry = registry
    try Self.checkLink(path, mayFollow: followsLinks)
    var mode: mode_t?
    var existing = stat()
    var target = path
    if unsafe stat(path, &existing) == 0 {
      let type = existing.st_mode & S_IFMT
      if type == S_IFDIR { throw FileError(path: path, action: "write", errno: EISDIR) }
      if type != S_IFREG {
        self.target = path
        descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, action: "write", errno: errno) }
        sink = FileSink(descriptor: descriptor, path: path)
        return
      }
      mode = existing.st_mode & 0o777
      target = Self.resolved(path)
    }
    self.target = target
    let made = try PartialFile.open(beside: target, shownPath: path, registry: registry)
    descriptor = made.descriptor
    partial = made.number
    if let mode { _ = fchmod(descriptor, mode) }
    sink = FileSink(descriptor: descriptor, path: path, behind: WriteBehind(descriptor))
  }

  deinit { discard() }

  public func append(_ bytes: Span<UInt8>) throws(FileError) {
    precondition(descriptor >= 0, "a finished file takes no more bytes")
    try sink.append(bytes)
  }

  /// Puts the file in place of its target, on disk for good.
  ///
  /// - Throws: `FileError` when the disk is full, a quota is reached or the file cannot be renamed;
  ///   the target is then as it was.
  public func commit() throws(FileError) {
    try finish()
    try Self.install([self])
  }

  /// Hands all that is buffered to the system.
  ///
  /// - Throws: `FileError` when the disk is full or a limit or quota is reached.
  public func flush() throws(FileError) {
    try sink.flush()
  }

  /// Begins to write what was appended so far through to the disk, so that a commit has less to wait for.
  ///
  /// Nobody waits for the disk here: other files are made meanwhile. What fails is told by the commit.
  ///
  /// - Throws: `FileError` when the file takes no more bytes.
  public func beginWriting() throws(FileError) {
    try sink.flush()
    guard partial != nil else { return }
    let copy = dup(descriptor)
    // Without a further descriptor the commit writes all.
    guard copy >= 0 else { return }
    writing = Background(isApart: true) {
      defer { _ = close(copy) }
      return fsync(copy) == 0 ? 0 : errno
    }
  }

  /// What was appended so far, to be read back.
  ///
  /// - Throws: `FileError` when the disk is full or the target is no regular file.
  public func written() throws(FileError) -> FileBytes {
    try sink.flush()
    let copy = dup(descriptor)
    guard copy >= 0 else { throw FileError(path: path, action: "read", errno: errno) }
    defer { _ = close(copy) }
    // A map is only made of a file that is read from its beginning.
    _ = lseek(copy, 0, SEEK_SET)
    return try FileBytes(descriptor: copy, path: path)
  }

  /// Begins the file anew, under another partial file; what `written()` gave stays readable.
  ///
  /// - Throws: `FileError` when the folder takes no further file.
  public func rewind() throws(FileError) {
    guard partial != nil else {
      throw FileError(path: path, action: "rewrite", reason: "it is not a regular file")
    }
    let made = try PartialFile.open(beside: target, shownPath: path, registry: registry)
    writing = nil
    _ = close(descriptor)
    if let partial { registry.remove(partial) }
    partial = made.number
    descriptor = made.descriptor
    sink = FileSink(descriptor: descriptor, path: path, behind: WriteBehind(descriptor))
  }

  /// Gives the file up: it takes no more bytes, and its target stays as it was.
  func discard() {
    if descriptor >= 0 { _ = close(descriptor) }
    descriptor = -1
    if let partial { registry.remove(partial) }
    partial = nil
  }

  /// Writes all that is buffered through to the disk; the target is still as it was.
  ///
  /// A partial file stays open, and so locked, until it is renamed.
  func finish() throws(FileError) {
    guard descriptor >= 0 else { return }
    try sink.flush()
    if partial != nil {
      let begun = writing?.wait() ?? 0
      let code = begun != 0 ? begun : fsync(descriptor) == 0 ? 0 : errno
      // Some file systems cannot be told to.
      guard code == 0 || code == EINVAL else {
        throw FileError(path: path, action: "write", errno: code)
      }
      return
    }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 || errno == EINTR else {
      throw FileError(path: path, action: "write", errno: errno)
    }
  }

  /// Renames finished files into place together.
  static func install(_ files: [AtomicFile]) throws(FileError) {
    guard let registry = files.first?.registry else { return }
    let moves = files.compactMap { file in
      file.partial.map { (number: $0, target: file.target, shownPath: file.path) }
    }
    let replaced = moves.map { held($0.target) }
    defer { letGo(of: replaced) }
    try registry.install(moves)
    for file in files where file.partial != nil {
      file.partial = nil
      _ = close(file.descriptor)
      file.descriptor = -1
    }
    for folder in Set(moves.map { PartialFile.split($0.target).folder }) { syncFolder(folder) }
  }

  /// A descriptor of a file that is about to be replaced, so that the system keeps it; -1 if there is none.
  private static func held(_ target: String) -> Int32 {
    unsafe open(target, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
  }

  /// Closes files that were replaced. What the system has cached of a large one takes it some time to
  /// drop, for which nobody waits here: 20 ms for 300 MB.
  private static func letGo(of descriptors: [Int32]) {
    let open = descriptors.filter { $0 >= 0 }
    guard !open.isEmpty else { return }
    _ = Background(isApart: true) {
      for descriptor in open { _ = close(descriptor) }
    }
  }

  /// A link is found out before anything is written; a rename never writes through one.
  private static func checkLink(_ path: String, mayFollow: Bool) throws(FileError) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return }
    guard mayFollow else {
      throw FileError(
        path: path, action: "write",
        reason: "it is a symbolic link; take it away, or name another output folder")
    }
    guard unsafe stat(path, &status) == 0 || errno != ENOENT else {
      throw FileError(
        path: path, action: "write", reason: "it is a symbolic link that leads nowhere")
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Makes a rename last over a power cut; file systems that cannot are left alone.
  private static func syncFolder(_ folder: Substring) {
    let descriptor = unsafe open(folder.isEmpty ? "." : String(folder), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }
}

/// Files that belong together: a failure before the last byte of the last one leaves the old set.
///
///     let set = AtomicFileSet(in: try OutputFolder(creating: "exports"))
///     try write(graph, to: set.open("graph.graphml"))
///     try write(rows, to: set.open("nodes.csv"))
///     try set.commit()
public final class AtomicFileSet {
  /// Where the files go.
  public let folder: OutputFolder

  private let registry: TemporaryFiles
  private var files: [AtomicFile] = []

  /// - Parameters:
  ///   - folder: Where the files go.
  ///   - registry: Where to note the partial files.
  public init(in folder: OutputFolder, registry: TemporaryFiles = .shared) {
    self.folder = folder
    self.registry = registry
  }

  /// Begins a file of the set.
  ///
  /// - Parameter name: Its name in the folder.
  /// - Throws: `FileError` as `AtomicFile.init` does, and where the file is a symbolic link.
  public func open(_ name: String) throws(FileError) -> AtomicFile {
    let file = try AtomicFile(
      path: folder.path(of: name), followsLinks: false, registry: registry)
    files.append(file)
    return file
  }

  /// Gives the set up: its files are not written, and folders that were made for them are taken away.
  public func discard() {
    for file in files { file.discard() }
    files = []
    registry.removeFolders(folder.made)
  }

  /// Writes all files through to the disk, so that only their renaming is left to `commit`.
  ///
  /// - Throws: `FileError` for the first file that fails; no target has changed.
  public func finish() throws(FileError) {
    for file in files { try file.finish() }
  }

  /// Writes all files through to the disk, then renames all into place.
  ///
  /// Only a rename that fails (which a full disk does not cause) can leave a mixture.
  ///
  /// - Throws: `FileError` for the first file that fails; no target has changed unless a rename
  ///   was what failed.
  public func commit() throws(FileError) {
    try finish()
    try AtomicFile.install(files)
    files = []
  }
}

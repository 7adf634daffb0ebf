import Foundation
import Testing

@testable import TextFiles

@Suite struct AtomicFileTests {
  let folder: WritingFolder

  init() throws { folder = try WritingFolder() }

  @Test("a committed file has its bytes and leaves no partial file")
  func commit() throws {
    let file = try AtomicFile(path: folder.path(of: "a.txt"))
    try file.append("one ")
    try file.append(String(repeating: "x", count: 1 << 19))
    #expect(folder.names.count == 1)
    #expect(folder.names[0].hasPrefix(".a.txt.\(getpid())-"))
    #expect(folder.names[0].hasSuffix(".partial"))
    try file.commit()
    #expect(folder.names == ["a.txt"])
    #expect(folder.text(of: "a.txt") == "one " + String(repeating: "x", count: 1 << 19))
  }

  @Test("a file dropped without a commit leaves the old one whole")
  func drop() throws {
    try folder.write("old", to: "a.txt")
    do {
      let file = try AtomicFile(path: folder.path(of: "a.txt"))
      try file.append("new")
    }
    #expect(folder.names == ["a.txt"])
    #expect(folder.text(of: "a.txt") == "old")
  }

  @Test("a replaced file keeps its permissions")
  func permissions() throws {
    try folder.write("old", to: "a.txt")
    chmod(folder.path(of: "a.txt"), 0o640)
    let file = try AtomicFile(path: folder.path(of: "a.txt"))
    try file.commit()
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(of: "a.txt"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test("a link is written through")
  func link() throws {
    try folder.write("old", to: "real.txt")
    symlink("real.txt", folder.path(of: "link.txt"))
    let file = try AtomicFile(path: folder.path(of: "link.txt"))
    try file.append("new")
    try file.commit()
    #expect(folder.names == ["link.txt", "real.txt"])
    #expect(folder.text(of: "real.txt") == "new")
  }

  @Test("a link that leads nowhere is refused, and stays")
  func brokenLink() throws {
    let path = folder.path(of: "link.txt")
    symlink("none.txt", path)
    #expect(
      throws: FileError(
        path: path, action: "write", reason: "it is a symbolic link that leads nowhere")
    ) { _ = try AtomicFile(path: path) }
    #expect(folder.names == ["link.txt"])
  }

  @Test("a link in a folder of results is refused", arguments: ["real.txt", "none.txt"])
  func linkInSet(target: String) throws {
    try folder.write("old", to: "real.txt")
    symlink(target, folder.path(of: "link.txt"))
    let set = AtomicFileSet(in: try OutputFolder(creating: folder.path))
    let error = #expect(throws: FileError.self) { _ = try set.open("link.txt") }
    #expect(
      error?.reason == "it is a symbolic link; take it away, or name another output folder")
    #expect(folder.names == ["link.txt", "real.txt"])
    #expect(folder.text(of: "real.txt") == "old")
  }

  @Test("a set that is given up leaves neither files nor the folders made for it")
  func discarded() throws {
    let registry = TemporaryFiles()
    let set = AtomicFileSet(
      in: try OutputFolder(creating: folder.path(of: "a/b"), registry: registry),
      registry: registry)
    try set.open("x").append("X")
    set.discard()
    #expect(folder.names == [])
  }

  @Test("a file that is made at the moment of an interruption is taken away")
  func interruptedMaking() async throws {
    let registry = TemporaryFiles()
    let path = folder.path(of: "x")
    var removal: Task<Void, Never>?
    let made = registry.make(
      { _ in path },
      open: { path in
        removal = Task.detached { registry.removeAll() }
        usleep(100_000)
        return open(path, O_RDWR | O_CREAT | O_EXCL, 0o666)
      })
    await removal?.value
    #expect(folder.names == [])
    close(try #require(made).descriptor)
    #expect(registry.make({ _ in path }, open: { open($0, O_RDWR | O_CREAT, 0o666) }) == nil)
  }

  @Test("an interrupted run takes the folders away that it made, but none with something in it")
  func interruptedFolders() throws {
    let registry = TemporaryFiles()
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "old"), withIntermediateDirectories: false)
    for name in ["a/b", "c/d", "old"] {
      _ = try OutputFolder(creating: folder.path(of: name), registry: registry)
    }
    try folder.write("x", to: "c/x")
    registry.removeAll()
    #expect(folder.names == ["c", "old"])
    #expect(folder.text(of: "c/x") == "x")
    #expect(throws: FileError.self) {
      _ = try OutputFolder(creating: folder.path(of: "later"), registry: registry)
    }
  }

  @Test("a folder stays once a result is in it")
  func keptFolder() throws {
    let registry = TemporaryFiles()
    let made = try OutputFolder(creating: folder.path(of: "a"), registry: registry)
    try AtomicFile(path: made.path(of: "x"), registry: registry).commit()
    unlink(made.path(of: "x"))
    registry.removeAll()
    #expect(folder.names == ["a"])
  }

  @Test("a name of 255 bytes can be written")
  func longName() throws {
    let name = String(repeating: "é", count: 127) + "a"
    let file = try AtomicFile(path: folder.path(of: name))
    try file.commit()
    #expect(folder.names == [name])
  }

  @Test("a target that is a folder is an error that says so")
  func folderAsTarget() {
    #expect(
      throws: FileError(path: folder.path, action: "write", reason: "Is a directory")
    ) { _ = try AtomicFile(path: folder.path) }
  }

  @Test("a missing folder is an error that says so")
  func missingFolder() {
    let path = folder.path(of: "none/a.txt")
    let error = #expect(throws: FileError.self) { _ = try AtomicFile(path: path) }
    #expect(error?.description == "cannot write \"\(path)\": No such file or directory")
  }

  @Test("a read-only folder is an error that says so", .enabled(if: geteuid() != 0))
  func readOnlyFolder() {
    chmod(folder.path, 0o555)
    let path = folder.path(of: "a.txt")
    #expect(throws: FileError(path: path, action: "write", reason: "Permission denied")) {
      _ = try AtomicFile(path: path)
    }
  }

  #if os(Linux)
    @Test("a full disk is an error that says so")
    func fullDisk() {
      let error = #expect(throws: FileError.self) {
        let file = try AtomicFile(path: "/dev/full")
        try file.append("x")
        try file.commit()
      }
      #expect(error?.description == "cannot write \"/dev/full\": No space left on device")
    }
  #endif

  @Test("files of a set appear together")
  func set() throws {
    try folder.write("old", to: "a.txt")
    let set = AtomicFileSet(in: try OutputFolder(creating: folder.path))
    try set.open("a.txt").append("A")
    try set.open("b.txt").append("B")
    #expect(folder.text(of: "a.txt") == "old")
    #expect(folder.text(of: "b.txt") == nil)
    try set.commit()
    #expect(folder.names == ["a.txt", "b.txt"])
    #expect(folder.text(of: "a.txt") == "A")
    #expect(folder.text(of: "b.txt") == "B")
  }

  @Test("a set that fails leaves all old files whole")
  func failedSet() throws {
    try folder.write("old", to: "a.txt")
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "b.txt"), withIntermediateDirectories: false)
    #expect(throws: FileError.self) {
      let set = AtomicFileSet(in: try OutputFolder(creating: folder.path))
      try set.open("a.txt").append("A")
      try set.open("b.txt").append("B")
      try set.commit()
    }
    #expect(folder.names == ["a.txt", "b.txt"])
    #expect(folder.text(of: "a.txt") == "old")
  }

  @Test("an interrupted run takes its partial files away and begins no new ones")
  func interrupt() throws {
    let registry = TemporaryFiles()
    let path = folder.path(of: "a.txt")
    let file = try AtomicFile(path: path, registry: registry)
    try file.append("A")
    #expect(registry.paths.count == 1)
    registry.removeAll()
    #expect(folder.names == [])
    let interrupted = FileError(path: path, action: "write", reason: "interrupted")
    #expect(throws: interrupted) { try file.commit() }
    #expect(throws: interrupted) { _ = try AtomicFile(path: path, registry: registry) }
    #expect(folder.names == [])
  }
}

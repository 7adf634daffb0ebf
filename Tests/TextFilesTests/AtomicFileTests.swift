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

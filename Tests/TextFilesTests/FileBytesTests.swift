import TestSupport
import Testing

@testable import TextFiles

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct FileBytesTests {
  @Test(
    "a file gives its bytes whether it is copied or mapped",
    arguments: [0, 1, 4096, FileBytes.smallestMap - 1, FileBytes.smallestMap, 3 << 20])
  func givesBytes(size: Int) throws {
    let folder = TemporaryFolder()
    let expected = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let bytes = try FileBytes(path: folder.write("a", expected))
    #expect(bytes.count == size)
    #expect(bytes.withBytes { [UInt8](copying: $0) } == expected)
  }

  @Test(
    "a stretch of a file is read, as far as the file goes",
    arguments: [0..<0, 0..<1, 5..<1000, 999..<1000, 0..<2000, 990..<1 << 20, 5000..<6000])
  func stretch(range: Range<Int>) throws {
    let folder = TemporaryFolder()
    let all = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let bytes = try FileBytes(path: folder.write("a", all), range: range)
    let expected = Array(all[range.clamped(to: 0..<1000)])
    #expect(bytes.count == expected.count)
    #expect(bytes.withBytes { [UInt8](copying: $0) } == expected)
    #expect(throws: FileError.self) { try FileBytes(path: "/nowhere/a.txt", range: range) }
  }

  @Test("a file that is not there is an error with path and reason")
  func missing() {
    let error = #expect(throws: FileError.self) { try FileBytes(path: "/nowhere/a.txt") }
    #expect(error?.description == "cannot read \"/nowhere/a.txt\": No such file or directory")
  }

  @Test("a folder cannot be read as a file")
  func folder() {
    let error = #expect(throws: FileError.self) { try FileBytes(path: "/tmp") }
    #expect(error?.description == "cannot read \"/tmp\": Is a directory")
  }

  @Test("pipes and devices are not opened by their names; open descriptors are")
  func notRegular() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    for path in [path, "/dev/zero", "/dev/random"] {
      let error = #expect(throws: FileError.self) { try FileBytes(path: path) }
      #expect(error?.description == "cannot read \"\(path)\": it is not a regular file")
    }
    #expect(try FileBytes(path: "/dev/null").count == 0)
    var ends: [Int32] = [0, 0]
    #expect(Self.makePipe(&ends) == 0)
    #expect(write(ends[1], "abc", 3) == 3)
    close(ends[1])
    defer { close(ends[0]) }
    #expect(try FileBytes(path: "/dev/fd/\(ends[0])").count == 3)
    for path in ["/dev/fd/x", "/dev/fd/", "/dev", "", "/proc/self/fd/none"] {
      #expect(ReadablePath.refusal(of: path) == nil)
    }
  }

  @Test("a pipe that gives more than the limit is an error, and one that gives less is read")
  func limit() throws {
    for (limit, isRead) in [(3, true), (2, false)] {
      var ends: [Int32] = [0, 0]
      #expect(Self.makePipe(&ends) == 0)
      #expect(write(ends[1], "abc", 3) == 3)
      close(ends[1])
      defer { close(ends[0]) }
      if isRead {
        #expect(try FileBytes(descriptor: ends[0], path: "pipe", limit: limit).count == 3)
      } else {
        #expect(
          throws: FileError(path: "pipe", action: "read", reason: "it gives more than 2 bytes")
        ) { try FileBytes(descriptor: ends[0], path: "pipe", limit: limit) }
      }
    }
  }

  @Test("a pipe is read to its end, whole or piece by piece", arguments: [true, false])
  func pipe(isWhole: Bool) throws {
    var ends: [Int32] = [0, 0]
    #expect(Self.makePipe(&ends) == 0)
    let text = Array("through a pipe".utf8)
    #expect(write(ends[1], text, text.count) == text.count)
    close(ends[1])
    defer { close(ends[0]) }
    var got: [UInt8] = []
    if isWhole {
      got = try FileBytes(descriptor: ends[0], path: "pipe").withBytes { [UInt8](copying: $0) }
    } else {
      try FileBytes.stream(descriptor: ends[0], path: "pipe") { got.append(copying: $0) }
    }
    #expect(got == text)
  }

  private static func makePipe(_ ends: inout [Int32]) -> Int32 {
    #if canImport(Darwin)
      Darwin.pipe(&ends)
    #else
      Glibc.pipe(&ends)
    #endif
  }

  @Test("a descriptor that stands within a large file gives the rest of it")
  func rest() throws {
    let folder = TemporaryFolder()
    let path = folder.write("a", [UInt8](repeating: 7, count: FileBytes.smallestMap + 10))
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    lseek(descriptor, 10, SEEK_SET)
    #expect(try FileBytes(descriptor: descriptor, path: path).count == FileBytes.smallestMap)
  }

  @Test("an unreadable file is an error with the system's reason", .enabled(if: geteuid() != 0))
  func unreadable() {
    let folder = TemporaryFolder()
    let path = folder.write("a", "x")
    chmod(path, 0)
    let error = #expect(throws: FileError.self) { try FileBytes(path: path) }
    #expect(error?.reason == "Permission denied")
  }
}

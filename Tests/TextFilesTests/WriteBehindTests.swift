import Foundation
import Testing

@testable import TextFiles

@Suite struct WriteBehindTests {
  /// Fewer pieces than the cache keeps, as many, and more; none of them whole or the last one not.
  @Test(
    "a file has its bytes, whatever was written early and let go of",
    arguments: [0, 1, 4095, 4096, 4097, 20 * 4096, 21 * 4096, 22 * 4096 + 1, 100 * 4096 + 7])
  func bytes(count: Int) throws {
    let folder = try WritingFolder()
    let expected = Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 / 7) })
    let handle = try #require(FileHandle.make(at: folder.path(of: "a")))
    var behind = WriteBehind(handle.fileDescriptor, pieceSize: 4096)
    var start = 0
    for size in [1, 5000, 3, 100_000, .max] {
      let end = min(start + min(size, count), count)
      try handle.write(contentsOf: expected[start..<end])
      behind.note(end - start)
      start = end
    }
    try handle.synchronize()
    #expect(FileManager.default.contents(atPath: folder.path(of: "a")) == expected)
  }
}

extension FileHandle {
  fileprivate static func make(at path: String) -> FileHandle? {
    FileManager.default.createFile(atPath: path, contents: nil)
      ? FileHandle(forUpdatingAtPath: path) : nil
  }
}

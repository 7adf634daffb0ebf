import Foundation
import TestSupport
import Testing

@testable import TextFiles

@Suite("records in a pool")
struct BytePoolTests {
  let folder = TemporaryFolder()

  private func overflow(memory: Int, pieceSize: Int) -> BytePool.Overflow {
    var overflow = BytePool.Overflow(folder: folder.path)
    overflow.memory = memory
    overflow.pieceSize = pieceSize
    return overflow
  }

  /// A record says its length first, as `withRecord` wants.
  private func add(_ text: String, to pool: inout BytePool) -> UInt64 {
    pool.add(8 + text.utf8.count) { record in
      record.append(number: UInt64(text.utf8.count))
      record.append(contentsOf: text.utf8)
    }
  }

  private func text(_ place: UInt64, in pool: BytePool) -> String {
    pool.withRecord(place) { record in
      let count = Int(record.number(at: 0))
      return String(copying: record.extracting(8..<8 + count))
    }
  }

  /// Shorter and longer than a piece, and empty.
  private let samples = (0..<500).map { String(repeating: "x\($0)", count: $0 * 7 % 60) }

  @Test(
    "all records are read back, in memory and on disk",
    arguments: [
      (Int.max, 1 << 20), (0, 64), (0, 4096), (1000, 64), (5000, 128), (0, 1 << 20),
    ])
  func readBack(memory: Int, pieceSize: Int) {
    var pool = BytePool(overflow: overflow(memory: memory, pieceSize: pieceSize))
    let places = samples.map { add($0, to: &pool) }
    #expect(places.map { text($0, in: pool) } == samples)
    #expect(pool.failure == nil)
    var inOrder: [String] = []
    pool.forEachPiece { piece in
      var place = 0
      while place < piece.count {
        let count = Int(piece.number(at: place))
        inOrder.append(String(copying: piece.extracting(place + 8..<place + 8 + count)))
        place += 8 + count
      }
    }
    #expect(inOrder == samples)
  }

  @Test("copies share what they had and grow apart")
  func copies() {
    var pool = BytePool(overflow: overflow(memory: 0, pieceSize: 64))
    let first = samples.map { add($0, to: &pool) }
    var copy = pool
    let (here, there) = (
      samples.map { add($0 + "a", to: &pool) }, samples.map { add($0 + "b", to: &copy) }
    )
    #expect(first.map { text($0, in: pool) } == samples)
    #expect(first.map { text($0, in: copy) } == samples)
    #expect(here.map { text($0, in: pool) } == samples.map { $0 + "a" })
    #expect(there.map { text($0, in: copy) } == samples.map { $0 + "b" })
  }

  @Test(
    "records of a pool that is added to another are read at places moved by what it says",
    arguments: [Int.max, 0], [64, 1 << 20])
  func joined(memory: Int, pieceSize: Int) {
    func filled(_ count: Int) -> (BytePool, [UInt64]) {
      var pool = BytePool(overflow: overflow(memory: memory, pieceSize: pieceSize))
      let places = samples.prefix(count).map { add($0, to: &pool) }
      return (pool, places)
    }
    for counts in [(0, 0), (0, 3), (3, 0), (samples.count, samples.count)] {
      var (pool, first) = filled(counts.0)
      let (other, second) = filled(counts.1)
      let offset = pool.append(other)
      let places = first + second.map { $0 + offset }
      let further = samples.map { add($0, to: &pool) }
      #expect(
        (places + further).map { text($0, in: pool) }
          == samples.prefix(counts.0) + samples.prefix(counts.1) + samples)
      #expect(second.map { text($0, in: other) } == Array(samples.prefix(counts.1)))
    }
  }

  @Test(
    "records stay readable when the pool that they were added to is gone", arguments: [0, .max])
  func lifetimes(memory: Int) {
    func filled() -> (BytePool, [UInt64]) {
      var pool = BytePool(overflow: overflow(memory: memory, pieceSize: 64))
      let places = samples.map { add($0, to: &pool) }
      let copy = pool
      for _ in samples { _ = add("more", to: &pool) }
      return (copy, places)
    }
    let (copy, places) = filled()
    #expect(places.map { text($0, in: copy) } == samples)
  }

  @Test("an emptied pool has no records and the same folder")
  func emptied() {
    var pool = BytePool(overflow: overflow(memory: 0, pieceSize: 64))
    let places = samples.map { add($0, to: &pool) }
    var empty = pool.emptied()
    var left = 0
    empty.forEachPiece { left += $0.count }
    #expect(left == 0)
    let anew = samples.map { add($0, to: &empty) }
    #expect(anew == places)
    #expect(anew.map { text($0, in: empty) } == samples)
  }

  @Test("to ask for memory ahead changes nothing", arguments: [0, 1, 63, 64, 65, 1000])
  func prefetch(count: Int) {
    let bytes = [UInt8](repeating: 7, count: count)
    for limit in [0, 64, 320, Int.max] { bytes.span.prefetch(first: limit) }
    #expect(bytes == [UInt8](repeating: 7, count: count))
  }

  @Test("the file has no name, so that nothing is left however a run ends")
  func noName() throws {
    var pool = BytePool(overflow: overflow(memory: 0, pieceSize: 64))
    let places = samples.map { add($0, to: &pool) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    #expect(TemporaryFiles.shared.paths.allSatisfy { !$0.hasPrefix(folder.path) })
    #expect(text(places[499], in: pool) == samples[499])
  }

  @Test("several threads read at once")
  func threads() async {
    var filled = BytePool(overflow: overflow(memory: 0, pieceSize: 256))
    let places = samples.map { add($0, to: &filled) }
    let pool = filled
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { places.map { text($0, in: pool) } == samples }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test("a folder that takes no file is told of, and nothing is lost")
  func noFolder() {
    var overflow = BytePool.Overflow(folder: folder.path + "/none")
    overflow.memory = 0
    overflow.pieceSize = 64
    var pool = BytePool(overflow: overflow)
    let places = samples.map { add($0, to: &pool) }
    #expect(
      pool.failure?.description
        == "cannot write a temporary file in \"\(folder.path)/none\": No such file or directory")
    #expect(places.map { text($0, in: pool) } == samples)
  }
}

import Gazetteers
import Recognition
import Testing

@testable import Cooccurrence

@Suite("windows as bytes")
struct StoredWindowTests {
  /// A batch of one document with windows of all sorts.
  private func batch(_ generator: inout some RandomNumberGenerator) -> WindowBatch {
    var batch = WindowBatch()
    batch.begin("d", source: nil, mentions: [])
    for entity in Set((0..<5).map { _ in UInt32.random(in: 0...300, using: &generator) }).sorted() {
      batch.append(
        WindowBatch.MentionCount(
          entity: EntityIndex(entity), count: Int.random(in: 1...400, using: &generator)))
    }
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      let members = Set(
        (0..<Int.random(in: 1...5, using: &generator)).map { _ in
          UInt32.random(in: 0...(.max >> 1), using: &generator)
        }
      ).sorted().map { EntityIndex($0) }
      let start = Int.random(in: 0...500, using: &generator)
      batch.append(
        start..<start + Int.random(in: 0...500, using: &generator), members: members,
        opener: Bool.random(using: &generator) ? members.randomElement(using: &generator) : nil,
        key: UInt64.random(in: 0 ... .max, using: &generator))
    }
    return batch
  }

  @Test("what is stored is read back")
  func roundTrip() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let batch = batch(&generator)
      let bytes = batch.stored(batch.documents[0])
      var copy = WindowBatch()
      let isRead = copy.append(stored: bytes, id: "d", source: nil, length: 1000)
      #expect(isRead)
      #expect(copy.windows == batch.windows)
      #expect(copy.entities == batch.entities)
      #expect(copy.mentions == batch.mentions)
      #expect(copy.stored(copy.documents[0]) == bytes)
    }
  }

  @Test("damaged bytes are refused, or are windows of the text all the same")
  func damaged() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let batch = batch(&generator)
      var bytes = batch.stored(batch.documents[0])
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeLast(bytes.count - place)
        default: bytes.insert(0xFF, at: place)
        }
      }
      var copy = WindowBatch()
      guard copy.append(stored: bytes, id: "d", source: nil, length: 1000) else { continue }
      #expect(copy.windows.allSatisfy { $0.start <= $0.end && $0.end <= 1000 })
    }
  }
}

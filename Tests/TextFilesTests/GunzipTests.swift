import TestSupport
import Testing

@testable import TextFiles

@Suite struct GunzipTests {
  let text = Array("Putin met Kim.".utf8)

  @Test("members one after the other, and zeros after the last, unpack to one text")
  func members() throws {
    #expect(try Gunzip.inflate(gzip(text).span) == text)
    #expect(try Gunzip.inflate((gzip(text) + gzip([]) + gzip(text)).span) == text + text)
    #expect(try Gunzip.inflate((gzip(text) + [0, 0, 0]).span) == text)
  }

  @Test("really compressed data unpacks")
  func compressed() throws {
    // printf 'aaaaaaaaaaaaaaaaaaaa' | gzip -n
    let data: [UInt8] = [
      0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x4b, 0x4c,
      0xc4, 0x04, 0x00, 0xce, 0x8b, 0x6f, 0x26, 0x14, 0x00, 0x00, 0x00,
    ]
    #expect(try Gunzip.inflate(data.span) == Array(repeating: 0x61, count: 20))
  }

  @Test("data cut off at any byte is an error, never a crash or a shorter text")
  func truncated() {
    let data = gzip(text)
    for count in 0..<data.count {
      #expect(throws: GunzipError.truncated) { try Gunzip.inflate(Array(data[..<count]).span) }
    }
  }

  @Test("any flipped bit of content or checksum is an error")
  func damaged() {
    let data = gzip(text)
    // Byte 10 is the head of a block, of which most bits are padding.
    for index in 11..<data.count {
      var copy = data
      copy[index] ^= 0x10
      #expect(throws: GunzipError.self) { try Gunzip.inflate(copy.span) }
    }
  }

  @Test("the reasons are plain words")
  func reasons() {
    #expect(
      GunzipError.truncated.description == "the gzip data ends too early; the file is cut off")
    let error = #expect(throws: GunzipError.self) {
      try Gunzip.inflate((gzip(text) + [1, 2, 3]).span)
    }
    #expect(error?.description == "the gzip data is damaged (what follows it is not gzip)")
  }

  @Test("a bomb ends at the limit, in memory and as a stream")
  func bomb() {
    let member = gzip([UInt8](repeating: 0, count: 100_000))
    let data = (0..<50).flatMap { _ in member }
    #expect(throws: GunzipError.tooLarge(limit: 1_000_000)) {
      try Gunzip.inflate(data.span, limit: 1_000_000)
    }
    var largest = 0
    var total = 0
    #expect(throws: GunzipError.tooLarge(limit: 1_000_000)) {
      try Gunzip.stream(data.span, limit: 1_000_000, chunkSize: 4096) { chunk in
        largest = max(largest, chunk.count)
        total += chunk.count
      }
    }
    #expect(largest <= 4096)
    #expect(total <= 1_000_000)
  }

  @Test("what the receiver of a stream throws ends it")
  func receiverThrows() {
    struct Enough: Error {}
    #expect(throws: Enough.self) { try Gunzip.stream(gzip(text).span) { _ in throw Enough() } }
  }
}

/// Random numbers from a seed: SplitMix64 (Steele, Lea and Flood 2014).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// True once in `n` times.
  public mutating func oneIn(_ n: Int) -> Bool { Int.random(in: 0..<n, using: &self) == 0 }

  public mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: list.indices, using: &self)]
  }

  /// As many random bytes.
  public mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
  }

  /// Bytes with one change or several: cut, doubled, moved, overwritten, or with a piece put in.
  ///
  /// - Parameter pieces: What is likely to be hard on the reader.
  public mutating func mutated(_ bytes: [UInt8], with pieces: [[UInt8]]) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...pick([1, 4, 16]), using: &self) {
      let place = Int.random(in: 0...result.count, using: &self)
      let end = min(result.count, place + Int.random(in: 0...pick([2, 20, 400]), using: &self))
      switch Int.random(in: 0..<8, using: &self) {
      case 0: result.removeSubrange(place..<end)
      case 1: result.insert(contentsOf: result[place..<end], at: place)
      case 2:
        let stretch = result[place..<end]
        result.insert(contentsOf: stretch, at: Int.random(in: 0...result.count, using: &self))
      case 3: result.replaceSubrange(place..<min(end, place + 3), with: self.bytes(3))
      case 4 where oneIn(4): result.removeSubrange(place...)
      case 5 where oneIn(8):
        let piece = pick(pieces)
        for _ in 0..<Int.random(in: 1...500, using: &self) {
          result.insert(contentsOf: piece, at: place)
        }
      default: result.insert(contentsOf: pick(pieces), at: place)
      }
    }
    return result
  }
}

import TextFiles

/// The identifiers of entities, numbered in the order they come.
struct IdentifierTable: ~Copyable {
  private var bytes = ByteBuffer()

  /// For each identifier where its bytes end, which begin where those of the one before end.
  private var ends: [Int] = []

  private var table = NumberTable()

  var count: Int { ends.count }

  /// A hash of an identifier.
  static func hash(_ id: Span<UInt8>) -> UInt32 {
    var (hash, place): (UInt64, Int) = (0, 0)
    while place < id.count {
      hash = TokenHash.mix(hash, EightBytes(id, at: place, limit: id.count).raw)
      place += 8
    }
    return UInt32(truncatingIfNeeded: TokenHash.finish(hash, length: UInt64(id.count)) >> 32)
  }

  /// Sees to it that so many more identifiers with so many bytes in all fit.
  mutating func makeRoom(for more: Int, bytes: Int) {
    ends.makeRoom(for: more)
    self.bytes.reserve(self.bytes.count + bytes)
  }

  /// Fetches the memory that `add` will read.
  ///
  /// - Parameter hash: The hash of an identifier.
  func fetch(_ hash: UInt32) { table.fetch(hash) }

  /// Adds an identifier, or finds it.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - hash: Its hash.
  /// - Returns: Its number, and whether it is new.
  mutating func add(_ id: Span<UInt8>, _ hash: UInt32) -> (number: UInt32, isNew: Bool) {
    if let known = number(of: id, hash) { return (known, false) }
    let made = UInt32(ends.count)
    table.insert(made, hash)
    bytes.append(id)
    ends.append(bytes.count)
    return (made, true)
  }

  /// The number of an identifier, if it is known.
  func number(of id: Span<UInt8>, _ hash: UInt32) -> UInt32? {
    table.number(hash) { number in
      bytes.withBytes { EightBytes.areEqual($0.extracting(range(of: Int(number))), id) }
    }
  }

  /// Lends an identifier for the duration of a call.
  func withBytes<Result>(of number: UInt32, _ body: (Span<UInt8>) -> Result) -> Result {
    bytes.withBytes { body($0.extracting(range(of: Int(number)))) }
  }

  func text(of number: UInt32) -> String {
    withBytes(of: number) { bytes in
      guard let text = try? UTF8Span(validating: bytes) else {
        preconditionFailure("an identifier is valid UTF-8")
      }
      return String(copying: text)
    }
  }

  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// For each identifier its place in the order of their bytes.
  func ranks() -> [UInt32] {
    bytes.withBytes { bytes in
      var ranks = [UInt32](inLargePages: 0, count: ends.count)
      for (rank, number) in IdentifierOrder.of(bytes, ends: ends).enumerated() {
        ranks[Int(number)] = UInt32(rank)
      }
      return ranks
    }
  }
}

import TextFiles

/// The identifiers of entities, numbered in the order they come.
///
/// The identifiers of a list all begin with its kind and a slash, which is kept once for as long as no
/// other identifier comes.
struct IdentifierTable: ~Copyable {
  /// What all identifiers begin with: what the first has up to a slash and with it, or nothing.
  private var shared = ByteBuffer()

  /// What stands behind that in each, one behind another.
  private var bytes = ByteBuffer()

  /// For each identifier where its bytes end, which begin where those of the one before end.
  private var ends: [UInt32] = []

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
    table.makeRoom(for: more)
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
    if ends.isEmpty {
      share(id)
    } else if !hasShared(id) {
      shareNothing()
    }
    let made = UInt32(ends.count)
    table.insert(made, hash)
    bytes.append(id.extracting(shared.count...))
    precondition(bytes.count <= UInt32.max, "4 GB of identifiers are more than a lexicon holds")
    ends.append(UInt32(bytes.count))
    return (made, true)
  }

  /// The number of an identifier, if it is known.
  func number(of id: Span<UInt8>, _ hash: UInt32) -> UInt32? {
    guard hasShared(id) else { return nil }
    let rest = id.extracting(shared.count...)
    return bytes.withBytes { bytes in
      table.number(hash) { number in
        EightBytes.areEqual(bytes.extracting(range(of: Int(number))), rest)
      }
    }
  }

  /// Whether an identifier has a number.
  func matches(_ id: Span<UInt8>, _ number: UInt32) -> Bool {
    hasShared(id)
      && bytes.withBytes {
        EightBytes.areEqual(
          $0.extracting(range(of: Int(number))), id.extracting(shared.count...))
      }
  }

  func text(of number: UInt32) -> String {
    var id = ByteBuffer()
    id.append(shared)
    bytes.withBytes { id.append($0.extracting(range(of: Int(number)))) }
    return id.withBytes { id in
      guard let text = try? UTF8Span(validating: id) else {
        preconditionFailure("an identifier is valid UTF-8")
      }
      return String(copying: text)
    }
  }

  private func range(of number: Int) -> Range<Int> {
    Int(number == 0 ? 0 : ends[number - 1])..<Int(ends[number])
  }

  private func hasShared(_ id: Span<UInt8>) -> Bool {
    id.count >= shared.count
      && shared.withBytes { EightBytes.areEqual($0, id.extracting(..<shared.count)) }
  }

  private mutating func share(_ id: Span<UInt8>) {
    let slash = ByteSearch.first(UInt8(ascii: "/"), in: id, from: 0)
    shared.clear()
    if slash < id.count { shared.append(id.extracting(...slash)) }
  }

  /// Gives each identifier its whole text, as the next begins with something else.
  private mutating func shareNothing() {
    var whole = ByteBuffer()
    whole.reserve(bytes.count + count * shared.count)
    bytes.withBytes { bytes in
      var start = 0
      for index in ends.indices {
        whole.append(shared)
        whole.append(bytes.extracting(start..<Int(ends[index])))
        start = Int(ends[index])
        precondition(whole.count <= UInt32.max, "4 GB of identifiers are more than a lexicon holds")
        ends[index] = UInt32(whole.count)
      }
    }
    bytes = whole
    shared.clear()
  }

  /// The numbers of all identifiers in the order of their bytes; none can be found any more.
  ///
  /// - Parameter memory: Memory that is free to be used, and goes; best of sixteen bytes for each.
  mutating func order(in memory: inout FixedTable<UInt64>) -> [UInt32] {
    var own = table.giveMemory()
    return bytes.withBytes { IdentifierOrder.of($0, ends: ends, in: &own, &memory) }
  }
}

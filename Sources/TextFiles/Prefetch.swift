import CByteMasks

extension Span where Element == UInt8 {
  /// Asks for the memory of bytes that are read soon, which would have to be waited for then.
  ///
  /// - Parameter limit: How many of the bytes are wanted, at most.
  public func prefetch(first limit: Int) {
    unsafe withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      // A line of the cache has 64 bytes. To ask reads nothing, and may be done for any address.
      for offset in stride(from: 0, to: Swift.min(limit, bytes.count), by: 64) {
        unsafe relata_prefetch(start + offset)
      }
    }
  }
}

extension String {
  /// Lends the UTF-8 of the text for the duration of a call.
  ///
  /// `utf8.span` ought to do the same, but in optimised builds (Swift 6.3.1) the span of a text of at
  /// most 15 bytes, which has no storage of its own, was seen to outlive the copy that it points to.
  ///
  /// - Parameter body: Receives the bytes, which it must not keep.
  /// - Returns: What `body` returns.
  @inlinable
  public func withUTF8Span<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    var text = self
    return text.withUTF8 { bytes in
      // The bytes stay where they are until `withUTF8` returns.
      body(unsafe Span(_unsafeElements: bytes))
    }
  }
}

/// Reading how a text spells tokens that are known already.
extension Tokenizer {
  /// A token of a text without its hash.
  public struct Spelling: Sendable {
    /// Byte offset behind the last byte.
    public var end: Int

    /// A `TokenShape`.
    public var shape: UInt8

    /// Whether it is a single letter, which may stand for a name and takes a period.
    public var isInitial: Bool

    /// Whether it needs nothing between it and its neighbours.
    public var standsAlone: Bool

    @inlinable
    init(end: Int, shape: UInt8, isInitial: Bool, standsAlone: Bool) {
      self.end = end
      self.shape = shape
      self.isInitial = isInitial
      self.standsAlone = standsAlone
    }
  }

  /// What `token` reads at a place, without its hash.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - place: The byte offset of a scalar that begins a token (`beginsToken`).
  ///   - limit: The byte offset that the text ends at.
  @inlinable @inline(__always)
  public func spelling(_ text: Span<UInt8>, at place: Int, limit: Int) -> Spelling {
    if text[place] < 0x80, let masks = Self.masks(text, at: place, limit: limit),
      let length = Self.length(masks, text, at: place)
    {
      let (shape, isInitial) = Self.shape(masks, length)
      return Spelling(
        end: place &+ length, shape: shape, isInitial: isInitial, standsAlone: false)
    }
    let token = token(text, at: place, limit: limit)
    return Spelling(
      end: token.end, shape: token.shape, isInitial: token.isInitial,
      standsAlone: token.standsAlone)
  }
}

/// A sentence, headline or list line of a text.
public struct Sentence: Sendable, Equatable {
  /// Byte offset of the first byte.
  public var start: Int

  /// Byte offset behind the last byte; white space at the ends is left out.
  public var end: Int

  /// Number of the passage it stands in, from 0.
  public var passage: Int

  public init(start: Int, end: Int, passage: Int) {
    self.start = start
    self.end = end
    self.passage = passage
  }
}

/// The line of a document's record in its file.
///
/// A part of a file knows its own lines. How many stand before it is known when the parts before it have
/// been read, or is counted then: so it is asked for only where a line is shown or compared.
public struct RecordLine: Sendable, Equatable {
  /// The line in its part, from 1.
  private let inPart: Int
  private let part: Int
  private let lines: LineIndex?

  /// - Parameters:
  ///   - inPart: The line in the part, from 1.
  ///   - part: The number of the part, from 0.
  ///   - lines: The lines at which the parts of the file begin; nil for a file in one part.
  init(_ inPart: Int, ofPart part: Int = 0, in lines: LineIndex? = nil) {
    self.inPart = inPart
    self.part = part
    self.lines = lines
  }

  /// The line in the file, from 1.
  ///
  /// - Complexity: O(1) where the parts before have been read, otherwise O(their bytes).
  public var number: Int { inPart + (lines?.linesBefore(part: part) ?? 0) }

  /// Whether two lines have the same number.
  public static func == (left: RecordLine, right: RecordLine) -> Bool {
    left.number == right.number
  }
}

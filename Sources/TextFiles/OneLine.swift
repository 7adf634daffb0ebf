extension String {
  /// The text as it may stand in a message of one line.
  ///
  /// File names may hold anything: what would break the line, steer a terminal or turn the direction
  /// of writing is written as in a Swift literal, `\n` or `\u{1B}`.
  public var onOneLine: String {
    guard unicodeScalars.contains(where: Self.isUnfit) else { return self }
    var line = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case "\t": line += "\\t"
      case _ where Self.isUnfit(scalar):
        line += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    // Separators of lines and paragraphs, and the signs that turn the direction of writing.
    case 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

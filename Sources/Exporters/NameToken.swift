import TextFiles

/// Tokens that XML Schema allows as identifiers (NMTOKEN).
enum NameToken {
  /// Whether a scalar may stand in a token, whichever edition of XML 1.0 the reader follows.
  ///
  /// Beyond ASCII these are the alphabets in common use among those that the fourth edition lists
  /// and the fifth kept.
  static func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x131: true
    case 0x391...0x3A1, 0x3A3...0x3CE, 0x401, 0x410...0x44F, 0x451: true
    case 0x5D0...0x5EA, 0x621...0x63A, 0x641...0x64A: true
    case 0x3041...0x3094, 0x30A1...0x30FA, 0x4E00...0x9FA5, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// A token for an identifier, a different one for each: `country/KP` becomes `country:KP`.
  ///
  /// `/` becomes `:`; any other character that a token cannot hold, and `:` itself, becomes
  /// `_xHEX_`, as does the `_` of a `_x` that stood there before. The empty text becomes `_x_`.
  static func escaped(_ identifier: String) -> String {
    var token = ""
    var scalars = identifier.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == "/" {
        token.unicodeScalars.append(":")
      } else if allows(scalar), !(scalar == "_" && scalars.first == "x") {
        token.unicodeScalars.append(scalar)
      } else {
        token += "_x" + String(scalar.value, radix: 16, uppercase: true) + "_"
      }
    }
    return token.isEmpty ? "_x_" : token
  }

  /// Appends the token for an identifier, without making a `String` of the usual ones: ASCII letters,
  /// digits, `-`, `.` and `/`.
  ///
  /// - Parameters:
  ///   - identifier: The identifier, valid UTF-8.
  ///   - buffer: Where the token goes.
  static func append(_ identifier: Span<UInt8>, to buffer: inout ByteBuffer) {
    var isUsual = !identifier.isEmpty
    for place in identifier.indices where !self.isUsual(identifier[place]) { isUsual = false }
    guard isUsual else { return buffer.append(escaped(String(copying: identifier))) }
    for place in identifier.indices {
      let byte = identifier[place]
      buffer.append(byte == UInt8(ascii: "/") ? UInt8(ascii: ":") : byte)
    }
  }

  private static func isUsual(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-")...UInt8(ascii: "9"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }

  /// A token that reads like a name, not always a different one: `birth date` becomes `birth_date`.
  static func simplified(_ name: String) -> String {
    var token = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(64) { token.append(allows(scalar) ? scalar : "_") }
    return String(token)
  }
}

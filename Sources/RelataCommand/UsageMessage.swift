import ArgumentParser

/// What is said of a command line that cannot be understood: one line that says what is wrong, and one
/// that says where help is.
struct UsageMessage {
  let text: String

  /// - Parameter error: What the parser threw.
  init(_ error: any Error) {
    // The full message ends with the hint, which names the command that was meant.
    let full = RelataCommand.fullMessage(for: error).split(separator: "\n")
    let hint = full.last.map(String.init)?.trimmingSpaces ?? ""
    text = Self.oneLine(RelataCommand.message(for: error)) + "\n" + hint
  }

  /// A message in one line: an itemised list becomes `a, b, c`, and the first word small.
  static func oneLine(_ message: String) -> String {
    var line = "relata: "
    var wasItem = false
    for part in message.split(separator: "\n") {
      let part = String(part).trimmingSpaces
      let isItem = part.hasPrefix("- ")
      if wasItem, isItem { line += "," }
      if !line.hasSuffix(" ") { line += " " }
      line += isItem ? String(part.dropFirst(2)) : part
      wasItem = isItem
    }
    let start = line.index(line.startIndex, offsetBy: "relata: ".count)
    guard start < line.endIndex else { return line }
    return line[..<start] + line[start].lowercased() + line[line.index(after: start)...]
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

import Synchronization
import TextFiles

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard error and what is known of the terminal.
enum Console {
  static let errorIsTerminal = isatty(2) == 1
  static let outputIsTerminal = isatty(1) == 1
  private static let progressShown = Atomic(false)

  /// Whether output to a terminal may carry colours (https://no-color.org).
  static var mayColour: Bool {
    guard outputIsTerminal, !isSet("NO_COLOR") else { return false }
    let terminal = unsafe getenv("TERM").map { unsafe String(cString: $0) }
    return terminal != "dumb"
  }

  /// Whether an environment variable is there and not empty.
  private static func isSet(_ variable: String) -> Bool {
    unsafe getenv(variable).map { unsafe $0.pointee != 0 } ?? false
  }

  /// Writes a line to standard error.
  static func error(_ line: String) {
    clearProgress()
    writeError(line + "\n")
  }

  /// Shows or renews the progress line; nothing where standard error is no terminal.
  static func progress(_ line: String) {
    guard errorIsTerminal else { return }
    progressShown.store(true, ordering: .relaxed)
    writeError("\r\u{1B}[K" + line)
  }

  static func clearProgress() {
    if progressShown.exchange(false, ordering: .relaxed) { writeError("\r\u{1B}[K") }
  }

  private static func writeError(_ text: String) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer -> Int in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        return unsafe write(2, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      done += count
    }
  }
}

/// A progress bar on standard error.
struct ProgressBar {
  private var lastShare = -1
  private let isShown: Bool

  /// - Parameter isQuiet: Whether the user wants none.
  init(isQuiet: Bool) {
    isShown = !isQuiet && Console.errorIsTerminal
  }

  /// Renews the bar where it has moved.
  mutating func show(done: Int, of total: Int, documents: Int) {
    guard isShown else { return }
    let share = total > 0 ? min(100, done * 100 / total) : 0
    guard share != lastShare || documents % 64 == 0 else { return }
    lastShare = share
    let filled = share * 30 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    Console.progress("\(bar) \(share) % · \(documents) documents")
  }
}

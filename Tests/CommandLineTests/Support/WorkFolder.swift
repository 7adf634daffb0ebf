import Foundation

/// An empty folder in which one test runs the tool, removed at the end.
final class WorkFolder {
  let path: String

  init(_ name: String = "") {
    var template = Array("/tmp/relata-cli-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
    path = name.isEmpty ? made : made + "/" + name
    base = made
    mkdir(path, 0o755)
    chmod(base, 0o755)
  }

  private let base: String

  deinit {
    // Folders that a test closed are opened again.
    let names = FileManager.default.enumerator(atPath: base)?.allObjects as? [String] ?? []
    for name in names where name.hasSuffix("closed") { chmod(base + "/" + name, 0o755) }
    try? FileManager.default.removeItem(atPath: base)
  }

  func path(of name: String) -> String { path + "/" + name }

  /// Writes a file, and the folders above it.
  func write(_ name: String, _ bytes: [UInt8]) {
    makeFolder(name.split(separator: "/").dropLast().joined(separator: "/"))
    let file = fopen(path(of: name), "wb")!
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }

  func makeFolder(_ name: String) {
    var folder = path
    for part in name.split(separator: "/") {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
  }

  func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(of: name)).map { Array($0) }
  }

  func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  func lines(_ name: String) -> [Substring] { (text(name) ?? "").split(separator: "\n") }

  /// The names in a folder below, hidden ones too, in order; nil where there is none.
  func names(_ folder: String = "") -> [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: path(of: folder)).sorted()
  }

  /// The files of a folder with their bytes, but for the workspace, which depends on the builds before.
  func contents(_ folder: String) -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    for name in names(folder) ?? [] where name != "relata.sqlite" {
      result[name] = bytes(folder + "/" + name)
    }
    return result
  }
}

import Gazetteers
import TextFiles

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Compiled lexicons kept from one run to the next, so that large gazetteers are compiled once.
///
/// They lie where the platform keeps caches: in the folder `RELATA_CACHE` names, else in `relata` below
/// `XDG_CACHE_HOME` or `~/.cache` (`~/Library/Caches` on a Mac). A file serves exactly one list of
/// gazetteers as they were: their paths, sizes and times of change, and the build of this program. What
/// fits no more is made anew in its place. Where nothing can be kept, nothing is.
struct LexiconCache {
  /// The environment variable that names the folder; empty, it turns the cache off.
  static let folderVariable = "RELATA_CACHE"

  /// More files than this are not kept; the oldest go first.
  static let mostFiles = 32

  private let file: String
  private let folder: String

  /// What the lexicon is to be made of.
  let sources: UInt64

  /// - Parameters:
  ///   - paths: The gazetteers, in order.
  ///   - languages: Which columns of names in a language are used.
  ///   - executable: The program, whose change makes all files useless; its path.
  ///   - folder: Where the files lie; `nil` where no cache is wanted.
  /// - Returns: `nil` where no cache is wanted, or a gazetteer is no regular file.
  init?(
    _ paths: [String], languages: NameLanguages, executable: String?,
    folder: String? = Self.folder()
  ) {
    guard let folder else { return nil }
    var names: UInt64 = 1
    var state: UInt64 = 2
    for path in paths + (executable.map { [$0] } ?? []) {
      guard let (name, stamp) = Self.stamp(of: path) else { return nil }
      for byte in name.utf8 { names = TokenHash.combine(names, UInt64(byte)) }
      names = TokenHash.combine(names, 0x100)
      for number in stamp { state = TokenHash.combine(state, number) }
    }
    if case .only(let codes) = languages {
      for byte in ",\(codes.sorted().joined(separator: ","))".utf8 {
        names = TokenHash.combine(names, UInt64(byte))
      }
    }
    self.folder = folder
    sources = TokenHash.combine(names, state)
    let code = String(names, radix: 16)
    file = "\(folder)/\(code).\(Lexicon.fileExtension)"
  }

  /// The lexicon, if a file holds it as it would be made now.
  func lexicon() -> Lexicon? {
    guard let lexicon = try? Lexicon(compiledFile: file), lexicon.sources == sources else {
      return nil
    }
    // What is used stays.
    _ = unsafe utimes(file, nil)
    return lexicon
  }

  /// Keeps a lexicon, if that can be done.
  func keep(_ lexicon: Lexicon) {
    guard makeFolder() else { return }
    do { try lexicon.write(to: file) } catch { return }
    removeOldest()
  }

  /// Where this user's caches lie.
  static func folder() -> String? {
    func variable(_ name: String) -> String? {
      unsafe getenv(name).map { unsafe String(cString: $0) }
    }
    if let named = variable(folderVariable) { return named.isEmpty ? nil : named }
    if let base = variable("XDG_CACHE_HOME"), base.hasPrefix("/") { return base + "/relata" }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    #if os(macOS)
      return home + "/Library/Caches/relata"
    #else
      return home + "/.cache/relata"
    #endif
  }

  /// The full name of a regular file, and the numbers that change when it does.
  private static func stamp(of path: String) -> (name: String, stamp: [UInt64])? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let resolved = unsafe realpath(path, nil)
    else { return nil }
    defer { unsafe free(resolved) }
    #if canImport(Darwin)
      let changed = status.st_mtimespec
    #else
      let changed = status.st_mtim
    #endif
    let numbers = [
      Int(status.st_size), Int(changed.tv_sec), Int(changed.tv_nsec), Int(status.st_ino),
    ]
    return (unsafe String(cString: resolved), numbers.map { UInt64(bitPattern: Int64($0)) })
  }

  private func makeFolder() -> Bool {
    var place = folder.startIndex
    while let slash = folder[place...].dropFirst().firstIndex(of: "/") {
      _ = unsafe mkdir(String(folder[..<slash]), 0o700)
      place = slash
    }
    _ = unsafe mkdir(folder, 0o700)
    return unsafe access(folder, W_OK | X_OK) == 0
  }

  private func removeOldest() {
    guard let entries = unsafe opendir(folder) else { return }
    defer { unsafe closedir(entries) }
    var files: [(time: Int, path: String)] = []
    while let entry = unsafe readdir(entries) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      guard name.hasSuffix("." + Lexicon.fileExtension), !name.hasPrefix(".") else { continue }
      var status = stat()
      guard unsafe stat(folder + "/" + name, &status) == 0 else { continue }
      #if canImport(Darwin)
        files.append((Int(status.st_mtimespec.tv_sec), folder + "/" + name))
      #else
        files.append((Int(status.st_mtim.tv_sec), folder + "/" + name))
      #endif
    }
    files.sort { ($0.time, $0.path) < ($1.time, $1.path) }
    for file in files.dropLast(Self.mostFiles) { _ = unsafe unlink(file.path) }
  }
}

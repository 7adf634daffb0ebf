#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The names of the input files, made distinct by the rule that `InputFinder` states.
struct InputNames {
  private struct Entry {
    var name: String
    /// The folders above the input, innermost first, that may still be put before the name.
    var above: ArraySlice<String>
  }

  private var entries: [Entry] = []

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - name: Its path below the input, or its last component.
  ///   - above: The names of the folders above that, innermost first.
  mutating func append(_ name: String, above: [String]) {
    entries.append(Entry(name: name, above: above[...]))
  }

  /// The names in the order of the files, no two of them equal.
  consuming func distinct() -> [String] {
    while true {
      var hasGrown = false
      for group in groups() where group.count > 1 {
        for index in group {
          guard let folder = entries[index].above.popFirst() else { continue }
          entries[index].name = folder + "/" + entries[index].name
          hasGrown = true
        }
      }
      if !hasGrown { break }
    }
    var taken = Set(entries.map { Array($0.name.utf8) })
    for group in groups() {
      for index in group.dropFirst() {
        var number = 2
        let name = entries[index].name
        while !taken.insert(Array("\(name)~\(number)".utf8)).inserted { number += 1 }
        entries[index].name = "\(name)~\(number)"
      }
    }
    return entries.map(\.name)
  }

  /// The indices of the entries, those with the same name together, in the order of the first of each.
  private func groups() -> [[Int]] {
    // Bytes, not strings: strings that differ in composition only are equal, files are not.
    var places: [[UInt8]: Int] = [:]
    var groups: [[Int]] = []
    for (index, entry) in entries.enumerated() {
      let key = Array(entry.name.utf8)
      if let place = places[key] {
        groups[place].append(index)
      } else {
        places[key] = groups.count
        groups.append([index])
      }
    }
    return groups
  }

  /// The names of the folders that lead to an input, innermost first; a folder counts as its own.
  static func folders(above input: String, isFolder: Bool) -> [String] {
    let resolved = unsafe realpath(input, nil)
    defer { unsafe free(resolved) }
    let path = unsafe resolved.map { unsafe String(cString: $0) } ?? input
    let components = path.split(separator: "/").map(String.init)
    return Array((isFolder ? components : components.dropLast()).reversed())
  }
}

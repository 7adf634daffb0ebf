/// Names the files of documents, no two of them alike.
struct FileNames {
  /// The names given, in lower case: many file systems do not tell capitals apart.
  private var taken: Set<String> = []

  /// A name may have 255 bytes; this leaves room for a number and an extension.
  private static let longest = 160

  /// A name for a document's file, without an extension: no separators, not hidden, not too long.
  ///
  /// Where two documents would have one name, the later gets `~2` behind it.
  ///
  /// - Parameter id: The document's identifier.
  mutating func next(for id: String) -> String {
    var name = ""
    for scalar in id.unicodeScalars {
      let isUnfit = scalar.value < 0x20 || "/\\:".unicodeScalars.contains(scalar)
      name.unicodeScalars.append(isUnfit ? "_" : scalar)
    }
    if name.hasSuffix(".txt") { name.removeLast(4) }
    if name.hasPrefix(".") || name.isEmpty { name = "_" + name }
    while name.utf8.count > Self.longest { name.unicodeScalars.removeLast() }
    var distinct = name
    var number = 2
    while !taken.insert(distinct.lowercased()).inserted {
      distinct = "\(name)~\(number)"
      number += 1
    }
    return distinct
  }
}

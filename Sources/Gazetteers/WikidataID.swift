/// Identifiers of items of Wikidata.
public enum WikidataID {
  /// Whether a text is one: `Q7747`.
  public static func isItem(_ text: String) -> Bool {
    (2...20).contains(text.utf8.count) && text.utf8.first == UInt8(ascii: "Q")
      && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }
}

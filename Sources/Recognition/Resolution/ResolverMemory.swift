import Gazetteers

/// Arrays that the resolver works in, kept from one document to the next so that their memory is: most
/// documents are short, and to ask for it anew took some 4 % of all that is done behind the matcher.
struct ResolverMemory: Sendable {
  var readings: [ResolverDocument.Reading] = []
  var capitals: [CapitalUse?] = []
  var support: [EntitySupport.Support] = []
  var places: [Int32] = []
  var mentions: [Mention] = []

  /// Takes an array out, empty, with its memory.
  static func take<Element>(_ kept: inout [Element]) -> [Element] {
    var array: [Element] = []
    swap(&array, &kept)
    array.removeAll(keepingCapacity: true)
    return array
  }
}

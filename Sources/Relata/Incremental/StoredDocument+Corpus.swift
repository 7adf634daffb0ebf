import Corpus
import Dates
import Workspaces

extension StoredDocument {
  /// What a workspace keeps of a document as it was read.
  init(_ document: consuming Document) {
    self.init(
      id: document.id, title: document.title, date: document.date, source: document.source,
      language: document.language, text: document.text, code: document.code)
  }

  /// The days that the date can mean; nil without a date.
  var days: DaySpan? { date.flatMap { StatedDate(iso: $0) }?.days }

  /// The text without what is no prose; nil where all is.
  func prose() -> [UInt8]? {
    guard !code.isEmpty else { return nil }
    var document = Document(id: id, text: text)
    document.code = code
    return document.prose()
  }
}

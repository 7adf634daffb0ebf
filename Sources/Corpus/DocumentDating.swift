import Dates

/// Why the text of a field that is to be a date is none.
public enum UnreadDate: Sendable, Hashable {
  /// It has the form of a date, but the calendar or the clock has no such.
  case impossible(String)
  /// It can be either of two days.
  case ambiguous(String)
  /// It has no form of a date that is known.
  case unknown(String)

  /// The field as it stands.
  public var text: String {
    switch self {
    case .impossible(let text), .ambiguous(let text), .unknown(let text): text
    }
  }
}

/// Finds out of when a document is.
///
/// What the document states in a field comes first; then the dateline of its text; then, where the
/// file is the document, the name of the file.
struct DocumentDating {
  private let reader: DateReader

  init(_ options: InputOptions) {
    reader = DateReader(order: options.dateOrder)
  }

  /// Dates a document.
  ///
  /// - Parameters:
  ///   - document: Receives its date, and what could not be read of what it states.
  ///   - stated: What its fields state, the most reliable first.
  ///   - path: The path of its file below the input; nil where the file holds several documents.
  func date(_ document: inout Document, stated: [String], path: String? = nil) {
    document.date = nil
    for text in stated {
      switch reader.read(Array(text.utf8).span) {
      case .date(let date):
        document.date = date.description
        document.unreadDate = nil
        return
      case .impossible: document.unreadDate = document.unreadDate ?? .impossible(text)
      case .ambiguous: document.unreadDate = document.unreadDate ?? .ambiguous(text)
      case .unknown: document.unreadDate = document.unreadDate ?? .unknown(text)
      }
    }
    let date =
      Dateline.find(in: document.text.span, reader: reader) ?? path.flatMap(FileNameDate.find)
    document.date = date?.description
  }
}

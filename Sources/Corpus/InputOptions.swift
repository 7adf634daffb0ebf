import Dates
import TextFiles

/// The names under which JSON Lines and tables may give the parts of a document.
///
/// Of several names, the first that a record gives a value for counts. Table headers are compared
/// without regard to case, JSON fields exactly.
public struct FieldNames: Sendable, Hashable {
  /// Names of the identifier.
  public var id = ["id"]
  /// Names of the text.
  public var text = ["text", "body", "content"]
  /// Names of the headline.
  public var title = ["title"]
  /// Names of the date.
  public var date = ["date", "published"]
  /// Names of the site or publisher.
  public var source = ["source", "site", "publisher"]
  /// Names of the language.
  public var language = ["language", "lang"]

  /// The usual names.
  public init() {}
}

/// How inputs are found and read.
public struct InputOptions: Sendable, Hashable {
  /// The format of every input, whatever its name says; nil to go by the names.
  public var format: InputFormat?

  /// A folder that is not entered: the one that the run writes to, whose files are no input of the
  /// next run.
  public var leftOut: String?

  /// The names of the fields in JSON Lines and tables.
  public var fields = FieldNames()

  /// Whether 03/04/2024 is 3 April or March 4; nil to leave such dates unread.
  public var dateOrder: DateOrder?

  /// The largest document that is read, in bytes; a larger one is skipped with a problem.
  public var largestDocument = 1 << 30

  /// The largest size, in bytes, to which a compressed file may unpack.
  public var largestUnpacked = Gunzip.defaultLimit

  /// The usual options.
  ///
  /// - Parameter format: The format of every input; nil to go by the names.
  public init(format: InputFormat? = nil) {
    self.format = format
  }
}

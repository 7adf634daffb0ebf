/// What a workspace keeps of a mention. Its texts stand in the `texts` of the mentions it is one of, one
/// behind another.
public struct StoredMention: Sendable, BitwiseCopyable {
  /// Where it begins, in Unicode scalars from the start of the document.
  public var start: Int
  /// Where it ends (excluded), in Unicode scalars.
  public var end: Int
  /// The number of its entity in the lexicon.
  public var entity: Int
  /// The number of its sentence.
  public var sentence: Int
  /// 0 to 1.
  public var confidence: Double

  private var place = 0
  private var lengths: (text: Int, form: Int, rule: Int, rivals: Int, inner: Int) = (
    0, 0, 0, -1, -1
  )

  public init(start: Int, end: Int, entity: Int, sentence: Int, confidence: Double) {
    self.start = start
    self.end = end
    self.entity = entity
    self.sentence = sentence
    self.confidence = confidence
  }

  /// Its words.
  public var text: Range<Int> { place..<place + lengths.text }

  public var form: Range<Int> { text.upperBound..<text.upperBound + lengths.form }

  public var rule: Range<Int> { form.upperBound..<form.upperBound + lengths.rule }

  /// The identifiers of its rivals as a list in JSON, if it has some.
  public var rivals: Range<Int>? {
    lengths.rivals < 0 ? nil : rule.upperBound..<rule.upperBound + lengths.rivals
  }

  /// The identifiers of the entities inside it as a list in JSON, if it has some.
  public var inner: Range<Int>? {
    let start = rivals?.upperBound ?? rule.upperBound
    return lengths.inner < 0 ? nil : start..<start + lengths.inner
  }

  /// Says where its texts stand: how many bytes each takes from a place on, below 0 for one that is not there.
  mutating func setTexts(
    from place: Int, text: Int, form: Int, rule: Int, rivals: Int, inner: Int
  ) {
    self.place = place
    lengths = (max(0, text), max(0, form), max(0, rule), rivals, inner)
  }
}

/// The mentions of a document, as a workspace keeps them.
///
/// A document has dozens and a run has millions, so that a text of its own for each word, form, rule and
/// list took longer than finding them. All stand in one array.
public struct StoredMentions: Sendable {
  /// The mentions in the order of the text.
  public private(set) var rows: [StoredMention] = []

  /// The texts of all, valid UTF-8 where they are not read from a damaged workspace.
  public private(set) var texts: [UInt8] = []

  public init() {}

  /// Makes room for so many mentions with texts of the usual length.
  public mutating func reserve(_ count: Int) {
    rows.reserveCapacity(count)
    texts.reserveCapacity(count * 48)
  }

  /// Takes all out, and keeps the memory.
  public mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
  }

  /// Appends a mention.
  ///
  /// - Parameters:
  ///   - mention: Its numbers.
  ///   - text: Its words.
  ///   - form: What kind of name it is.
  ///   - rule: Which rule decided.
  ///   - rivals: The identifiers of its rivals as a list in JSON; empty where it has none.
  ///   - inner: The identifiers of the entities inside it as a list in JSON; empty where it has none.
  public mutating func append(
    _ mention: StoredMention, text: Span<UInt8>, form: String, rule: String,
    rivals: [UInt8] = [], inner: [UInt8] = []
  ) {
    let place = texts.count
    texts.append(copying: text)
    texts.append(contentsOf: form.utf8)
    texts.append(contentsOf: rule.utf8)
    texts += rivals
    texts += inner
    var mention = mention
    mention.setTexts(
      from: place, text: text.count, form: form.utf8.count, rule: rule.utf8.count,
      rivals: rivals.isEmpty ? -1 : rivals.count, inner: inner.isEmpty ? -1 : inner.count)
    rows.append(mention)
  }

  /// Appends the mention in a row of `columns`.
  mutating func append(_ row: PlainStatement) {
    var mention = StoredMention(
      start: row.int(0), end: row.int(1), entity: row.int(2), sentence: row.int(3),
      confidence: row.double(4))
    let place = texts.count
    mention.setTexts(
      from: place, text: row.append(5, to: &texts), form: row.append(6, to: &texts),
      rule: row.append(7, to: &texts), rivals: row.append(8, to: &texts),
      inner: row.append(9, to: &texts))
    rows.append(mention)
  }

  static let columns =
    #"start, "end", entity, sentence, confidence, text, form, rule, rivals, "inner""#
}

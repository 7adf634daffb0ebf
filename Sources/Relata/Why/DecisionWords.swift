import Gazetteers
import Recognition

/// Decisions in words.
struct DecisionWords {
  let lexicon: Lexicon
  var corrections: LexiconCorrections?

  /// What became of a name: `Georgia is country/GE, by rule context (0.8)`.
  ///
  /// - Parameters:
  ///   - decision: The decision.
  ///   - mention: The mention at its place, if it is one.
  func outcome(_ decision: Decision, _ mention: Mention?) -> String {
    switch decision.outcome {
    case .mention:
      guard let mention else { return "no mention" }
      return
        "\(id(mention.entity)), \(mention.form), by rule \(mention.rule.rawValue) (\(mention.confidence))"
    case .besideHyphen: return "no mention: a hyphen ties it to a name that no gazetteer holds"
    case .insideLongerName: return "no mention: inside a longer name that no gazetteer holds"
    case .lookalike(let entity):
      return "no mention: the look-alike \(id(entity)), \(lexicon.entity(entity).name)"
    case .usedOfAnother:
      return "no mention: the document uses the name of another, and nothing speaks for this one"
    case .unsupported:
      return
        "no mention: a family or given name, and the document names nobody of that name in full"
    case .draw: return "no mention: as much speaks for one as for another, and no prior is stated"
    case .nothingSpeaks: return "no mention: nothing speaks for any of them, and no prior is stated"
    case .switchedOff(let form): return "no mention: \(form)s are switched off"
    case .hidden(let number): return "no mention: hidden by a correction\(correction(number))"
    case .denied(let number): return "no mention: denied by a correction\(correction(number))"
    }
  }

  /// A word for what became of a name, for lines of JSON.
  static func code(_ outcome: Decision.Outcome) -> String {
    switch outcome {
    case .mention: "mention"
    case .besideHyphen: "beside hyphen"
    case .insideLongerName: "inside longer name"
    case .lookalike: "look-alike"
    case .usedOfAnother: "used of another"
    case .unsupported: "unsupported"
    case .draw: "draw"
    case .nothingSpeaks: "nothing speaks"
    case .switchedOff: "switched off"
    case .hidden: "hidden"
    case .denied: "denied"
    }
  }

  /// An entity in question: `country/GE 3.5: other mentions and context words 3.5`.
  func claim(_ claim: Decision.Claim) -> String {
    var line = "\(id(claim.entity)) \(Self.points(claim.score))"
    let parts = claim.parts.map { "\($0.reason.rawValue) \(Self.points($0.points))" }
    if !parts.isEmpty { line += ": " + parts.joined(separator: ", ") }
    if claim.isPrior { line += parts.isEmpty ? ": prior" : "; prior" }
    return line
  }

  func id(_ entity: EntityIndex) -> String { lexicon.identity(of: entity).id.text }

  private func correction(_ number: Int) -> String {
    guard let list = corrections?.list, list.indices.contains(number) else { return "" }
    return ", \(list[number].summary) (line \(list[number].line): \(list[number].reason))"
  }

  /// Points with at most two decimals: `3`, `1.2`.
  static func points(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    var text = "\(hundredths / 100)"
    if hundredths % 100 > 0 {
      let rest = hundredths % 100
      text += "." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
    }
    return value < 0 && hundredths > 0 ? "−" + text : text
  }
}

/// A span of a document with the text around it, in one line.
enum MarkedExcerpt {
  /// Bytes shown on each side at most.
  private static let reach = 90

  /// `… a deal, [Tbilisi] said …`
  ///
  /// - Parameters:
  ///   - marks: The spans to put in brackets, in order and apart.
  ///   - sentence: The bytes that may be shown.
  ///   - text: The document.
  static func of(
    _ marks: [Range<Int>], within sentence: Range<Int>, in text: [UInt8]
  ) -> String {
    guard let first = marks.first, let last = marks.last else { return "" }
    let start = boundary(
      max(sentence.lowerBound, first.lowerBound - reach), sentence.lowerBound, text)
    let end = boundary(min(sentence.upperBound, last.upperBound + reach), sentence.lowerBound, text)
    var out = start > sentence.lowerBound ? "… " : ""
    var place = start
    for mark in marks {
      // Of two names far apart, what is between them is cut.
      if mark.lowerBound - place > reach * 2, place > start {
        let near = boundary(place + reach, place, text)
        out += string(text[place..<near]) + " … "
        place = boundary(mark.lowerBound - reach, near, text)
      }
      out += string(text[place..<mark.lowerBound]) + "[" + string(text[mark]) + "]"
      place = mark.upperBound
    }
    out += string(text[place..<max(place, end)])
    return out + (end < sentence.upperBound ? " …" : "")
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    TagWriter.oneLine(String(decoding: bytes, as: UTF8.self))
  }

  /// The place, or the one before it where a scalar begins.
  private static func boundary(_ place: Int, _ lower: Int, _ text: [UInt8]) -> Int {
    var place = place
    while place > lower, place < text.count, text[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}

import Foundation
import Gazetteers

@testable import Recognition

/// The folder of the checkout, found from this file.
let checkout = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A person, country or the like, in one line.
func entity(
  _ id: String, _ name: String, aliases: [String] = [], abbreviations: [String] = [],
  demonyms: [String] = [], metonyms: [String] = [], short: [String] = [], caseRule: CaseRule? = nil,
  context: [String] = [], prior: [String] = [], family: [String] = [], given: [String] = [],
  gender: String? = nil, country: String? = nil
) -> GazetteerEntity {
  let names =
    aliases.map { Name($0, .alias) } + abbreviations.map { Name($0, .abbreviation) }
    + demonyms.map { Name($0, .demonym) } + metonyms.map { Name($0, .metonym) }
    + short.map { Name($0, .short) }
  var attributes: [EntityAttribute] = []
  if let gender { attributes.append(EntityAttribute(name: "gender", value: gender)) }
  if let country { attributes.append(EntityAttribute(name: "country", value: country)) }
  return GazetteerEntity(
    id: EntityID(id), kind: Kind(String(id.prefix { $0 != "/" })), name: name, names: names,
    caseRule: caseRule, context: context, prior: prior, family: family, given: given,
    attributes: attributes)
}

func lexicon(_ entities: [GazetteerEntity]) -> Lexicon {
  Lexicon([Gazetteer(path: "test.tsv", entities: entities)])
}

/// A range of a text as its only sentence.
func oneSentence(_ range: Range<Int>) -> [Sentence] {
  [Sentence(start: range.lowerBound, end: range.upperBound, passage: 0)]
}

/// The hits of `Matcher` in a text that is taken as one sentence, in the form of the plain matcher.
func hits(_ matcher: inout Matcher, _ text: String) -> [PlainMatcher.PlainHit] {
  let bytes = Array(text.utf8)
  var buffer = HitBuffer()
  matcher.match(bytes.span, oneSentence(0..<bytes.count), into: &buffer)
  let lexicon = matcher.lexicon
  return buffer.hits.map { hit in
    let readings = buffer.entries[hit.entries].map { index in
      let entry = lexicon.entry(Int(index))
      let id = entry.entity == LexiconEntry.noEntity ? nil : lexicon.entity(entry.entity).id
      return PlainMatcher.Reading(entity: id, form: entry.form, role: entry.role)
    }
    return PlainMatcher.PlainHit(start: hit.start, end: hit.end, readings: Set(readings))
  }
}

/// A mention as tests compare it.
struct SeenMention: Equatable, CustomStringConvertible {
  var text: String
  var entity: String
  var form: NameForm
  var rule: ResolutionRule
  var confidence: Double
  var rivals: [String]

  /// `[Putin|person/vladimir-putin]`
  var description: String { "[\(text)|\(entity)]" }
}

/// What a recognizer finds in a text, in order.
func mentions(_ recognizer: inout Recognizer, _ text: String) -> [SeenMention] {
  let bytes = Array(text.utf8)
  recognizer.read(bytes.span)
  let lexicon = recognizer.lexicon
  return recognizer.mentions.map { mention in
    SeenMention(
      text: String(decoding: bytes[mention.start..<mention.end], as: UTF8.self),
      entity: lexicon.entity(mention.entity).id.text, form: mention.form, rule: mention.rule,
      confidence: mention.confidence, rivals: mention.rivals.map { lexicon.entity($0).id.text })
  }
}

func mentions(
  _ entities: [GazetteerEntity], _ text: String,
  options: RecognitionOptions = RecognitionOptions()
) -> [SeenMention] {
  var recognizer = Recognizer(lexicon(entities), options: options)
  return mentions(&recognizer, text)
}

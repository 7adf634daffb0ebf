import Gazetteers
import Testing

@testable import Recognition

/// The rules that settle whom a name means, on gazetteers made for them.
@Suite struct ResolverTests {
  private static let putin = entity(
    "person/putin", "Vladimir Putin", short: ["Putin"], gender: "m", country: "RU")
  private static let peskov = entity("person/peskov", "Dmitry Peskov", gender: "m", country: "RU")
  private static let kimJongUn = entity("person/kim-jong-un", "Kim Jong Un", gender: "m")
  private static let kimYoJong = entity("person/kim-yo-jong", "Kim Yo Jong", gender: "f")
  private static let kims = [kimJongUn, kimYoJong]
  private static let russia = entity(
    "country/RU", "Russia", demonyms: ["Russian", "Russo-"], metonyms: ["Moscow"])
  private static let un = entity("organisation/un", "United Nations", abbreviations: ["UN"])
  private static let georgia = entity(
    "country/GE", "Georgia", demonyms: ["Georgian"], context: ["Tbilisi", "Caucasus"])
  private static let georgiaState = entity("place/georgia", "Georgia", context: ["Atlanta"])
  private static let jordan = entity("country/JO", "Jordan", demonyms: ["Jordanian"])

  private func tag(
    _ entities: [GazetteerEntity], _ text: String,
    options: RecognitionOptions = RecognitionOptions()
  ) -> [String] {
    mentions(entities, text, options: options).map { "[\($0.text)|\($0.entity)]" }
  }

  private func tally(_ entities: [GazetteerEntity], _ text: String) -> ResolutionTally {
    var recognizer = Recognizer(lexicon(entities))
    _ = mentions(&recognizer, text)
    return recognizer.tally
  }

  // MARK: exact

  @Test(
    "a name that one entity owns is taken by the rule of its form",
    arguments: [
      ("Vladimir Putin spoke.", NameForm.preferred, ResolutionRule.exact, 1.0),
      ("The UN met.", .abbreviation, .exact, 0.95),
      ("The United Nations met.", .preferred, .exact, 1),
      ("A Russian ship.", .demonym, .demonym, 0.95),
      ("In Moscow it rained.", .metonym, .metonym, 0.7),
      ("Putin spoke.", .short, .short, 0.85),
    ])
  func takesExact(
    _ text: String, _ form: NameForm, _ rule: ResolutionRule, _ confidence: Double
  ) throws {
    let found = mentions(
      [Self.putin, Self.un, Self.russia], text, options: RecognitionOptions(metonyms: true))
    let mention = try #require(found.first)
    #expect(found.count == 1)
    #expect(mention.form == form)
    #expect(mention.rule == rule)
    #expect(mention.confidence == confidence)
    #expect(mention.rivals == [])
  }

  @Test("the earlier form counts where one entity owns a name in two")
  func prefersEarlierForm() {
    let found = mentions(
      [entity("organisation/a", "Alpha Beta", aliases: ["Alpha beta"], short: ["ALPHA BETA"])],
      "ALPHA BETA won.")
    #expect(found.map(\.form) == [.preferred])
  }

  // MARK: short

  @Test(
    "a family or given name follows the full name, before or after it",
    arguments: [
      (
        "Dmitry Peskov denied it. Peskov left.",
        ["[Dmitry Peskov|person/peskov]", "[Peskov|person/peskov]"]
      ),
      (
        "Peskov left. Later Dmitry Peskov denied it.",
        ["[Peskov|person/peskov]", "[Dmitry Peskov|person/peskov]"]
      ),
      (
        "Dmitry Peskov spoke.\n\nMr Peskov left.",
        ["[Dmitry Peskov|person/peskov]", "[Peskov|person/peskov]"]
      ),
      (
        "Dmitry Peskov spoke. So Dmitry left.",
        ["[Dmitry Peskov|person/peskov]", "[Dmitry|person/peskov]"]
      ),
      ("Peskov left.", []),
      ("Mr Peskov left.", []),
      ("Dmitry Peskov spoke. Natalia Peskov did not.", ["[Dmitry Peskov|person/peskov]"]),
      (
        "DMITRY PESKOV SPOKE\n\nPeskov left.",
        ["[DMITRY PESKOV|person/peskov]", "[Peskov|person/peskov]"]
      ),
    ])
  func followsFullName(_ text: String, _ expected: [String]) {
    #expect(tag([Self.peskov], text) == expected)
  }

  @Test("a family name is surer than a given name, and both than a listed short form")
  func ranksShortForms() {
    let text =
      "Dmitry Peskov and Vladimir Putin came. Peskov left. Later Dmitry left. But Putin stayed."
    let found = mentions([Self.peskov, Self.putin], text)
    #expect(found.map(\.confidence) == [1, 1, 0.9, 0.8, 0.9])
    #expect(found.map(\.rule) == [.exact, .exact, .short, .short, .short])
    #expect(mentions([Self.putin], "So Putin stayed.").map(\.confidence) == [0.85])
  }

  @Test("a short form of somebody whom the document never names is counted as unsupported")
  func countsUnsupported() {
    #expect(tally([Self.peskov], "Peskov left. Then Peskov came.").unsupported == 2)
    #expect(tally([Self.peskov], "Dmitry Peskov left. Then Peskov came.").unsupported == 0)
  }

  @Test("what one document names does not count in the next")
  func forgetsDocuments() {
    var recognizer = Recognizer(lexicon([Self.peskov]))
    #expect(mentions(&recognizer, "Dmitry Peskov came. Peskov left.").count == 2)
    #expect(mentions(&recognizer, "Peskov left.").count == 0)
  }

  @Test(
    "of two persons of one family name, the form of address, the nearest and the first decide",
    arguments: [
      ("Kim Jong Un met Kim Yo Jong. Mr Kim smiled.", "person/kim-jong-un"),
      ("Kim Yo Jong met Kim Jong Un. Ms Kim smiled.", "person/kim-yo-jong"),
      ("Kim Jong Un and Kim Yo Jong came, and Kim smiled.", "person/kim-yo-jong"),
      ("Kim Yo Jong and Kim Jong Un came, and Kim smiled.", "person/kim-jong-un"),
      (
        "Kim Jong Un spoke. Kim Jong Un ate. Kim Yo Jong left.\n\nSo Kim smiled.",
        "person/kim-jong-un"
      ),
      ("Kim Jong Un spoke. Kim Yo Jong left.\n\nSo Kim smiled.", "person/kim-jong-un"),
      ("Kim Jong Un met Kim Yo Jong. So Jong Un smiled.", "person/kim-jong-un"),
    ])
  func decidesBetweenPersons(_ text: String, _ expected: String) throws {
    let last = try #require(mentions(Self.kims, text).last)
    #expect(["Kim", "Jong Un"].contains(last.text))
    #expect(last.entity == expected)
    #expect(last.rule == .short)
  }

  @Test("a decision between persons names the rival and is less sure")
  func namesRival() throws {
    let last = try #require(mentions(Self.kims, "Kim Jong Un met Kim Yo Jong. Mr Kim smiled.").last)
    #expect(last.rivals == ["person/kim-yo-jong"])
    #expect(last.confidence == 0.75)
    #expect(tally(Self.kims, "Kim Jong Un met Kim Yo Jong. Mr Kim smiled.").contested == 1)
  }

  @Test("a draw between persons is no mention, and is counted")
  func leavesDraw() {
    let text = "So Kim waited. Then Kim Jong Un and Kim Yo Jong came."
    #expect(
      tag(Self.kims, text) == [
        "[Kim Jong Un|person/kim-jong-un]", "[Kim Yo Jong|person/kim-yo-jong]",
      ])
    #expect(tally(Self.kims, text).undecided == 1)
  }

  // MARK: context

  @Test(
    "an ambiguous name goes to the entity that the document speaks for",
    arguments: [
      ("In Tbilisi it snowed. So Georgia froze.", "country/GE"),
      ("In Atlanta it snowed. So Georgia froze.", "place/georgia"),
      ("A Georgian poet. So Georgia froze.", "country/GE"),
      ("In Atlanta and Tbilisi it snowed. In the Caucasus, Georgia froze.", "country/GE"),
    ])
  func decidesByContext(_ text: String, _ expected: String) throws {
    let entities = [Self.georgia, Self.georgiaState]
    let last = try #require(mentions(entities, text).last)
    #expect(last.text == "Georgia")
    #expect(last.entity == expected)
    #expect(last.rule == .context)
    #expect(last.confidence == 0.8)
    #expect(last.rivals == ["country/GE", "place/georgia"].filter { $0 != expected })
    #expect(tally(entities, text).contested == 1)
  }

  @Test("with no support an ambiguous name is left out, and is counted")
  func leavesUndecided() {
    let entities = [Self.georgia, Self.georgiaState]
    #expect(tag(entities, "It snowed in Georgia.") == [])
    #expect(tag(entities, "In Atlanta, in Tbilisi.\n\nIt snowed in Georgia.") == [])
    #expect(tally(entities, "It snowed in Georgia.").undecided == 1)
  }

  @Test("with no support an ambiguous name goes to the prior of the gazetteer, less surely")
  func takesPrior() throws {
    var state = Self.georgiaState
    state.prior = ["Georgia"]
    let entities = [Self.georgia, state]
    let mention = try #require(mentions(entities, "It snowed in Georgia.").first)
    #expect(mention.entity == "place/georgia")
    #expect(mention.confidence == 0.6)
    #expect(mention.rivals == ["country/GE"])
    #expect(tag(entities, "It snowed in Tbilisi, Georgia.") == ["[Georgia|country/GE]"])
  }

  @Test("a person of a country speaks for the country")
  func supportsCountry() {
    let entities = [
      Self.georgia, Self.georgiaState, entity("person/x", "Ana Beridze", country: "GE"),
    ]
    #expect(tag(entities, "Ana Beridze left. It snowed in Georgia.").last == "[Georgia|country/GE]")
  }

  @Test("a title before a name speaks for the person")
  func prefersPersonBehindTitle() {
    let entities = [Self.jordan, entity("person/j", "Vernon Jordan", gender: "m")]
    let text = "Vernon Jordan came. So Mr Jordan spoke."
    #expect(tag(entities, text).last == "[Jordan|person/j]")
  }

  @Test("a metonym is the weakest reading of a name")
  func ranksMetonymLast() {
    let entities = [Self.russia, entity("place/moscow", "Moscow")]
    let options = RecognitionOptions(metonyms: true)
    #expect(tag(entities, "It snowed in Moscow.", options: options) == ["[Moscow|place/moscow]"])
  }

  // MARK: embedded

  @Test(
    "a name inside a longer unlisted name is no mention",
    arguments: [
      "The star Michael Jordan scored.", "He flew to Jordan Valley Airport.",
      "He banks with Bank of Jordan.", "The ship crossed the Gulf of Jordan.",
      "We flew with Air Jordan.", "Vladimir Putin Airport is closed.",
      "They met at Vladimir Putin International Airport.",
    ])
  func leavesEmbedded(_ text: String) {
    let entities = [Self.jordan, Self.putin]
    #expect(tag(entities, text) == [])
    #expect(tally(entities, text).embedded == 1)
  }

  @Test(
    "a name beside a title, a day, a qualifier or another name is a mention",
    arguments: [
      ("Prime Minister Vladimir Putin spoke.", 1), ("It snowed in northern Jordan.", 1),
      ("It snowed in Northern Jordan.", 1), ("On Monday Jordan voted.", 1),
      ("Vladimir Putin Jordan", 2), ("The Jordan Government fell.", 1),
      ("When Jordan voted, it snowed.", 1), ("Jordan Votes As Russia Waits", 1),
      ("The king of Jordan spoke.", 1), ("JORDAN VOTES TODAY", 1),
    ])
  func keepsHarmless(_ text: String, _ count: Int) {
    #expect(tag([Self.jordan, Self.putin], text).count == count)
  }

  @Test("a month that is a name too is a person only where it can be")
  func tellsMonths() {
    let may = entity("person/may", "Theresa May", short: ["May"], gender: "f")
    #expect(
      tag([may], "Theresa May left. It was May 2019. In May it rained. May I? Mrs May spoke.")
        == ["[Theresa May|person/may]", "[May|person/may]"])
  }

  // MARK: layers and look-alikes

  @Test("demonyms and metonyms can be switched")
  func switchesLayers() {
    let text = "In Moscow a Russian ship left. So did Russia, in Russo-Russian trade."
    func tag(_ demonyms: Bool, _ metonyms: Bool) -> [String] {
      mentions(
        [Self.russia], text, options: RecognitionOptions(demonyms: demonyms, metonyms: metonyms)
      ).map(\.text)
    }
    #expect(tag(true, false) == ["Russian", "Russia", "Russo", "Russian"])
    #expect(tag(false, false) == ["Russia"])
    #expect(tag(true, true) == ["Moscow", "Russian", "Russia", "Russo", "Russian"])
    #expect(tag(false, true) == ["Moscow", "Russia"])
    #expect(RecognitionOptions() == RecognitionOptions(demonyms: true, metonyms: false))
  }

  @Test("a combining form is a mention beside a listed name, by the rule of demonyms")
  func readsCombining() {
    let found = mentions([Self.russia, Self.georgia], "The Russo-Georgian war.")
    #expect(found.map(\.text) == ["Russo", "Georgian"])
    #expect(found.map(\.rule) == [.demonym, .demonym])
    #expect(tag([Self.russia], "The Russo-Elbonian war.") == [])
  }

  @Test("a look-alike hides the names inside it, is no mention, and is counted")
  func passesOverLookalikes() {
    let entities = [Self.jordan, entity("none/jordan-river", "Jordan River")]
    let text = "The Jordan River is in Jordan."
    #expect(tag(entities, text) == ["[Jordan|country/JO]"])
    #expect(tally(entities, text).lookalikes == 1)
  }

  @Test("a name that a look-alike shares is the entity's, unless the document speaks for the other")
  func contestsLookalikes() {
    let entities = [
      entity("organisation/afp", "Agence", abbreviations: ["AFP"]),
      entity("none/afp", "AFP", context: ["police"]),
    ]
    #expect(tag(entities, "He told AFP so.") == ["[AFP|organisation/afp]"])
    #expect(tag(entities, "He told AFP police so.") == [])
  }
}

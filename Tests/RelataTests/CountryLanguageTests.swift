import Foundation
import Gazetteers
import Recognition
import Testing

@testable import Relata

/// Names of countries in many languages, all of them switched on at once.
@Suite struct CountryLanguageTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let paths = (GazetteerLibrary.shippedFiles + [GazetteerLibrary.multilingualFile]).map {
    "\(root)/gazetteers/\($0)"
  }

  static func lexicon(_ languages: NameLanguages) -> Lexicon {
    (try? GazetteerLibrary.load(paths, languages: languages).lexicon) ?? Lexicon([])
  }

  static let everything = lexicon(.all)
  static let english = lexicon(.only([]))

  /// The text with its mentions marked as in `passages.tsv`.
  static func marked(_ text: String, _ lexicon: Lexicon) -> String {
    var recognizer = Recognizer(lexicon)
    let bytes = Array(text.utf8)
    recognizer.read(bytes.span)
    var (out, place) = ("", 0)
    for mention in recognizer.mentions {
      let name = String(decoding: bytes[mention.start..<mention.end], as: UTF8.self)
      out += String(decoding: bytes[place..<mention.start], as: UTF8.self)
      out += "[[\(name)|\(lexicon.entities[Int(mention.entity.raw)].id.text)]]"
      place = mention.end
    }
    return out + String(decoding: bytes[place...], as: UTF8.self)
  }

  static func plain(_ marked: String) -> String {
    marked.replacing(#/\[\[([^|\]]*)\|[^\]]*\]\]/#) { $0.output.1 }
  }

  static let sentences: [(language: String, marked: String)] = [
    (
      "Russian",
      "Президент [[России|country/RU]] встретился с премьером [[Китая|country/CN]] и поблагодарил [[Северную Корею|country/KP]], а [[США|country/US]] ввели санкции против [[Ирана|country/IR]]."
    ),
    (
      "Ukrainian",
      "[[Росія|country/RU]] напала на [[Україну|country/UA]], сказав прем'єр [[Польщі|country/PL]]; [[Сполучених Штатів|country/US]] просили про допомогу."
    ),
    (
      "Polish",
      "Rząd [[Polski|country/PL]] i prezydent [[Ukrainy|country/UA]] rozmawiali w [[Niemczech|country/DE]] o [[Rosji|country/RU]] ze [[Stanami Zjednoczonymi|country/US]]."
    ),
    (
      "Czech",
      "Vláda jedná s [[Ruskem|country/RU]] a [[Čínou|country/CN]], uvedl premiér [[Německa|country/DE]] v [[Severní Koreji|country/KP]]."
    ),
    (
      "Finnish",
      "[[Suomen|country/FI]] hallitus keskusteli [[Venäjän|country/RU]] ja [[Ruotsin|country/SE]] kanssa [[Yhdysvalloissa|country/US]], [[Turkissa|country/TR]] ja [[Kreikassa|country/GR]]."
    ),
    (
      "Arabic",
      "قال الرئيس إن [[روسيا|country/RU]] [[والصين|country/CN]] وقعتا اتفاقا مع [[إيران|country/IR]] في [[السعودية|country/SA]]."
    ),
    (
      "Persian",
      "[[روسیه|country/RU]] و [[چین|country/CN]] با [[ایران|country/IR]] در [[کره شمالی|country/KP]] گفتگو کردند."
    ),
    (
      "Hebrew",
      "נשיא [[רוסיה|country/RU]] נפגש [[בסין|country/CN]] עם [[איראן|country/IR]] [[וארה״ב|country/US]]."
    ),
    ("Chinese", "习近平访问[[俄罗斯|country/RU]]，并与[[朝鲜|country/KP]]和[[美国|country/US]]讨论。"),
    ("Chinese, traditional", "[[俄羅斯|country/RU]]與[[北韓|country/KP]]、[[美國|country/US]]討論。"),
    ("Japanese", "[[ロシア|country/RU]]と[[中国|country/CN]]は[[北朝鮮|country/KP]]、[[米国|country/US]]に反発した。"),
    (
      "Korean",
      "[[러시아|country/RU]]와 [[중국|country/CN]]은 [[북한|country/KP]]을 지지했다. [[한국|country/KR]]과 [[미국|country/US]]은 [[일본|country/JP]]에서 논의했다."
    ),
    (
      "Spanish",
      "[[Rusia|country/RU]] y [[Corea del Norte|country/KP]] firmaron con los [[Estados Unidos|country/US]] un acuerdo en [[Suiza|country/CH]]."
    ),
    (
      "French",
      "La [[Russie|country/RU]] et l'[[Allemagne|country/DE]] ont parlé des [[États-Unis|country/US]] avec la [[Corée du Nord|country/KP]]."
    ),
    (
      "German",
      "[[Russland|country/RU]] und [[Nordkorea|country/KP]] haben mit den [[Vereinigten Staaten|country/US]] und der [[Türkei|country/TR]] gesprochen."
    ),
    (
      "Italian",
      "La [[Germania|country/DE]] e la [[Cina|country/CN]] con la [[Corea del Nord|country/KP]] negli [[Stati Uniti|country/US]]."
    ),
    (
      "Portuguese",
      "A [[Rússia|country/RU]] e a [[Coreia do Norte|country/KP]] assinaram um acordo na [[Suíça|country/CH]]."
    ),
    (
      "Dutch",
      "[[Rusland|country/RU]] en [[Noord-Korea|country/KP]] spraken met [[Duitsland|country/DE]] in de [[Verenigde Staten|country/US]]."
    ),
    (
      "Turkish",
      "[[Rusya|country/RU]]'nın [[Almanya|country/DE]] ve [[Yunanistan|country/GR]] ve [[Çin|country/CN]] ile [[ABD|country/US]]'de görüştüğü bildirildi."
    ),
    (
      "Hindi",
      "[[रूस|country/RU]] और [[चीन|country/CN]] ने [[भारत|country/IN]] में [[उत्तर कोरिया|country/KP]] से बात की।"
    ),
    (
      "Thai",
      "[[รัสเซีย|country/RU]]และ[[จีน|country/CN]]ประชุมกับ[[เกาหลีเหนือ|country/KP]]ที่[[ญี่ปุ่น|country/JP]]"
    ),
    (
      "Vietnamese",
      "[[Trung Quốc|country/CN]] gặp [[Hàn Quốc|country/KR]] tại [[Nhật Bản|country/JP]] và [[nước Đức|country/DE]]."
    ),
    (
      "Indonesian",
      "Presiden [[Rusia|country/RU]] bertemu perdana menteri [[Jepang|country/JP]] di [[Amerika Serikat|country/US]]."
    ),
    (
      "Greek",
      "Η [[Ρωσία|country/RU]] και η [[Κίνα|country/CN]] μίλησαν με τις [[ΗΠΑ|country/US]] στην [[Ελλάδα|country/GR]]."
    ),
    (
      "Swedish",
      "[[Ryssland|country/RU]] och [[Nordkorea|country/KP]] talade med [[Tyskland|country/DE]] i [[Sverige|country/SE]]."
    ),
    (
      "Hungarian",
      "[[Oroszország|country/RU]] és [[Németország|country/DE]] tárgyalt, mondta [[Magyarország|country/HU]]."
    ),
    (
      "Romanian",
      "[[Rusia|country/RU]] și [[Coreea de Nord|country/KP]] au discutat cu [[Germania|country/DE]] în [[Elveția|country/CH]]."
    ),
    (
      "Serbian",
      "[[Русија|country/RU]] и [[Кина|country/CN]] подржале су договор, а [[Nemačka|country/DE]] није."
    ),
    (
      "Croatian",
      "[[Njemačka|country/DE]] i [[Francuska|country/FR]] razgovarale su, a [[Hrvatska|country/HR]] čeka."
    ),
    (
      "Bulgarian",
      "[[Русия|country/RU]] и [[Китай|country/CN]] разговаряха със [[САЩ|country/US]] в [[Германия|country/DE]]."
    ),
  ]

  @Test(
    "a sentence of each language gives its countries and nothing else", arguments: sentences.indices
  )
  func sentence(index: Int) {
    let (language, marked) = Self.sentences[index]
    #expect(Self.marked(Self.plain(marked), Self.everything) == marked, "\(language)")
  }

  /// Words and names of other languages that fold to a name of a country.
  static let others = [
    "Island hopping is fun.", "Chili is hot.", "Malte and Dominique met Maurice.",
    "Indie music won.",
    "Kuba Jakubowski left.", "Того требует закон.", "Gana el equipo.", "上海地铁开通。", "内蒙古下雪。",
    "マインドとアイランド。", "아이티 산업의 수단.", "التقرير المالي مالي.", "Nga Nguyen and Duc Anh left.",
    "UC Berkeley and BAE Systems.", "Prince Turki left.", "Dominika Nowak and Malia left.",
    "Письмо Доминику дошло.",
    "Danie dnia.", "The Reunion.",
    "CIN 3, SAD 2, VS and AS.",
  ]

  @Test("what is a word or a name in another language is no country", arguments: others)
  func notACountry(text: String) {
    let marked = Self.marked(text, Self.everything)
    #expect(!marked.contains("country/"), "\(marked)")
  }

  @Test("all languages at once change nothing in English text")
  func englishText() throws {
    for name in ["RecognitionTests/Fixtures/passages.tsv", "RecognitionTests/Fixtures/news.tsv"] {
      let text = try String(contentsOfFile: "\(Self.root)/Tests/\(name)", encoding: .utf8)
      let plain = Self.plain(text)
      #expect(Self.marked(plain, Self.everything) == Self.marked(plain, Self.english))
    }
  }

  /// Case forms, as `scripts/country_cases.py` makes them; several forms a country.
  static let forms: [(String, String)] = [
    ("RU", "России Россию Россией Росії Росію Росією Rosji Rosją Ruska Rusku Ruskem Venäjällä"),
    (
      "UA",
      "Украины Украине Украину Украиной України Україні Україну Україною Ukrainie Ukrainę Ukrajině Ukrainassa"
    ),
    (
      "PL",
      "Польши Польше Польшу Польшей Польщі Польщу Польщею Polsce Polską Polska Polskem Puolassa"
    ),
    ("CN", "Китая Китаю Китаем Китае Китаї Chinach Chinami Čínou Kiinassa Kiinaan"),
    ("EG", "Египта Египте Єгипту Єгиптом Egiptu Egipcie Egyptem Egyptiin"),
    ("IL", "Израиля Израилем Ізраїлю Izraelu Izraelem Izraele Israelissa"),
    ("IR", "Ирана Иране Ираном Іраном Iranem Íránem Iraniin"),
    ("IQ", "Ирака Ираком Іраку Irakiem Iráku Irakissa"),
    ("GR", "Греции Грецией Греції Grecji Řecka Kreikan Kreikassa"),
    ("TR", "Турции Турцией Туреччини Туреччиною Turcji Turecka Turkin Turkissa Turkkiin"),
    ("IE", "Ирландии Irlandii Irlannin Irlannissa"),
    ("DE", "Германии Німеччини Niemczech Německem Saksan"),
    (
      "KR",
      "Южной Кореи|Южную Корею|Південної Кореї|Korei Południowej|Koreę Południową|Jižní Koreji|Etelä-Koreassa"
    ),
    (
      "SA",
      "Саудовской Аравии|Саудовскую Аравию|Саудівської Аравії|Arabii Saudyjskiej|Saúdské Arábii|Saudi-Arabiassa"
    ),
    (
      "US",
      "Соединенных Штатов|Соединённых Штатах|Сполученими Штатами|Stanów Zjednoczonych|Spojených států|Yhdysvalloista"
    ),
    ("TH", "Таиланда Таїланду Tajlandii Thajsku Thaimaassa Thaimaahan"),
    ("FI", "Финляндии Фінляндії Finlandii Finska Suomessa Suomeen"),
    ("NL", "Нидерландов Нидерландах Нідерландів Holandii Alankomaissa"),
    ("BY", "Беларуси Беларусью Білорусі Білоруссю Białorusi Běloruskem"),
  ]

  @Test("case forms of Slavic languages and Finnish are the country", arguments: forms)
  func caseForms(code: String, list: String) {
    let forms = list.split(separator: list.contains("|") ? "|" : " ")
    for form in forms {
      #expect(Self.marked("\(form).", Self.everything) == "[[\(form)|country/\(code)]].")
    }
  }

  @Test("names of a language that was not asked for are no mentions")
  func oneLanguage() {
    let russian = Self.lexicon(.only(["ru"]))
    #expect(Self.marked("Россия, Frankreich.", russian) == "[[Россия|country/RU]], Frankreich.")
    #expect(Self.marked("Россия, Frankreich.", Self.english) == "Россия, Frankreich.")
  }

  @Test("the file has names in over thirty languages, for countries that are known already")
  func file() throws {
    let file = try Gazetteer(path: "\(Self.root)/gazetteers/\(GazetteerLibrary.multilingualFile)")
    let countries = try Gazetteer(path: "\(Self.root)/gazetteers/countries.tsv")
    #expect(file.findings == [])
    #expect(file.languages.count >= 30)
    let known = Dictionary(uniqueKeysWithValues: countries.entities.map { ($0.id, $0.name) })
    for entity in file.entities where entity.kind == .country {
      #expect(known[entity.id] == entity.name)
    }
  }

  @Test("a language in which there are no names stops the run")
  func unknownLanguage() {
    let error = #expect(throws: RunError.self) {
      _ = try GazetteerLibrary.load(Self.paths, languages: .only(["ru", "en", "xx"]))
    }
    #expect(
      error?.description.hasPrefix("no gazetteer has names in xx; there are: ar, bg, bn, ") == true)
  }
}

import Gazetteers

/// Capitalised words that may stand beside a name without making a longer name with it.
enum NameNeighbours {
  /// Forms of address; they tell a person, and some of them a person's sex.
  static let honorifics = maleHonorifics.union(femaleHonorifics).union(
    WordSet("dr prof professor mx messrs judge justice"))
  static let maleHonorifics = WordSet("mr sir lord herr monsieur senor signor don mister")
  static let femaleHonorifics = WordSet(
    "mrs ms miss lady madam madame mme mlle dame frau senora signora dona")

  /// Offices and ranks that stand before a family name as `Mr` does: `Senator Ford`, `General Chad`.
  static let ranks = WordSet(
    """
    president chancellor premier minister secretary general gen colonel col captain capt lieutenant lt
    major maj sergeant sgt corporal admiral adm commander cmdr commodore brigadier senator sen
    representative rep congressman congresswoman governor gov mayor ambassador archbishop bishop
    cardinal reverend rev rabbi detective inspector superintendent comrade
    """)

  /// Offices, ranks and roles that run into a name.
  static let titles = WordSet(
    """
    president presidents vice prime minister ministers premier chancellor secretary undersecretary
    general gen colonel col captain capt lieutenant lt major maj sergeant sgt corporal admiral adm
    marshal commander cmdr commodore brigadier chief judge justice senator sen representative rep
    congressman congresswoman governor gov mayor ambassador amb envoy king queen prince princess
    crown duke duchess emperor empress sultan emir amir sheikh shaikh sheik shah pope cardinal
    archbishop bishop patriarch rev reverend father sister brother mother ayatollah imam mullah maulana
    rabbi professor prof chairman chairwoman chairperson chair director leader spokesman spokeswoman
    spokesperson deputy former late acting interim opposition dictator comrade tsar czar candidate
    nominee coach manager analyst adviser advisor aide lawyer actor actress author foreign defence
    defense finance interior attorney speaker state treasury home trade energy health justice economy
    democrat republican tory mp mep ceo cfo founder billionaire tycoon businessman businesswoman
    commissioner consul superintendent inspector detective officer agent sir lord lady dame dr mr mrs
    ms miss mx madame presidential ministerial first elect strongman party supreme guide taoiseach
    tanaiste chancellor fuhrer caudillo lama field fleet wing squadron group private
    präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler bundeskanzlerin
    ministerpräsident ministerpräsidentin außenminister außenministerin innenminister innenministerin
    finanzminister verteidigungsminister ministerin regierung könig königin papst parteichef
    staatschef regierungschef diktator
    """)

  static let days = WordSet(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tonight
    """)

  /// Parts and times of a country.
  static let qualifiers = WordSet(
    """
    north south east west northern southern eastern western northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern central upper lower mainland greater inner outer
    modern ancient medieval colonial occupied nazi imperial communist soviet tsarist czarist
    revolutionary postwar prewar wartime capitalist islamic rural urban coastal mother old free
    democratic republican nationalist fascist vichy unified reunified united
    """)

  /// Words that may begin a sentence or, in titles, stand in capitals beside any name.
  static let functionWords = Abbreviations.sentenceOpeners.union(
    WordSet(
      """
      against among around behind below beneath beside between beyond down except inside into like
      near off onto out outside past per than through throughout toward towards unlike up upon via
      within amid amidst besides whether whom whose did does can cannot must shall nor either neither
      once ever never always often perhaps maybe indeed instead thus hence therefore otherwise rather
      quite very too again already almost ago apart aside away back else far few fewer less little
      much own same asked told said says added speaking given welcome dear thank thanks hello goodbye
      vote support stop long viva bravo vive dump impeach oust ask tell meet watch see read why
      where's what's it's that's let's critics supporters opponents allies asking calling citing
      meanwhile nevertheless nonetheless furthermore additionally finally first second third later
      earlier recently currently previously originally initially eventually ultimately clearly
      """))

  /// What follows a country's or a leader's name in capitals without making a longer name.
  static let followers = WordSet(
    """
    war wars summit crisis conflict talks deal treaty pact sanctions embassy government governments
    parliament congress senate cabinet army navy military forces troops border policy desk day cup
    administration regime era doctrine plan team delegation court supreme central national federal
    ambassador and or of in on at to for from by with as is are was were has have had says said will
    would could should may might after before over amid against but not
    """)

  /// Peoples and faiths that no gazetteer lists; they stand before an organisation as a demonym does:
  /// `Kurdish Peshmerga`.
  static let peoples = WordSet(
    """
    kurdish arab muslim islamist islamic sunni shiite shia alawite druze jewish christian catholic
    protestant orthodox hindu sikh buddhist african asian european western latin
    """)

  /// Countries whose names parents give, and the kin and friends who stand before a given name:
  /// `her son Jordan`.
  static let givenCountries = WordSet("chad israel jordan georgia kenya india china ireland cyprus")
  static let kin = WordSet(
    """
    brother sister son daughter wife husband father mother uncle aunt cousin nephew niece grandson
    granddaughter stepson stepdaughter fiance fiancee boyfriend girlfriend
    """)

  /// What makes a name a person's in the sentence: `Chad said`, `said Chad`.
  static let speechBehind = WordSet("said says told asked added recalled joked laughed replied")
  static let speechBefore = WordSet("said says added asked recalled joked replied")

  /// Given names of English-speaking countries that are no words or places, for family names that are a
  /// country or a people: `Anna Holland`, `Peter French`.
  static let givenNames = WordSet(
    """
    adam alan albert alice amanda amy andrea andrew angela anna anne ann anthony arthur barbara
    benjamin betty brenda brian carl carol caroline catherine charles christine christopher craig
    daniel david deborah dennis derek donald donna doris dorothy edward eileen elizabeth emily emma
    eric ernest ethel fiona frances frederick gareth gary geoffrey george gerald gillian gordon graham
    gregory hannah harold harry heather helen henry howard hugh ian jack jacob james jamie jane janet
    janice jason jeffrey jennifer jeremy jermaine jessica jill joan joanne john jonathan joseph judith
    julia julie karen kathleen keith kelly kenneth kevin kirsty larry laura lawrence lesley linda lisa
    louise lucy malcolm margaret maria marie marion martin mary matthew megan melissa michael michelle
    nancy natalie nathan neil nicholas nicola nigel norman oliver pamela patricia patrick paul pauline
    peter philip rachel raymond rebecca richard robert robin roger ronald rosemary roy russell ruth
    ryan samantha samuel sandra sarah scott sean sharon sheila shirley simon sophie stanley stephanie
    stephen steven stuart susan sylvia teresa terence thomas timothy tracey trevor valerie veronica
    vincent walter wayne wendy william zoe
    """)

  /// Countries called as a river is, which take no article: `the Niger` is the river where the text
  /// speaks of one.
  static let rivers = WordSet("niger jordan senegal paraguay uruguay")
  static let riverWords = WordSet(
    """
    river rivers riverbank riverbed bank banks upstream downstream tributary boat boats ferry ferries
    barge barges canoe canoes fishermen flooded floods flood flows flowed baptised baptized waters
    bend mouth bed
    """)
  static let behindRivers = WordSet(
    "rose fell flows flowed runs ran burst flooded floods overflowed dried froze")

  /// What is named after saints: `St. Vincent's Hospital`.
  static let saintsHouses = WordSet(
    """
    hospital hospice church cathedral chapel school college academy university seminary convent abbey
    parish medical infirmary clinic day orphanage
    """)

  /// Nouns that make a longer name with "of" and a country: `Bank of America`, `Sea of Japan`.
  static let headsOfNames = WordSet(
    """
    bank university college church institute museum academy academies society gulf sea strait straits
    bay cape isle isles isthmus voice school order council conservatory orchestra opera ballet theatre
    theater gallery library press daily times radio tour battle treaty duchy duke prince lords
    knights daughters sons heart lake mount port association federation spirit confederation
    """)

  /// Words that make a longer name with a country behind them, even where they open a sentence:
  /// `Air Botswana`, `Miss Venezuela`.
  static let headsBeforeCountries = WordSet(
    """
    air radio team miss mister captain hotel cafe club bank banco telecom telekom hotels sky virgin
    deutsche royal banque caisse petro amnesty transparency médecins
    """)

  /// Whether a capitalised word before a name belongs to no longer name: a title, a form of address, a day.
  static func isHarmless(_ word: Token) -> Bool { harmless.contains(word) }

  private static let harmless = titles.union(honorifics).union(days)

  /// Words that are names too: `May`, `Will`. Such a word is a person's only where it cannot be the
  /// other thing.
  static let ordinary = days.union(functionWords).union(
    WordSet("march may will mark rich sun grant bill frank price young white brown green black"))

  /// Of those, the ones that open no sentence before `is` unless they are names: `Brown is`.
  static let namesBeforeIs = WordSet("mark grant bill frank young brown green")

  /// Words before a month or a weekday.
  static let beforeTimes = WordSet(
    "in on of by since until till last early late mid this next from to every before after during the"
  )

  /// Nouns that make a longer name with a person's: `John F. Kennedy Airport`.
  static let namedAfter = WordSet(
    """
    airport university college school academy institute hospital stadium arena bridge street avenue
    boulevard square plaza library museum memorial monument prize award foundation center centre tower
    towers building park highway tunnel dam lake mount mountain island scholarship fellowship carrier
    organization organisation hotel hotels resort casino
    """)

  /// Of those, what an organisation's name makes a longer name with.
  static let sites = WordSet(
    """
    airport hospital stadium arena bridge street avenue boulevard square plaza park tower towers
    highway tunnel
    """)

  /// States of the United States, in full and as newspapers abbreviate them; two-word names by their
  /// first word.
  static let states = WordSet(
    """
    ala alaska ariz ark calif colo conn del fla ga hawaii idaho ill ind iowa kan ky la me md mass
    mich minn miss mo mont neb nev nh nj nm ny nc nd ohio okla ore pa ri sc sd tenn tex texas utah vt
    va wash wva wis wyo alabama arizona arkansas california colorado connecticut delaware florida
    illinois indiana kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada oklahoma oregon pennsylvania tennessee vermont
    virginia washington wisconsin wyoming
    """)

  /// Words before the name of a language.
  static let beforeLanguages = WordSet(
    """
    speak speaks spoke speaking spoken fluent learn learns learned learnt learning teach teaches taught
    teaching translated translates translate broken idiomatic
    """)

  /// What people do and months do not.
  static let verbsOfPersons = WordSet(
    """
    said told asked added warned urged ordered vowed promised resigned insisted denied defended
    rejected accused met spoke signed replied argued wrote appointed visited thanked praised
    condemned apologised apologized announced declined refused has had says tells who himself herself
    """)

  /// Prefixes and participles that stand beside a hyphen in capitals in a headline.
  static let hyphenated = WordSet(
    """
    pro anti non ex post pre un trans inter intra mid neo pan co counter half all sub ultra semi quasi
    made led backed based born controlled held occupied owned run style speaking sponsored funded
    trained supplied built brokered era wide friendly aligned allied linked installed appointed
    administered ruled imposed sanctioned bound inspired flagged registered quoted listed traded bred type first
    """)
}

import Gazetteers

/// Words by which names that no gazetteer holds are cut, told from other words, and sorted.
enum UnlistedWords {
  /// Titles directly before a name, in capitals; what stands before them in the same run is another
  /// name, or a part of the title (`Acme Chief Executive Jane Doe`).
  static let titles = WordSet(
    """
    president minister ministers premier chancellor secretary undersecretary colonel col captain capt
    lieutenant lt major maj sergeant sgt corporal admiral adm marshal commander commissioner brigadier
    senator sen representative rep congressman congresswoman governor gov mayor ambassador envoy king
    queen prince princess emperor empress sultan emir sheikh sheik shah pope cardinal archbishop bishop
    patriarch rev reverend father sister brother ayatollah imam mullah rabbi professor prof chairman
    chairwoman chairperson director executive officer spokesman spokeswoman spokesperson coach analyst
    lawyer attorney prophet pastor priest prosecutor sheriff dean rector provost curator editor
    correspondent skipper surgeon judge justice inspector detective superintendent constable comrade lord lady dame
    sir dr doctor mr mrs ms miss mx madame herr frau monsieur senor senora gen general chief leader
    deputy speaker candidate founder economist engineer baron count duke
    """)

  /// Of those, the ones that say a person and nothing else.
  static let honorifics = WordSet(
    "mr mrs ms miss mx dr sir dame madame herr frau monsieur senor senora rev reverend")

  /// Words of a title that stand before the last one: `Deputy Foreign Minister`.
  static let titleParts = NameNeighbours.titles.union(titles).union(
    WordSet(
      """
      vice deputy acting former prime foreign interior finance defence defense trade energy health
      justice home education environment transport labour labor agriculture culture economy chief
      managing executive general attorney supreme assistant senior junior associate permanent national
      police army navy bank head staff co interim lieutenant major first second
      """))

  /// Small words inside names of persons.
  static let particles = WordSet(
    """
    de la le du des da das dos do del della di van von der den ter ten bin bint ibn al el ould zu af av
    e y ul ur
    """)

  /// Small words that a hyphen joins to the name behind them: `al-Sharaa`.
  static let hyphenated = WordSet("al el as ash an ar az ad ul ur")

  /// Legal forms and their like, at the end of a company's name.
  static let corporateSuffixes = WordSet(
    """
    inc incorporated corp corporation ltd limited co company llc llp plc ag gmbh sa spa nv bv ab oy asa
    kk pte pty sarl srl se holdings holding group
    """)

  /// Nouns that make a name one of an organisation.
  static let organisationWords = WordSet(
    """
    ministry department agency authority bureau commission committee council board union party front
    movement alliance coalition league federation confederation association society institute
    institution foundation fund trust bank university college school academy centre center laboratory
    observatory court tribunal parliament assembly senate congress army navy brigade battalion police
    guard forces command service services network initiative organisation organization club team
    orchestra museum theatre theater church diocese hospital clinic airlines airways railways railway
    shipping lines motors steel oil gas petroleum energy power mining minerals foods pharmaceuticals
    pharma systems technologies technology electronics industries industrial partners capital
    securities insurance investments media press news radio television broadcasting times post gazette
    herald tribune telegraph chronicle newspapers logistics airline telecom communications
    cooperative syndicate chamber exchange office secretariat programme program project campaign
    exploration engineering enterprises ventures labs bancorp financial refinery refining aerospace
    conference sons brothers bros tele sons brothers bros marine maritime freight fisheries brewery textiles cement chemicals utilities
    watch conference
    """)

  /// Heads behind which `of`, `for` and `and` go on with the name.
  static let headsWithOf = organisationWords.union(
    WordSet(
      """
      friends doctors reporters campaign house sons daughters knights order brotherhood children
      mothers lawyers journalists
      """))

  /// Of those, the ones that end a name of its own, so that `of` behind them only says where it is.
  static let headsOfOwnName = WordSet(
    """
    fund trust project office agency bank news press radio foundation group lines shipping motors
    steel partners capital securities insurance media television post gazette herald tribune company
    """)

  /// Words of companies, which are left out where the company is named shortly.
  static let commercial = corporateSuffixes.union(
    WordSet(
      """
      airlines airways shipping lines motors steel oil gas petroleum energy power mining minerals foods
      pharmaceuticals pharma systems technologies technology electronics industries partners capital
      securities insurance investments media logistics telecom communications exploration engineering
      enterprises ventures labs financial refining aerospace marine maritime freight fisheries brewery
      textiles cement chemicals utilities resources nominees analytics bank
      """))

  /// Family names that stand first.
  static let familyFirst = WordSet(ShortNames.familyFirst.sorted().joined(separator: " "))

  /// Nouns that make a name one of a place.
  static let placeWords = WordSet(
    """
    river lake island islands mountains hills valley bay gulf strait straits province district county
    region peninsula street avenue road square park port harbour harbor airport bridge dam desert
    forest canal beach heights basin delta plateau reef creek pass point falls coast cape mount fort
    plaza stadium station prison archipelago pier quay
    """)

  /// Of those, the ones that stand in front: `Mount Kenia`, `Lake Sarn`.
  static let placeHeads = WordSet("lake mount fort port cape san santa saint st camp")

  /// Small nouns beside the name of a place: `the village of Sarn`, `the Sarn valley`.
  static let placeNouns = WordSet(
    """
    capital city town village port province district region island suburb river valley county hamlet
    settlement harbour harbor peninsula mountains hills state municipality neighbourhood neighborhood
    coast bay basin airport
    """)

  /// Small words before the name of a place.
  static let beforePlaces = WordSet("in near outside across throughout around toward towards")

  /// Small nouns beside the name of an organisation.
  static let organisationNouns = WordSet(
    """
    shares stock spokesman spokeswoman executives employees shareholders engineers workers subsidiary
    headquarters investors bonds officials members lawmakers
    """)

  /// Roles before `at` and an organisation: `an analyst at Barker Knox`.
  static let rolesAt = WordSet(
    """
    analyst economist professor researcher fellow lecturer strategist director trader manager worked
    works engineer scientist expert analysts lawyer
    """)

  /// Small nouns before or behind the name of a person: `the chemist Marta Lindqvist`.
  static let personNouns = titles.union(
    WordSet(
      """
      chemist physicist biologist historian writer poet novelist painter singer actor actress musician
      composer architect farmer fisherman broker banker trader dealer driver pilot sailor miner teacher
      student nurse vet surveyor clerk accountant auditor businessman businesswoman entrepreneur
      investor researcher scientist scholar academic sociologist lecturer journalist reporter
      photographer activist campaigner dissident blogger whistleblower witness survivor victim resident
      villager shopkeeper baker owner manager head boss president minister premier mayor governor
      senator legislator lawmaker diplomat envoy negotiator commander officer soldier guerrilla
      policeman detective judge prosecutor solicitor barrister assistant secretary deputy successor
      predecessor wife husband widow son daughter brother sister mother father uncle aunt nephew niece
      cousin friend neighbour neighbor colleague spokesman spokeswoman host captain striker goalkeeper
      champion swimmer runner boxer player coach defector exile refugee bishop priest imam monk nun
      """))

  /// Small nouns before or behind the name of an organisation: `the newspaper Elbe Kurier`.
  static let companyNouns = WordSet(
    """
    newspaper daily weekly magazine company firm group party agency charity bank manufacturer maker
    retailer website broadcaster thinktank tank union conglomerate supplier contractor lender insurer
    refiner brewer airline carrier militia faction nonprofit organisation organization ngo
    subsidiary consultancy brokerage startup
    """)

  /// Verbs directly before the name of who speaks: `said Lindqvist`.
  static let speechVerbsBefore = WordSet(
    "said added says replied noted recalled explained wrote writes adds")

  /// What persons, and sometimes organisations, do.
  static let speechVerbs = NameNeighbours.verbsOfPersons.union(
    WordSet("noted explained recalled testified conceded suggested warns adds writes believes"))

  /// Words in capitals that name nothing a gazetteer would hold, or nothing by themselves.
  static let common = NameNeighbours.days.union(NameNeighbours.functionWords).union(
    WordSet(
      """
      internet web god christ christmas easter ramadan eid earth moon sun mars bible koran quran muslim
      muslims islamic islam islamist christian christians christianity jewish jews judaism catholic
      catholics protestant protestants orthodox sunni sunnis shia shiite shiites hindu hindus buddhist
      buddhists sikh sikhs arab arabs arabic kurdish kurds kurd african africans asian asians european
      europeans latin hispanic latino western westerners eastern northern southern south north east west
      central middle democrat democrats republican republicans communist communists socialist socialists
      conservative conservatives labour liberal liberals nazi nazis tory tories marxist allied allies
      english spanish french german latin hebrew greek farsi urdu hindi swahili mandarin cantonese
      tamil catalan basque tibetan uighur uyghur soviet balkan baltic nordic scandinavian slavic
      africa asia europe america americas antarctica atlantic pacific mediterranean arctic caribbean
      online copyright photo photograph image reporting editing update updated correction related
      advertisement newsletter subscribe share follow contact privacy cookies comment comments sign
      january february march april may june july august september october november december
      gmt est edt utc pm am dna gdp tv ceo cfo id uk usa us ai it ngo ngos covid aids hiv
      olympic olympics olympian world internet twitter
      english-speaking premier renaissance medieval victorian catholicism
      ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev nh
      nj nm ny nc nd okla ore pa ri sc sd tenn tex vt va wash wva wis wyo jesuit jesuits
      mondays tuesdays wednesdays thursdays fridays saturdays sundays spring summer autumn winter
      """))

  /// Words that make a name of nobody in particular: `Central Bank`, `Foreign Ministry`.
  static let generic = organisationWords.union(placeWords).union(corporateSuffixes).union(
    titleParts
  )
  .union(
    WordSet(
      """
      national central federal supreme high foreign interior finance defence defense state public
      regional local municipal city town provincial civil criminal constitutional royal special joint
      security peace human rights upper lower house council chief grand great new old general united
      emergency international global world european african asian american central free independent
      people peoples student students workers trade labour labor coast air red cross green social
      government cabinet opposition republic kingdom revolution constitution war treaty accord
      agreement summit conference day week month year north south east west northern southern eastern
      western downtown uptown street main first second third appeals treasury stock market markets
      """))
}

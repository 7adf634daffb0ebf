/// Words with a period behind them that need not end a sentence.
enum Abbreviations {
  /// Never end a sentence: a name or a number follows.
  static let open = WordSet(
    """
    mr mrs ms mx dr prof gen lt col maj capt cpt sgt cpl pvt adm cmdr cdr rev fr hon sen rep gov
    pres supt insp amb messrs mme mlle mgr st ste mt ft no nos vs v cf fig vol ch pp art sec
    """)

  /// May end a sentence; they do where the next word usually begins one.
  static let either = WordSet(
    """
    inc ltd co corp plc jr sr etc al ave blvd rd bros dept univ assn est approx ca ed eds
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn miss mont neb nev okla
    ore pa penn tenn tex va vt wash wis wyo ont que am pm eg ie esp incl min max tel
    """)

  /// Both, of which a word is asked first, since most words are none.
  static let all = open.union(either)

  /// Words that begin a sentence far more often than they follow an abbreviation in mid-sentence.
  static let sentenceOpeners = WordSet(
    """
    the a an in on at he she it they we i you but and or as if when while after before since for
    from with without this that these those there here his her its their our my your what why how
    who where which no not yes also however meanwhile moreover according both many some several one
    two all most each every another other more last next now then today yesterday tomorrow still yet
    even only just despite although though because until during under over about such is are was were
    has have had will would could should may might do does did mr mrs ms so to by of let any none
    nobody nothing officials analysts critics experts
    """)
}

/// Names of languages, and the words that tell one.
enum Languages {
  /// Demonyms that are names of languages, too.
  static let words = WordSet(
    """
    chinese russian french german spanish portuguese italian japanese korean polish czech slovak
    hungarian turkish greek dutch danish swedish norwegian finnish ukrainian serbian croatian bosnian
    bulgarian romanian albanian thai vietnamese indonesian burmese georgian armenian kazakh uzbek tajik
    turkmen kyrgyz latvian lithuanian estonian icelandic irish welsh nepali somali filipino mongolian
    lao maltese slovene slovenian macedonian belarusian moldovan cambodian malay
    """)

  /// Small words of German that no neighbouring language has, and that stand in no names.
  static let german = WordSet(
    """
    und das ist nicht ein eine einen einem einer eines dem für zum zur sich auch wird werden haben
    sind nach aus oder wenn dass daß noch nur vom beim durch über
    """)
}

/// Demonyms that are names of languages, too.
enum Languages {
  static let words = WordSet(
    """
    chinese russian french german spanish portuguese italian japanese korean polish czech slovak
    hungarian turkish greek dutch danish swedish norwegian finnish ukrainian serbian croatian bosnian
    bulgarian romanian albanian thai vietnamese indonesian burmese georgian armenian kazakh uzbek tajik
    turkmen kyrgyz latvian lithuanian estonian icelandic irish welsh nepali somali filipino mongolian
    lao maltese slovene slovenian macedonian belarusian moldovan cambodian malay
    """)
}

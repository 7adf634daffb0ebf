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

  /// Small words of German that, folded, neither English nor a neighbouring language has: not `für` (`fur`),
  /// `das` (Portuguese), `dem` and `ein` (Norwegian) or `noch` (Dutch).
  static let german = WordSet(
    """
    und ist nicht eine einen einem einer eines zum zur sich auch wird werden haben sind nach aus oder
    wenn dass nur vom beim durch
    """)
}

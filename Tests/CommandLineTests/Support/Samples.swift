/// A small gazetteer and texts, so that results do not hang on the shipped gazetteers.
enum Samples {
  static let gazetteer = """
    id\tkind\tname\taliases\tabbreviations\tdemonyms\tshort
    person/ann-lee\tperson\tAnn Lee\tAnna Lee\t\t\tLee
    organisation/ho\torganisation\tHarbour Office\t\tHO\t\t
    country/norland\tcountry\tNorland\t\t\tNorlander\t
    ship/aurora\tship\tAurora\t\t\t\t

    """

  static let note = """
    Ann Lee met the Harbour Office.
    The HO said the Aurora — a Norlander ship — was Lee’s.

    """

  /// A folder with the gazetteer as `names.tsv` and the text as `note.txt`.
  static func folder() -> WorkFolder {
    let folder = WorkFolder()
    folder.write("names.tsv", gazetteer)
    folder.write("note.txt", note)
    return folder
  }

  /// The options that leave the small gazetteer alone.
  static let only = ["--no-shipped", "--gazetteer", "names.tsv"]
}

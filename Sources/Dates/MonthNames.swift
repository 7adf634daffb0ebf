/// A word folded for comparison: its first sixteen letters in lower case, without accents.
///
/// A Latin letter is its ASCII letter; a Cyrillic one is one byte above those.
struct FoldedWord: Hashable {
  private var bits: UInt128 = 0
  private(set) var count = 0

  init() {}

  init(_ word: String) {
    for scalar in word.unicodeScalars { _ = append(scalar.value) }
  }

  var isEmpty: Bool { count == 0 }

  /// Adds a letter; what is no letter of a month's name is not added.
  ///
  /// - Returns: Whether it may stand in a word.
  mutating func append(_ scalar: UInt32) -> Bool {
    let letter: UInt8
    switch scalar {
    case 0x41...0x5A: letter = UInt8(scalar) | 0x20
    case 0x61...0x7A: letter = UInt8(scalar)
    case 0xC0...0xD6, 0xD8...0xDE: letter = Self.plain[Int(scalar - 0xC0)]
    case 0xE0...0xF6, 0xF8...0xFF: letter = Self.plain[Int(scalar - 0xE0)]
    case 0x300...0x36F: return true  // a combining accent
    case 0x400...0x40F: letter = UInt8(scalar - 0x400) + 0xD0
    case 0x410...0x42F: letter = UInt8(scalar - 0x410) + 0xB0
    case 0x430...0x45F: letter = UInt8(scalar - 0x430) + 0xB0
    default: return false
    }
    count += 1
    // A longer word is none that is known.
    bits = count > 16 ? 0 : bits << 8 | UInt128(letter)
    return true
  }

  /// The letters À to Þ, and so à to þ, without their accents.
  private static let plain = Array("aaaaaaaceeeeiiiidnooooo/ouuuuyp/".utf8)
}

/// Names of months and days of the week, as dates are written with them.
enum MonthNames {
  /// The month that a word names in one of the languages below, from 1; nil for other words.
  static func month(_ word: FoldedWord) -> Int? { months[word] }

  /// Whether a word names a day of the week in one of the languages below.
  static func isWeekday(_ word: FoldedWord) -> Bool { weekdays.contains(word) }

  /// English, German, French, Spanish, Italian, Portuguese, Dutch, Danish, Norwegian, Swedish,
  /// Russian and Ukrainian. In none of them does a word mean another month than in the others; that
  /// is why Croatian is not among them, whose `listopad` is a month before the Czech one.
  private static let months: [FoldedWord: Int] = {
    let names = [
      "january jan januar janner janvier janv enero ene gennaio gen janeiro januari января январь янв січня січень",
      "february feb februar feber fevrier fevr fev febrero febbraio fevereiro februari февраля февраль фев лютого лютий",
      "march mar marz maerz mars marzo marco maart mrt марта март мар березня березень",
      "april apr avril avr abril abr aprile апреля апрель апр квітня квітень",
      "may mai mayo maggio mag maio mei maj мая май травня травень",
      "june jun juni juin junio giugno giu junho июня июнь июн червня червень",
      "july jul juli juillet juil julio luglio lug julho июля июль июл липня липень",
      "august aug aout agosto ago augustus augusti августа август авг серпня серпень",
      "september sep sept septembre septiembre setiembre set settembre setembro сентября сентябрь сен сент вересня вересень",
      "october oct oktober okt octobre octubre ottobre ott outubro out октября октябрь окт жовтня жовтень",
      "november nov novembre noviembre novembro ноября ноябрь ноя листопада листопад",
      "december dec dezember dez decembre diciembre dic dicembre dezembro декабря декабрь дек грудня грудень",
    ]
    var months: [FoldedWord: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { months[FoldedWord(String(name))] = index + 1 }
    }
    return months
  }()

  private static let weekdays: Set<FoldedWord> = {
    let names = """
      monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun \
      montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag \
      lundi mardi mercredi jeudi vendredi samedi dimanche \
      lunes martes miercoles jueves viernes sabado domingo \
      lunedi martedi mercoledi giovedi venerdi sabato domenica segunda terca quarta quinta sexta \
      maandag dinsdag woensdag donderdag vrijdag zaterdag zondag \
      mandag tirsdag onsdag torsdag fredag lordag sondag mandag tisdag torsdag lordag \
      понедельник вторник среда четверг пятница суббота воскресенье \
      понеділок вівторок середа четвер субота неділя
      """
    return Set(names.split(separator: " ").map { FoldedWord(String($0)) })
  }()
}

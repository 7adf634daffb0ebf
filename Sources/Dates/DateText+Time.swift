extension DateText {
  enum TimeOfDay {
    case time(StatedDate.Time)
    /// 25:00.
    case impossible
  }

  /// Reads a time to the end of the text; nil where there is none, or something else is behind it.
  ///
  ///     T08:00:00Z   T0800+09   08:00   8:00 p.m. EDT   , 08:00:00.123 +0100   at 8:00 am
  mutating func timeOfDay() -> TimeOfDay? {
    guard skipToTime(), let hour = number() else { return nil }
    var (hours, minutes, seconds) = (hour.value, 0, 0)
    if hour.digits == 4 || hour.digits == 6 {
      // Basic form: 0800, 080000.
      if hour.digits == 6 { seconds = hours % 100 }
      if hour.digits == 6 { hours /= 100 }
      (hours, minutes) = (hours / 100, hours % 100)
    } else {
      guard hour.digits <= 2, take(":"), let minute = number(), minute.digits == 2 else {
        return nil
      }
      minutes = minute.value
      if take(":") {
        guard let second = number(), second.digits == 2 else { return nil }
        seconds = second.value
        // Fractions of a second are passed over.
        if take(".") || take(",") { guard number() != nil else { return nil } }
      }
    }
    skipSpaces()
    if let isAfternoon = halfOfDay() {
      guard (1...12).contains(hours) else { return .impossible }
      hours = hours % 12 + (isAfternoon ? 12 : 0)
      skipSpaces()
    }
    guard let zone = zone() else { return nil }
    skipSpaces()
    guard isAtEnd else { return nil }
    return StatedDate.Time(hour: hours, minute: minutes, second: seconds, offset: zone.offset)
      .map { .time($0) } ?? .impossible
  }

  /// Passes over what parts a time from its day.
  private mutating func skipToTime() -> Bool {
    if take("T") || take("t") { return true }
    let hasComma = take(",") || take(".")
    var hasSpace = skipSpaces()
    let start = place
    for word: StaticString in ["at", "um", "à", "-", "–", "|"] where take(word) {
      guard skipSpaces() else {
        place = start
        return false
      }
      hasSpace = true
      break
    }
    return hasSpace || hasComma
  }

  /// `am`, `p.m.`, in any case; nil for none.
  private mutating func halfOfDay() -> Bool? {
    let start = place
    let letter = byte | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    place += 1
    _ = take(".")
    guard byte | 0x20 == UInt8(ascii: "m") else {
      place = start
      return nil
    }
    place += 1
    _ = take(".")
    return letter == UInt8(ascii: "p")
  }

  private struct Zone {
    /// Minutes; nil where none is stated, or letters whose meaning depends on the country: IST.
    var offset: Int?
  }

  /// Reads a time zone, or none where nothing stands here; nil for what is no zone.
  private mutating func zone() -> Zone? {
    guard !isAtEnd else { return Zone() }
    if take("−") { return offset(sign: -1) }
    switch byte {
    case UInt8(ascii: "+"):
      place += 1
      return offset(sign: 1)
    case UInt8(ascii: "-"):
      place += 1
      return offset(sign: -1)
    default:
      let word = word()
      guard (1...5).contains(word.count) else { return nil }
      guard Self.greenwich.contains(word) else { return Zone() }
      // UTC+9, GMT-05:00.
      if take("+") { return offset(sign: 1) }
      if take("-") { return offset(sign: -1) }
      return Zone(offset: 0)
    }
  }

  /// Hours, and perhaps minutes: `09:00`, `0900`, `09`, `9`.
  private mutating func offset(sign: Int) -> Zone? {
    guard let number = number() else { return nil }
    if number.digits > 2 {
      guard number.digits == 4, number.value % 100 < 60 else { return nil }
      return Zone(offset: sign * (number.value / 100 * 60 + number.value % 100))
    }
    guard take(":") else { return Zone(offset: sign * number.value * 60) }
    guard let minutes = self.number(), minutes.digits == 2, minutes.value < 60 else { return nil }
    return Zone(offset: sign * (number.value * 60 + minutes.value))
  }

  private static let greenwich = Set(["z", "utc", "gmt"].map { FoldedWord($0) })
}

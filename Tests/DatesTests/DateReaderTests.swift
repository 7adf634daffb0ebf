import Testing

@testable import Dates

@Suite struct DateReaderTests {
  static func read(_ text: String, _ order: DateOrder? = nil) -> DateReading {
    DateReader(order: order).read(Array(text.utf8).span)
  }

  /// The ISO form, or why there is none.
  static func shown(_ reading: DateReading) -> String {
    switch reading {
    case .date(let date): date.description
    case .impossible: "impossible"
    case .ambiguous: "ambiguous"
    case .unknown: "unknown"
    }
  }

  @Test(
    "a date is read as precisely as it is written",
    arguments: [
      ("2024", "2024"), ("2024-06", "2024-06"), ("2024-06-19", "2024-06-19"),
      ("2024/06/19", "2024-06-19"), ("2024.6.9", "2024-06-09"), ("20240619", "2024-06-19"),
      (" \n2024-06-19\t", "2024-06-19"), ("0001-01-01", "0001-01-01"), ("9999-12-31", "9999-12-31"),
      ("2024-06-19T08:00:00Z", "2024-06-19T08:00:00Z"),
      ("2024-06-19t08:00:00z", "2024-06-19T08:00:00Z"),
      ("2024-06-19T08:00", "2024-06-19T08:00:00"),
      ("2024-06-19T08:00:00.123456+09:00", "2024-06-19T08:00:00+09:00"),
      ("2024-06-19T23:30:00-0400", "2024-06-19T23:30:00-04:00"),
      ("2024-06-19 08:00:00 UTC", "2024-06-19T08:00:00Z"),
      ("2024-06-19 08:00:00+00", "2024-06-19T08:00:00Z"),
      ("2024-06-19T23:59:60Z", "2024-06-19T23:59:60Z"),
      ("20240619T080000Z", "2024-06-19T08:00:00Z"), ("1718784000", "2024-06-19T08:00:00Z"),
      ("1718784000000", "2024-06-19T08:00:00Z"), ("June 19, 2024", "2024-06-19"),
      ("JUNE 19 2024", "2024-06-19"), ("Jun. 19th, 2024", "2024-06-19"), ("June 2024", "2024-06"),
      ("19 June 2024", "2024-06-19"), ("19-Jun-2024", "2024-06-19"),
      ("19th of June 2024", "2024-06-19"), ("Sept. 3, 2024", "2024-09-03"),
      ("Wed, 19 Jun 2024 08:00:00 GMT", "2024-06-19T08:00:00Z"),
      ("Wed, 19 Jun 2024 08:00:00 +0900", "2024-06-19T08:00:00+09:00"),
      ("Wednesday 19 June 2024", "2024-06-19"), ("Published: June 19, 2024", "2024-06-19"),
      ("June 19, 2024 8:05 p.m. EDT", "2024-06-19T20:05:00"),
      ("June 19, 2024 at 12:05 AM", "2024-06-19T00:05:00"),
      ("19. Juni 2024", "2024-06-19"), ("1. März 2024", "2024-03-01"),
      ("1. Ma\u{308}rz 2024", "2024-03-01"), ("le 19 juin 2024", "2024-06-19"),
      ("1er août 2024", "2024-08-01"), ("2 févr. 2024", "2024-02-02"),
      ("19 de junio de 2024", "2024-06-19"), ("19 giugno 2024", "2024-06-19"),
      ("19 de junho de 2024", "2024-06-19"), ("3 maart 2024", "2024-03-03"),
      ("19 июня 2024 г.", "2024-06-19"), ("19 ИЮНЯ 2024 года", "2024-06-19"),
      ("19 червня 2024 року", "2024-06-19"), ("3 листопада 2024", "2024-11-03"),
      ("2024年6月19日", "2024-06-19"), ("2024年6月", "2024-06"), ("2024년 6월 19일", "2024-06-19"),
      ("19/06/2024", "2024-06-19"), ("06/19/2024", "2024-06-19"), ("19.06.2024", "2024-06-19"),
      ("3.4.2024", "2024-04-03"), ("04/04/2024", "2024-04-04"),
      ("19.06.2024, 08:00", "2024-06-19T08:00:00"),
    ])
  func reads(text: String, expected: String) {
    #expect(Self.shown(Self.read(text)) == expected)
  }

  @Test(
    "what is in no calendar, or on no clock, is impossible",
    arguments: [
      "2023-02-30", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-01-00",
      "0000-00-00", "0000", "0000-01-01", "2024-06-31", "20240631", "June 31, 2024",
      "30 février 2024", "31/06/2024", "2024-06-19T25:00:00Z", "2024-06-19T08:60:00",
      "2024-06-19T08:00:00+25:00", "June 19, 2024 13:00 pm", "2024年13月1日", "40.01.2024",
    ])
  func impossible(text: String) {
    #expect(Self.read(text) == .impossible)
  }

  @Test(
    "what is no date is unknown",
    arguments: [
      "", " ", "-", "n/a", "yesterday", "June", "June 19", "19 June", "Spring 2024", "before 2024",
      "24-06-19", "19/06/24", "June 19, '24", "2024-06-19 to 2024-06-21", "2024-2025",
      "10000-01-01",
      "2024-W25", "2024-170", "+2024-06-19", "-2024-06-19", "2024-06-19Z", "2024-06-19T",
      "2024--19",
      "99999999999999999999999999999999", "12345", "123456", "1e9", "0x7e8", "2024-06-19T08",
      "٢٠٢٤-٠٦-١٩", "۱۴۰۳/۰۳/۳۰", "２０２４-０６-１９", "\u{202E}2024-06-19", "2024\u{200F}-06-19",
      "\0", "2024-06-19\0", "June\0 19, 2024", "二〇二四年六月十九日", "Juni 2024 2024",
    ])
  func unknown(text: String) {
    #expect(Self.read(text) == .unknown)
  }

  @Test("very long texts are no dates, and take no time")
  func long() {
    for text in [
      String(repeating: "1", count: 10_000), String(repeating: "2024-06-19 ", count: 10_000),
      String(repeating: "June ", count: 100_000) + "19, 2024",
      String(repeating: "é", count: 10_000),
      "2024-06-19T08:00:00." + String(repeating: "0", count: 1000) + "Z",
    ] {
      #expect(Self.read(text) == .unknown)
    }
    // White space around a date is not of it.
    #expect(
      Self.shown(Self.read(String(repeating: " ", count: 10_000) + "2024")) == "2024")
  }

  @Test(
    "two small numbers are a day and a month in the order that is said, and else in none",
    arguments: [
      ("03/04/2024", "ambiguous", "2024-04-03", "2024-03-04"),
      ("3-4-2024", "ambiguous", "2024-04-03", "2024-03-04"),
      ("03/04/2024 08:00", "ambiguous", "2024-04-03T08:00:00", "2024-03-04T08:00:00"),
      ("13/04/2024", "2024-04-13", "2024-04-13", "2024-04-13"),
      ("04/13/2024", "2024-04-13", "2024-04-13", "2024-04-13"),
      ("29/02/2023", "impossible", "impossible", "impossible"),
      ("03/04/2024 or later", "unknown", "unknown", "unknown"),
    ])
  func order(text: String, none: String, dayFirst: String, monthFirst: String) {
    #expect(Self.shown(Self.read(text)) == none)
    #expect(Self.shown(Self.read(text, .dmy)) == dayFirst)
    #expect(Self.shown(Self.read(text, .mdy)) == monthFirst)
  }

  @Test("the ISO form of a date says all of it, and is the only form it is read back from")
  func lossless() {
    for text in [
      "2024", "2024-06", "2024-06-19", "2024-06-19T08:00:00", "2024-06-19T08:00:00Z",
      "2024-06-19T08:00:00-03:30", "0800-12-25",
    ] {
      #expect(StatedDate(iso: text)?.description == text)
    }
    for text in ["June 2024", "2024-6", "20240619", " 2024", "2024-02-30", ""] {
      #expect(StatedDate(iso: text) == nil)
    }
  }

  @Test("random bytes are read without harm, and a date among them reads back")
  func fuzz() {
    var state: UInt64 = 7
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    let pieces: [[UInt8]] =
      [
        "2024", "06", "19", "-", "/", ".", " ", "T", "08:00", ":", "Z", "+", "June", "juin", "de",
        "年", "月", "日", ",", "Wed", "am", "p.m.", "9", "0", "31", "\u{301}", "é", "И", "(", "12",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE5, 0xB9], [0]]
    for _ in 0..<50_000 {
      let bytes = (0..<next() % 9).flatMap { _ in pieces[next() % pieces.count] }
      let reader = DateReader(order: [nil, .dmy, .mdy][next() % 3])
      if case .date(let date) = reader.read(bytes.span) {
        #expect(StatedDate(iso: date.description) == date)
        #expect(date.firstDay <= date.lastDay)
      }
      _ = Dateline.find(in: bytes.span, reader: reader)
      _ = FileNameDate.find(in: String(decoding: bytes, as: UTF8.self))
    }
  }
}

import Testing

@testable import Dates

@Suite struct DatelineTests {
  static func find(_ text: String, _ order: DateOrder? = nil) -> String? {
    Dateline.find(in: Array(text.utf8).span, reader: DateReader(order: order))?.description
  }

  @Test(
    "a place, a day with its year and a dash are a dateline",
    arguments: [
      "PYONGYANG, June 19, 2024 (Reuters) - The two leaders", "PYONGYANG, June 19, 2024 – The two",
      "Menu\n\n  SEOUL, June 19, 2024 (Yonhap) -- The two leaders",
      "WASHINGTON, D.C., June 19, 2024 (AP) — The two", "Paris, le 19 juin 2024 (AFP) - Les deux",
      "Berlin, 19. Juni 2024 (dpa) – Die beiden", "Madrid, 19 jun 2024 (EFE).- Los dos",
      "МОСКВА, 19 июня 2024 /ТАСС/. — Лидеры", "BEIJING, 2024-06-19 (Xinhua) -- The two",
      "BRASÍLIA, 19 de junho de 2024 (Lusa) - Os dois", "ROMA, 19 giugno 2024 (ANSA) - I due",
    ])
  func finds(text: String) {
    #expect(Self.find(text) == "2024-06-19")
  }

  @Test(
    "anything else is none",
    arguments: [
      "", "PYONGYANG, June 19 (Reuters) - The two leaders", "Tuesday, February 11, 2025",
      "Tuesday, February 11, 2025 (updated) - News", "TUESDAY, FEBRUARY 11, 2025 - THE PAPER",
      "The pact, June 19, 2024 - a Wednesday - was", "On June 19, 2024, they met.",
      "PYONGYANG, June 31, 2024 (Reuters) - The two", "PYONGYANG, June 19, 2024",
      "PYONGYANG, June 19, 2024 was a day", "pyongyang, June 19, 2024 (Reuters) - The two",
      "PYONGYANG 2, June 19, 2024 (Reuters) - The two", "PYONGYANG, June 2024 (Reuters) - The two",
      "A, (((((((((((, 2024", ",,,,,,,1", "PYONGYANG, 03/04/2024 (Reuters) - The two",
      "\u{202E}PYONGYANG, 03/04/2024 (Reuters) - The two",
    ])
  func findsNone(text: String) {
    #expect(Self.find(text) == nil)
  }

  @Test("the order of numbers holds for datelines too")
  func order() {
    let text = "PYONGYANG, 03/04/2024 (Reuters) - The two leaders"
    #expect(Self.find(text, .dmy) == "2024-04-03")
    #expect(Self.find(text, .mdy) == "2024-03-04")
  }

  @Test("only the beginning of a text is looked at")
  func reach() {
    let dateline = "PYONGYANG, June 19, 2024 (Reuters) - The two leaders"
    #expect(Self.find(String(repeating: "menu\n", count: 400) + dateline) == "2024-06-19")
    #expect(Self.find(String(repeating: "menu\n", count: 500) + dateline) == nil)
    #expect(Self.find(String(repeating: "X, ", count: 1_000_000)) == nil)
    #expect(Self.find(String(repeating: "X,1\n", count: 1_000_000)) == nil)
  }

  @Test(
    "the name of a file is a date only where nothing else can be meant",
    arguments: [
      ("2024-06-19-title.txt", "2024-06-19"), ("20240619_x.html", "2024-06-19"),
      ("a/b/title_2024.06.19.md", "2024-06-19"), ("x2024_06_19.txt", "2024-06-19"),
      ("2024/06/19/title.txt", "2024-06-19"), ("wire/2024-06-19/title.txt", "2024-06-19"),
      ("2024-06-19/2024-06-19-a.txt", "2024-06-19"), ("2023-01-01/2024-06-19.txt", "2024-06-19"),
      ("20240619T080000.txt", "2024-06-19"), ("2024-06-19T08-00-00.txt", "2024-06-19"),
      ("1848-03-12.txt", "1848-03-12"),
      ("2024-01-01-to-2024-03-31.txt", nil), ("report-2024.txt", nil), ("2024-06.txt", nil),
      ("12345678.txt", nil), ("18480312.txt", nil), ("20240631.txt", nil), ("2023-02-30.txt", nil),
      ("120240619.txt", nil), ("202406190.txt", nil), ("20240619080000.txt", nil),
      ("2024-06-191.txt", nil), ("2024-06_19.txt", nil), ("19-06-2024.txt", nil),
      ("٢٠٢٤-٠٦-١٩.txt", nil), ("crawl-2024-06-19/a.txt", nil), ("0000-06-19.txt", nil),
      ("9024-06-19.txt", nil), ("2024/13/19/a.txt", nil), ("", nil), ("/", nil), ("2024", nil),
      ("2024-06-", nil), ("2024-06-1", nil),
      (String(repeating: "1", count: 10_000), nil),
    ] as [(String, String?)])
  func fileNames(path: String, expected: String?) {
    #expect(FileNameDate.find(in: path)?.description == expected)
  }
}

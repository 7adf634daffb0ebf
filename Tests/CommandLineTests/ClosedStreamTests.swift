import Testing

/// A parent may start the tool without some of the three standard streams.
@Suite("closed standard streams")
struct ClosedStreamTests {
  let folder = Samples.folder()

  private static let only = "--no-shipped -g names.tsv"

  @Test("a closed standard input is an input that cannot be read", arguments: ["tag", "build"])
  func input(command: String) throws {
    let outcome = try Tool.shell(
      "timeout 20 $relata \(command) - \(Self.only) <&-", in: folder)
    let end = command == "build" ? "; nothing was written" : ""
    #expect(
      outcome
        == .init(
          error: "standard input: cannot be read: Bad file descriptor\n"
            + "relata: no document could be read\(end)\n", status: 1))
    #expect(folder.names() == ["names.tsv", "note.txt"])
  }

  @Test("where standard input is not asked for, it may be closed")
  func unusedInput() throws {
    let outcome = try Tool.shell("timeout 20 $relata tag note.txt \(Self.only) <&-", in: folder)
    #expect(outcome == .init(output: TagTests.marked))
    let built = try Tool.shell(
      "timeout 20 $relata build note.txt -q \(Self.only) <&- >&- 2>&-", in: folder)
    #expect(built == .init())
    #expect(folder.names("exports") == BuildTests.files)
  }

  @Test("a closed standard output is an error, and no file is taken for it")
  func output() throws {
    let outcome = try Tool.shell("$relata tag note.txt \(Self.only) >&-", in: folder)
    #expect(
      outcome
        == .init(
          error: "relata: cannot write \"standard output\": Bad file descriptor\n", status: 1))
  }

  @Test("a signal ends a run whose streams are closed")
  func signal() throws {
    let line = """
      mkfifo feed; exec 5<>feed
      $relata build /dev/fd/5 -q \(Self.only) <&- & run=$!
      until ls -A exports 2>/dev/null | grep -q partial; do sleep 0.01; done
      kill -TERM $run; wait $run; echo $?; ls
      """
    #expect(
      try Tool.shell(line, in: folder) == .init(output: "143\nfeed\nnames.tsv\nnote.txt\n"))
  }
}

import Foundation
import TestSupport
import Testing

@testable import Corpus
@testable import TextFiles

@Suite struct InputFinderTests {
  let folder = TemporaryFolder()

  @Test("a folder gives its files in the order of the bytes of their paths, whatever made them")
  func order() throws {
    for name in ["b.txt", "a/z.md", "a-b.txt", "a/é.txt", "a/y/x.html", "B.txt", "a.txt"] {
      folder.write(name, "x")
    }
    let list = try InputFinder.find([folder.path])
    #expect(
      list.files.map(\.name) == [
        "B.txt", "a-b.txt", "a.txt", "a/y/x.html", "a/z.md", "a/é.txt", "b.txt",
      ])
    #expect(list.files.map(\.format) == [.text, .text, .text, .html, .markdown, .text, .text])
    #expect(list.files.allSatisfy { $0.size == 1 })
  }

  @Test(
    "the extension states the format",
    arguments: [
      ("a.txt", InputFormat.text), ("a.TEXT", .text), ("a.md", .markdown),
      ("a.markdown", .markdown),
      ("a.html", .html), ("a.htm", .html), ("a.xhtml", .html), ("a.jsonl", .jsonLines),
      ("a.ndjson.gz", .jsonLines), ("a.csv", .csv), ("x.d/a.TSV.GZ", .tsv), ("a.tar.gz", nil),
      ("a.gz", nil), ("a", nil), ("x.txt/a", nil), ("a.pdf", nil), ("", nil),
    ])
  func formats(path: String, format: InputFormat?) {
    #expect(InputFormat(path: path) == format)
  }

  @Test("hidden files are left aside, unknown extensions counted, unless a format is stated")
  func leftAside() throws {
    for name in [".hidden.txt", ".git/a.txt", "a.pdf", "b", "c.txt"] { folder.write(name, "x") }
    let list = try InputFinder.find([folder.path])
    #expect(list.files.map(\.name) == ["c.txt"])
    #expect(list.unknownFiles == 2)
    #expect(list.problems.isEmpty)
    let forced = try InputFinder.find([folder.path], options: InputOptions(format: .html))
    #expect(forced.files.map(\.name) == ["a.pdf", "b", "c.txt"])
    #expect(forced.files.allSatisfy { $0.format == .html })
  }

  @Test("a file that is named itself is read, as text if its extension says nothing")
  func named() throws {
    let paths = [
      folder.write("x/.a", "x"), folder.write("x/b.log", "x"), folder.write("c.csv", "x"),
    ]
    let list = try InputFinder.find(paths)
    #expect(list.files.map(\.name) == [".a", "b.log", "c.csv"])
    #expect(list.files.map(\.format) == [.text, .text, .csv])
  }

  @Test("standard input is a text called stdin, once")
  func standardInput() throws {
    let list = try InputFinder.find(["-", "-"], options: InputOptions(format: .jsonLines))
    #expect(list.files == [.standardInput(format: .jsonLines)])
    #expect(list.problems.map(\.description) == ["standard input: is given twice; read once"])
    #expect(try InputFinder.find(["-"]).files.map(\.format) == [.text])
  }

  @Test("an input that does not exist stops the run")
  func missing() {
    let error = #expect(throws: FileError.self) { try InputFinder.find([folder.path, "/nowhere"]) }
    #expect(error?.description == "cannot read \"/nowhere\": No such file or directory")
  }

  @Test("a file or folder named twice, or linked to, is read once, with a finding")
  func twice() throws {
    let file = folder.write("in/a.txt", "x")
    let path = folder.path + "/in"
    #expect(symlink("a.txt", path + "/b.txt") == 0)
    let list = try InputFinder.find([path, file, path])
    #expect(list.files.map(\.name) == ["a.txt"])
    #expect(
      list.problems.map(\.description) == [
        "\(path)/b.txt: is the same file as \(path)/a.txt; read once",
        "\(path)/a.txt: is given twice; read once", "\(path): is given twice; read once",
      ])
    #expect(list.problems.allSatisfy { $0.severity == .warning })
  }

  @Test("links to folders are followed, loops reported, broken links reported")
  func links() throws {
    folder.write("elsewhere/a.txt", "x")
    folder.write("in/sub/b.txt", "x")
    let path = folder.path + "/in"
    #expect(symlink("../elsewhere", path + "/linked") == 0)
    #expect(symlink("../..", path + "/sub/up") == 0)
    #expect(symlink(".", path + "/sub/self") == 0)
    #expect(symlink("nothing", path + "/broken.txt") == 0)
    let list = try InputFinder.find([path])
    // `up` leads to the folder above the input, which holds `elsewhere` and the input.
    #expect(list.files.map(\.name) == ["linked/a.txt", "sub/b.txt"])
    #expect(
      list.problems.map(\.description) == [
        "\(path)/broken.txt: cannot be read: No such file or directory",
        "\(path)/sub/self: leads back to the folder \(path)/sub, which holds it; not followed",
        "\(path)/sub/up/elsewhere: is the same folder as \(path)/linked; read once",
        "\(path)/sub/up/in: leads back to the folder \(path), which holds it; not followed",
      ])
  }

  @Test("links that cross many times do not make the walk long")
  func crossingLinks() throws {
    for level in 0..<40 {
      folder.write("d\(level)/a.txt", "x")
      for link in ["l", "m"] where level > 0 {
        symlink("../d\(level)", folder.path + "/d\(level - 1)/\(link)")
      }
    }
    #expect(try InputFinder.find([folder.path + "/d0"]).files.count == 40)
  }

  @Test("names that collide are lengthened by the folders above the input")
  func collisions() throws {
    for name in ["p/a/x.txt", "p/b/x.txt", "q/a/x.txt", "p/a/y.txt"] { folder.write(name, name) }
    let path = folder.path
    #expect(
      try InputFinder.find([path + "/p/a", path + "/p/b"]).files.map(\.name)
        == ["a/x.txt", "y.txt", "b/x.txt"])
    #expect(
      try InputFinder.find([path + "/p/a", path + "/q/a/", path + "/p/b/x.txt"]).files.map(\.name)
        == ["p/a/x.txt", "y.txt", "q/a/x.txt", "b/x.txt"])
  }

  @Test("names that nothing above tells apart are numbered")
  func numbered() {
    var names = InputNames()
    for name in ["x", "x", "x~2", "x"] { names.append(name, above: []) }
    #expect(names.distinct() == ["x", "x~3", "x~2", "x~4"])
  }

  @Test("a pipe or a device without an end that is named itself is reported, not waited for")
  func namedPipe() throws {
    mkfifo(folder.path + "/a.txt", 0o600)
    for path in [folder.path + "/a.txt", "/dev/zero"] {
      let list = try InputFinder.find([path])
      #expect(list.files.isEmpty)
      #expect(
        list.problems.map(\.description) == [
          "\(path): is not a regular file; give what it holds as standard input, -"
        ])
    }
    #expect(try InputFinder.find(["/dev/null"]).files.count == 1)
  }

  @Test("a folder without documents is a finding")
  func emptyFolder() throws {
    folder.write("in/a.txt", "x")
    folder.write("empty/x.png", "x")
    let list = try InputFinder.find([folder.path + "/in", folder.path + "/empty"])
    #expect(list.files.count == 1)
    #expect(
      list.problems.map(\.description) == [
        "\(folder.path)/empty: is a folder that holds no file of a known type"
      ])
  }

  @Test("a pipe in a folder is reported, not waited for")
  func pipe() throws {
    mkfifo(folder.path + "/a.txt", 0o600)
    let list = try InputFinder.find([folder.path])
    #expect(list.files.isEmpty)
    #expect(list.problems.map(\.description) == ["\(folder.path)/a.txt: is not a regular file"])
  }

  @Test("a name that is not UTF-8 is reported")
  func badName() throws {
    let file = fopen((folder.path + "/").utf8CString.dropLast() + [-1, 0x2E, 0x74, 0], "w")
    try #require(file != nil)
    fclose(file!)
    let list = try InputFinder.find([folder.path])
    #expect(
      list.problems.map(\.description) == [
        "\(folder.path)/\u{FFFD}.t: is skipped: its name is not valid UTF-8"
      ])
  }

  @Test(
    "a folder that cannot be listed is reported, as an input it stops", .enabled(if: geteuid() != 0)
  )
  func unreadable() throws {
    folder.write("in/shut/a.txt", "x")
    let path = folder.path + "/in/shut"
    chmod(path, 0)
    defer { chmod(path, 0o755) }
    let problems = try InputFinder.find([folder.path]).problems.map(\.description)
    #expect(problems == ["\(path): is a folder that cannot be listed: Permission denied"])
    #expect(throws: FileError.self) { try InputFinder.find([path]) }
  }
}

import Foundation
import Testing
import TextFiles

@Suite struct OutputFolderTests {
  let folder: WritingFolder

  init() throws { folder = try WritingFolder() }

  @Test("a folder is made with its parents, with and without a last slash", arguments: ["", "/"])
  func parents(end: String) throws {
    let made = try OutputFolder(creating: folder.path(of: "a/b//c") + end)
    try "x".write(toFile: made.path(of: "x"), atomically: false, encoding: .utf8)
    #expect(folder.text(of: "a/b/c/x") == "x")
  }

  @Test("an existing folder is taken as it is")
  func existing() throws {
    try folder.write("x", to: "x")
    _ = try OutputFolder(creating: folder.path)
    #expect(folder.names == ["x"])
  }

  @Test("no path means the current folder")
  func current() throws {
    #expect(try OutputFolder(creating: "").path(of: "x") == "./x")
  }

  @Test("a file in the way is an error that names the file", arguments: ["x", "x/y", "x/y/z"])
  func file(name: String) throws {
    try folder.write("", to: "x")
    let error = #expect(throws: FileError.self) {
      _ = try OutputFolder(creating: folder.path(of: name))
    }
    #expect(
      error?.description == "cannot create the folder \"\(folder.path(of: "x"))\": it is a file")
  }
}

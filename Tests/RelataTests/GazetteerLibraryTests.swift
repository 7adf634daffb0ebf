import Foundation
import Gazetteers
import TestSupport
import Testing

@testable import Relata

/// Where the shipped gazetteers are, and what a bad one says.
@Suite struct GazetteerLibraryTests {
  // The environment belongs to the process: each of these has one of its own.

  @Test("RELATA_GAZETTEERS names the folder of the shipped gazetteers")
  func folder() async {
    await #expect(processExitsWith: .success) {
      setenv("RELATA_GAZETTEERS", "/somewhere/else", 1)
      #expect(GazetteerLibrary.shippedFolder() == "/somewhere/else")
      let paths = try GazetteerLibrary.shippedPaths()
      #expect(
        paths == [
          "/somewhere/else/countries.tsv", "/somewhere/else/organisations.tsv",
          "/somewhere/else/people.tsv", "/somewhere/else/lookalikes.tsv",
        ])
    }
  }

  @Test("an empty RELATA_GAZETTEERS is as good as none")
  func emptyFolder() async {
    await #expect(processExitsWith: .success) {
      unsetenv("RELATA_GAZETTEERS")
      let usual = GazetteerLibrary.shippedFolder()
      setenv("RELATA_GAZETTEERS", "", 1)
      #expect(GazetteerLibrary.shippedFolder() == usual)
    }
  }

  @Test("a folder without the shipped gazetteers stops the run with the path")
  func wrongFolder() async {
    await #expect(processExitsWith: .success) {
      setenv("RELATA_GAZETTEERS", "/no/such/folder", 1)
      let error = try #require(throws: RunError.self) {
        _ = try GazetteerLibrary.load(GazetteerLibrary.shippedPaths())
      }
      #expect(
        error.description
          == "cannot read \"/no/such/folder/countries.tsv\": No such file or directory"
      )
    }
  }

  @Test("the gazetteers that ship have no error")
  func shipped() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let loaded = try GazetteerLibrary.load(
      GazetteerLibrary.shippedFiles.map { "\(root)/gazetteers/\($0)" })
    #expect(loaded.lexicon.entities.count > 200)
  }

  @Test("every error of every gazetteer is listed, and no warning among them")
  func errors() throws {
    let folder = TemporaryFolder()
    let good = folder.write("good.tsv", "id\tkind\tname\nx/1\tship\tArgo\n")
    let table = folder.write(
      "bad.tsv", "id\tkind\tname\nx/1\tship\t\nx/2\tship\tNautilus\nx/2\tship\tPequod\n")
    let list = folder.write("ships.txt", "Argo\nPe\u{1}quod\n!!!\n")
    let error = try #require(throws: RunError.self) {
      _ = try GazetteerLibrary.load([good, table, list])
    }
    #expect(
      error.description.split(separator: "\n") == [
        "\(table):2:10: error: entity \"x/1\" has an empty name; give it a name or delete the line",
        "\(table):4:1: error: id \"x/2\" stands already in line 3; merge the rows or change one id",
        "\(list):2:1: error: the line holds a control character; one name a line, nothing else",
      ])
  }

  @Test("warnings do not stop the run")
  func warnings() throws {
    let folder = TemporaryFolder()
    let list = folder.write("ships.txt", "Argo\n!!!\n")
    let loaded = try GazetteerLibrary.load([list])
    #expect(
      loaded.warnings.map(\.description) == [
        "\(list):2:1: warning: \"!!!\" holds no letter or digit and can never match"
      ])
    #expect(loaded.lexicon.entities.map(\.name) == ["Argo"])
  }

  @Test("a gazetteer that is not there stops the run")
  func missing() throws {
    let error = try #require(throws: RunError.self) {
      _ = try GazetteerLibrary.load(["/no/such/file.tsv"])
    }
    #expect(error.description == "cannot read \"/no/such/file.tsv\": No such file or directory")
  }
}

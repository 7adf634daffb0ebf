import Foundation
import Gazetteers
import TestSupport
import Testing

@testable import Relata

/// The folder is given by hand, so that no test touches the user's cache.
@Suite struct LexiconCacheTests {
  private func cache(_ paths: [String], _ folder: String) -> LexiconCache? {
    LexiconCache(paths, languages: .all, executable: nil, folder: folder)
  }

  private func lexicon(_ path: String, _ sources: UInt64) throws -> Lexicon {
    try GazetteerLibrary.compile([path], sources: sources)
  }

  @Test("a lexicon that was kept is found again, and only for what it was made of")
  func keepsAndFinds() throws {
    let folder = TemporaryFolder()
    let list = folder.write("ships.txt", "Argo\n")
    let other = folder.write("boats.txt", "Argo\n")
    let kept = try #require(cache([list], (folder.path + "/cache/deep")))
    #expect(kept.lexicon() == nil)
    kept.keep(try lexicon(list, kept.sources))
    #expect(kept.lexicon()?.entities.map(\.name) == ["Argo"])
    #expect(cache([other], (folder.path + "/cache/deep"))?.lexicon() == nil)
    #expect(cache([list, other], (folder.path + "/cache/deep"))?.lexicon() == nil)
  }

  @Test("a gazetteer that was changed is compiled anew, in the place of the old one")
  func noticesChanges() throws {
    let folder = TemporaryFolder()
    let list = folder.write("ships.txt", "Argo\n")
    let before = try #require(cache([list], (folder.path + "/cache")))
    before.keep(try lexicon(list, before.sources))
    _ = folder.write("ships.txt", "Argo\nTern\n")
    let after = try #require(cache([list], (folder.path + "/cache")))
    #expect(after.lexicon() == nil)
    after.keep(try lexicon(list, after.sources))
    #expect(after.lexicon()?.entities.map(\.name) == ["Argo", "Tern"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: (folder.path + "/cache")).count == 1)
  }

  @Test("a damaged file is passed over")
  func passesOverDamage() throws {
    let folder = TemporaryFolder()
    let list = folder.write("ships.txt", "Argo\n")
    let cache = try #require(self.cache([list], (folder.path + "/cache")))
    cache.keep(try lexicon(list, cache.sources))
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: (folder.path + "/cache")).first)
    _ = folder.write("cache/" + name, "nonsense, nonsense")
    #expect(cache.lexicon() == nil)
  }

  @Test("only so many files are kept, the oldest go first")
  func removesOldest() throws {
    let folder = TemporaryFolder()
    for number in 0...LexiconCache.mostFiles {
      let list = folder.write("ships\(number).txt", "Argo \(number)\n")
      let cache = try #require(self.cache([list], (folder.path + "/cache")))
      cache.keep(try lexicon(list, cache.sources))
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: (folder.path + "/cache"))
    #expect(files.count == LexiconCache.mostFiles)
  }

  @Test("what cannot be kept is not, without a word")
  func givesUpQuietly() throws {
    let folder = TemporaryFolder()
    let list = folder.write("ships.txt", "Argo\n")
    _ = folder.write("blocked", "a file where the folder should be")
    let cache = try #require(self.cache([list], (folder.path + "/blocked")))
    cache.keep(try lexicon(list, cache.sources))
    #expect(cache.lexicon() == nil)
    #expect(LexiconCache([list], languages: .all, executable: nil, folder: nil) == nil)
    #expect(self.cache(["/dev/null"], (folder.path + "/cache")) == nil)
  }
}

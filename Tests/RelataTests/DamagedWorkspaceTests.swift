import Foundation
import GRDB
import TestSupport
import Testing
import Workspaces

@testable import Relata

/// Workspaces that SQLite takes for sound and that say what no build writes.
@Suite("contradictions in a workspace") struct DamagedWorkspaceTests {
  static let text = String(repeating: "80", count: 40)

  @Test(
    "a contradiction gives an answer or the one error",
    arguments: [
      ("UPDATE entities SET kind = x'FF'", true),
      ("UPDATE settings SET value = x'FF' WHERE name <> 'state'", true),
      ("UPDATE entities SET id = CAST(x'FE' || number AS TEXT)", true),
      (
        "UPDATE entities SET id = CAST(x'FE' AS TEXT) WHERE name = 'Anna Berg'; UPDATE entities SET id = CAST(x'FF' AS TEXT) WHERE name = 'Bo Crane'",
        false
      ),
      ("UPDATE ties SET target = source", false),
      ("UPDATE OR REPLACE ties SET source = target, target = source", true),
      ("UPDATE evidence SET start = 9223372036854775807, \"end\" = 9223372036854775807", true),
      ("UPDATE evidence SET start = -9223372036854775808, \"end\" = -9223372036854775808", true),
      ("UPDATE contents SET text = CAST(x'\(text)' AS TEXT)", true),
      (
        """
        ALTER TABLE entities RENAME TO sound;
        CREATE TABLE entities AS SELECT * FROM sound UNION ALL SELECT * FROM sound
        """,
        false
      ),
      ("UPDATE entities SET x = 'left', attributes = '[[1,2],[\"a\"]]', degree = 'many'", true),
    ])
  func asks(damage: String, isAnswered: Bool) async throws {
    let folder = TemporaryFolder()
    folder.write("in/a.txt", "Anna Berg met Bo Crane. Anna Berg saw Sylvania.")
    let path = try await WorkspaceFuzzTests.build(in: folder)
    let queue = try DatabaseQueue(path: path)
    try await queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = 0; \(damage)")
    }
    try queue.close()
    var random = SeededGenerator(seed: 1)
    if isAnswered {
      try WorkspaceFuzzTests.ask(Workspace(path: path), &random)
    } else {
      let error = #expect(throws: WorkspaceError.self) {
        try WorkspaceFuzzTests.ask(Workspace(path: path), &random)
      }
      #expect(error?.reason == "the workspace is damaged")
    }
  }

  @Test("a folder is no workspace, which is said in one line")
  func folder() {
    let folder = TemporaryFolder()
    let error = #expect(throws: WorkspaceError.self) { try Workspace(path: folder.path) }
    #expect(error?.reason == "it is a folder")
  }
}

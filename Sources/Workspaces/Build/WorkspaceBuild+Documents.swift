import GRDB

extension WorkspaceBuild {
  /// Takes a document that is stored as it is given, by its identifier.
  ///
  /// - Parameter id: One of `unchanged`. Given a second time it is stored a second time.
  public func keep(_ id: String) throws(WorkspaceError) {
    let copy = given[id, default: 0] + 1
    given[id] = copy
    changes.unchanged += 1
    guard copy > 1, let first = known[id]?.first, known[id]?.count ?? 0 < copy else { return }
    changes.unchanged -= 1
    changes.added += 1
    let number = takeNumber()
    try workspace.access { database in
      try database.execute(
        sql: """
          INSERT INTO documents
            SELECT :new, id, :copy, title, date, source, language, hash, tagged_hash, stale
            FROM documents WHERE number = :old;
          INSERT INTO contents
            SELECT :new, text, code, windows FROM contents WHERE document = :old;
          INSERT INTO mentions
            SELECT :new, start, "end", text, entity, form, rule, confidence, sentence, rivals,
              "inner"
            FROM mentions WHERE document = :old
          """, arguments: ["new": number, "copy": copy, "old": first.number])
    }
    known[id]?.append(Known(number: number, hash: first.hash, isStale: false))
  }

  /// Takes a document that is new, or may have changed.
  ///
  /// - Parameters:
  ///   - document: The document with its windows and mentions.
  ///   - hash: Its content.
  public func store(_ document: StoredDocument, hash: ContentHash) throws(WorkspaceError) {
    let copy = given[document.id, default: 0] + 1
    given[document.id] = copy
    guard let copies = known[document.id], copies.count >= copy else {
      let number = takeNumber()
      changes.added += 1
      known[document.id, default: []].append(Known(number: number, hash: hash, isStale: false))
      try workspace.access { database in
        try self.inserter(database).insert(document, hash: hash, number: number, copy: copy)
      }
      return try note(document.text.count)
    }
    let stored = copies[copy - 1]
    if stored.hash == hash { changes.unchanged += 1 } else { changes.replaced += 1 }
    if stored.hash == hash, !stored.isStale { return }
    try replace(stored.number, by: document, hash: hash, copy: copy)
    known[document.id]?[copy - 1] = Known(number: stored.number, hash: hash, isStale: false)
    try note(document.text.count)
  }

  /// Takes the documents that were not given away, or keeps them.
  ///
  /// - Parameter prune: Whether documents of earlier builds that were not given are removed.
  public func settleMissing(prune: Bool) throws(WorkspaceError) {
    var gone: [Int] = []
    for (id, copies) in known {
      let count = given[id] ?? 0
      guard count < copies.count else { continue }
      // What is left of an identifier that was given is an earlier content of it.
      if count == 0, !prune {
        changes.kept += copies.count
        continue
      }
      gone += copies[count...].map(\.number)
      known[id] = count == 0 ? nil : Array(copies[..<count])
    }
    changes.removed += gone.count
    let numbers = gone.sorted()
    try workspace.access { database in
      for number in numbers {
        try Self.clear(number, database)
        try database.execute(
          sql: "DELETE FROM documents WHERE number = ?", arguments: [number])
      }
    }
  }

  /// Reads documents again that were not given, and were read under settings that hold no more.
  ///
  /// - Parameter read: Finds the windows and mentions of a document anew.
  public func readStale(
    _ read: (inout StoredDocument) throws -> Void
  ) throws {
    let stale = known.filter { given[$0.key] == nil && $0.value.contains(where: \.isStale) }
    for id in stale.keys.sorted() {
      for (place, stored) in (stale[id] ?? []).enumerated() where stored.isStale {
        guard var document = try workspace.access({ try Self.document(stored.number, $0) }) else {
          continue
        }
        try read(&document)
        try replace(stored.number, by: document, hash: stored.hash, copy: place + 1)
        known[id]?[place].isStale = false
        changes.readAgain += 1
        try note(document.text.count)
      }
    }
  }

  private func takeNumber() -> Int {
    defer { next += 1 }
    return next
  }

  private func replace(
    _ number: Int, by document: StoredDocument, hash: ContentHash, copy: Int
  ) throws(WorkspaceError) {
    try workspace.access { database in
      try Self.clear(number, database)
      try database.execute(sql: "DELETE FROM documents WHERE number = ?", arguments: [number])
      try self.inserter(database).insert(document, hash: hash, number: number, copy: copy)
    }
  }

  /// Deletes all that belongs to a document but its row.
  private static func clear(_ number: Int, _ database: Database) throws {
    try SentenceIndex.remove(number, database)
    for table in ["mentions", "contents"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE document = ?", arguments: [number])
    }
  }
}

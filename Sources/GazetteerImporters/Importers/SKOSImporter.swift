import TextFiles

/// A SKOS vocabulary in RDF/XML, written while it is read.
///
/// A concept is a `skos:Concept`, or an `rdf:Description` with labels. `prefLabel` in the preferred language
/// is the name; other labels are aliases. Its kind is the option's, or `concept`.
struct SKOSImporter: GazetteerImporter {
  let attributes = ["notation", "source_id"]

  private static let skos = "http://www.w3.org/2004/02/skos/core#"
  private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

  /// Concepts being read: one within another, where a `skos:broader` holds its concept.
  private struct Open {
    var entity: ImportedEntity
    var depth: Int
    var isConcept: Bool
  }

  mutating func read(
    _ bytes: Span<UInt8>, path: String, into session: inout ImportSession
  ) throws(FileError) {
    session.usualKind = "concept"
    var reading = session
    var failure: FileError?
    let hasMemory = XMLEvents.withReader(bytes) { events in
      do throws(FileError) {
        try Self.read(events, path, into: &reading)
      } catch {
        failure = error
      }
    }
    session = reading
    if let failure { throw failure }
    if !hasMemory { session.bad(path, line: 1, column: 1, "no memory to read the file as XML") }
  }

  private static func read(
    _ events: XMLEvents, _ path: String, into session: inout ImportSession
  ) throws(FileError) {
    var open: [Open] = []
    var depth = 0
    /// The label being read: its name, language and text so far.
    var label: (name: String, language: String, text: String)?
    while let event = events.next() {
      switch event {
      case .start(let isEmpty):
        if !isEmpty { depth += 1 }
        if events.namespace == skos, labels.contains(events.name) {
          label = isEmpty ? nil : (events.name, events.language, "")
        } else if isResource(events), !isEmpty {
          label = nil
          let address = events.attribute("about", namespace: rdf)
          open.append(
            Open(
              entity: ImportedEntity(sourceID: address), depth: depth,
              isConcept: events.name == "Concept"))
        } else if events.namespace == rdf, events.name == "type", let last = open.indices.last,
          events.attribute("resource", namespace: rdf) == skos + "Concept"
        {
          open[last].isConcept = true
        }
      case .text(let text):
        label?.text += text
      case .end:
        if let read = label, let last = open.indices.last {
          add(read, to: &open[last].entity)
        }
        label = nil
        if let last = open.last, last.depth == depth {
          open.removeLast()
          try finish(last, path, events, into: &session)
        }
        depth -= 1
      }
    }
    if let failure = events.failure {
      session.bad(
        path, line: failure.line, column: failure.column,
        "\(failure.reason); the rest of the file is not read")
    }
  }

  private static let labels: Set<String> = ["prefLabel", "altLabel", "hiddenLabel", "notation"]

  private static func isResource(_ events: XMLEvents) -> Bool {
    (events.namespace == skos && events.name == "Concept")
      || (events.namespace == rdf && events.name == "Description")
  }

  private static func add(
    _ label: (name: String, language: String, text: String), to entity: inout ImportedEntity
  ) {
    if label.name == "notation" {
      entity.attributes["notation"] = label.text
    } else {
      entity.add(
        label.text, language: label.language, as: label.name == "prefLabel" ? .preferred : nil)
    }
  }

  private static func finish(
    _ open: Open, _ path: String, _ events: XMLEvents, into session: inout ImportSession
  ) throws(FileError) {
    // Descriptions also hold schemes, collections and records of change.
    guard open.isConcept || !open.entity.names.isEmpty else { return }
    session.countRow()
    guard open.isConcept else { return session.drop("resources that are no concept") }
    var entity = open.entity
    if entity.sourceID.isEmpty {
      return session.bad(
        path, line: events.line, column: events.column,
        "a concept without rdf:about ends here and is passed over")
    }
    entity.attributes["source_id"] = entity.sourceID
    // The last part of the address is what tells concepts of one name apart.
    entity.sourceID = String(
      entity.sourceID.split(whereSeparator: { $0 == "/" || $0 == "#" }).last ?? "")
    try session.add(entity)
  }
}

import Foundation

@testable import Gazetteers

func gazetteer(_ path: String, _ bytes: [UInt8]) -> Gazetteer {
  Gazetteer(path: path, bytes: bytes.span)
}

func gazetteer(_ path: String, _ text: String) -> Gazetteer { gazetteer(path, Array(text.utf8)) }

extension Gazetteer {
  /// What was found wrong, as the user reads it.
  var messages: [String] { findings.map(\.description) }

  var ids: [String] { entities.map(\.id.text) }
}

/// An entity of the kind that its identifier begins with.
func entity(
  _ id: String, _ name: String, names: [Name] = [], prior: [String] = [], family: [String] = [],
  given: [String] = [], attributes: [EntityAttribute] = []
) -> GazetteerEntity {
  GazetteerEntity(
    id: EntityID(id), kind: Kind(String(id.prefix { $0 != "/" })), name: name, names: names,
    prior: prior, family: family, given: given, attributes: attributes)
}

/// The folder of the checkout, found from this file.
let checkout = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

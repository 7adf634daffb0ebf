import Foundation

/// What tests look at in a `graph.json`.
struct GraphJSON: Decodable {
  struct Tie: Decodable {
    var source: String
    var target: String
    var weight: Double
  }

  struct Node: Decodable {
    var id: String
  }

  var nodes: [Node]
  var ties: [Tie]

  enum CodingKeys: String, CodingKey {
    case nodes
    case ties = "edges"
  }

  init(_ bytes: [UInt8]?) throws {
    self = try JSONDecoder().decode(GraphJSON.self, from: Data(bytes ?? []))
  }
}

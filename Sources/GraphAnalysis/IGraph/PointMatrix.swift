import CIGraph
import EntityGraphs

/// A matrix that igraph fills with one point in each row.
///
/// Invariant: `raw` is one initialised matrix, which this object alone owns and destroys.
@safe final class PointMatrix {
  let raw: UnsafeMutablePointer<igraph_matrix_t>

  init() throws(GraphAnalysisError) {
    unsafe raw = .allocate(capacity: 1)
    let code = unsafe igraph_matrix_init(raw, 0, 2)
    guard code == IGRAPH_SUCCESS else {
      unsafe raw.deallocate()
      try IGraphSession.check(code)
      throw .failed(task: "", reason: "out of memory")
    }
  }

  deinit {
    unsafe igraph_matrix_destroy(raw)
    unsafe raw.deallocate()
  }

  /// The points it holds now.
  var points: [Placement.Point] {
    let rows = unsafe Int(igraph_matrix_nrow(raw))
    guard rows > 0, unsafe igraph_matrix_ncol(raw) == 2,
      let elements = unsafe relata_matrix_elements(raw)
    else { return [] }
    // Column by column.
    return (0..<rows).map { row in
      unsafe Placement.Point(x: elements[row], y: elements[rows + row])
    }
  }
}

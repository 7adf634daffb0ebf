import CIGraph
import EntityGraphs

/// A matrix that igraph fills with one point in each row.
///
/// Invariant: `raw` is one initialised matrix, which this object alone owns and destroys.
@safe final class PointMatrix {
  let raw: UnsafeMutablePointer<igraph_matrix_t>

  init() throws(GraphAnalysisError) {
    unsafe raw = try IGraphSession.make { unsafe igraph_matrix_init($0, 0, 2) }
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

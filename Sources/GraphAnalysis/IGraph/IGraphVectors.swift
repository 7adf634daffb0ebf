import CIGraph

/// A vector of real numbers that igraph reads and fills.
///
/// Invariant: `raw` is one initialised vector, which this object alone owns and destroys.
@safe final class RealVector {
  let raw: UnsafeMutablePointer<igraph_vector_t>

  /// - Parameter values: What it holds at first.
  init(_ values: [Double] = []) throws(GraphAnalysisError) {
    unsafe raw = try IGraphSession.make {
      unsafe igraph_vector_init($0, igraph_integer_t(values.count))
    }
    guard let elements = unsafe relata_real_elements(raw) else { return }
    for (index, value) in values.enumerated() { unsafe elements[index] = value }
  }

  deinit {
    unsafe igraph_vector_destroy(raw)
    unsafe raw.deallocate()
  }

  /// What it holds now.
  var values: [Double] {
    let count = unsafe Int(igraph_vector_size(raw))
    guard count > 0, let elements = unsafe relata_real_elements(raw) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: elements, count: count))
  }
}

/// A vector of whole numbers that igraph reads and fills.
///
/// Invariant: as that of `RealVector`.
@safe final class IntegerVector {
  let raw: UnsafeMutablePointer<igraph_vector_int_t>

  /// - Parameter values: What it holds at first.
  init(_ values: [Int] = []) throws(GraphAnalysisError) {
    unsafe raw = try IGraphSession.make {
      unsafe igraph_vector_int_init($0, igraph_integer_t(values.count))
    }
    guard let elements = unsafe relata_integer_elements(raw) else { return }
    for (index, value) in values.enumerated() {
      unsafe elements[index] = igraph_integer_t(value)
    }
  }

  deinit {
    unsafe igraph_vector_int_destroy(raw)
    unsafe raw.deallocate()
  }

  /// What it holds now.
  var values: [Int] {
    let count = unsafe Int(igraph_vector_int_size(raw))
    guard count > 0, let elements = unsafe relata_integer_elements(raw) else { return [] }
    return unsafe UnsafeBufferPointer(start: elements, count: count).map { Int($0) }
  }
}

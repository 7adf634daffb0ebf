import TextFiles

extension ByteBuffer {
  /// Appends the weight of a tie, rounded to six decimals and never to 0: Gephi drops such a tie.
  ///
  /// - Parameter weight: A positive number; 1 is written for what is not finite.
  mutating func append(weight: Double) {
    switch weight {
    case _ where !weight.isFinite: append(1)
    case ..<0.001: append(weight)
    default: append(weight, decimals: 6)
    }
  }
}

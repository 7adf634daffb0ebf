/// Points on the spiral of a sunflower's seeds: evenly spread, the first in the middle.
enum Spiral {
  /// The cosine and sine of the golden angle, π(3 − √5).
  private static let turn = (cosine: -0.737_368_878_078_319_7, sine: 0.675_490_294_261_524)

  /// - Parameters:
  ///   - order: Which node takes the first, second, … point.
  ///   - spacing: About how far neighbouring points are apart.
  /// - Returns: The points in the order of the nodes.
  static func points(order: [Int], spacing: Double) -> [Placement.Point] {
    var points = [Placement.Point](repeating: Placement.Point(x: 0, y: 0), count: order.count)
    // Turned by multiplication: `sin` and `cos` differ in their last bits between platforms.
    var (cosine, sine) = (1.0, 0.0)
    for (place, node) in order.enumerated() {
      // Seed n has area spacing² to itself when its radius is spacing·√(n/π).
      let radius = spacing * (Double(place) / Double.pi).squareRoot()
      points[node] = Placement.Point(x: radius * cosine, y: radius * sine)
      (cosine, sine) = (
        cosine * turn.cosine - sine * turn.sine, cosine * turn.sine + sine * turn.cosine
      )
      // Rounding would let the length drift from 1.
      let length = (cosine * cosine + sine * sine).squareRoot()
      (cosine, sine) = (cosine / length, sine / length)
    }
    return points
  }
}

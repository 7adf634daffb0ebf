/// The room that a node and its label take in a drawing, centred on the node, in points.
struct LabelBox {
  let width: Double
  let height: Double

  /// - Parameters:
  ///   - name: The label.
  ///   - diameter: The node's.
  init(name: String, diameter: Double) {
    // Labels longer than 60 letters may overlap: a drawing cannot help it.
    let fontSize = Placement.labelSize(diameter: diameter)
    var ems = 0.0
    for scalar in name.unicodeScalars.prefix(60) { ems += Self.ems(scalar) }
    // Large nodes keep further off, since strong ties run between them.
    width = max(diameter, ems * fontSize) + 18 + diameter / 4
    height = max(diameter, 1.2 * fontSize) + 10 + diameter / 3
  }

  var area: Double { width * height }

  /// The width of a letter as a share of the font size: of DejaVu Sans, than which the other
  /// common typefaces are narrower.
  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "t", "f", "r", "I", "J", " ", ".", ",", "'", "-", "(", ")": 0.4
    case "m", "w", "M", "W": 0.95
    case "A"..."Z": 0.72
    case _ where scalar.value >= 0x1100: 1
    default: 0.63
    }
  }

  /// Moves points apart until no two boxes overlap, or the rounds are used up.
  ///
  /// Two boxes that overlap move along the axis on which less is missing, half the way each.
  ///
  /// - Complexity: O(n²) a round in the worst case; at most 3·10⁷ steps in all.
  static func separate(_ boxes: [LabelBox], at points: inout [Placement.Point]) {
    let count = boxes.count
    guard count > 1 else { return }
    let rounds = max(4, min(500, 30_000_000 / (count * count)))
    for _ in 0..<rounds {
      var moved = false
      // By x, so that only boxes near in x are compared.
      let order = points.indices.sorted {
        points[$0].x != points[$1].x ? points[$0].x < points[$1].x : $0 < $1
      }
      let widest = boxes.map(\.width).max() ?? 0
      for (place, first) in order.enumerated() {
        for second in order[(place + 1)...] {
          if points[second].x - points[first].x > widest { break }
          if push(first, second, boxes, &points) { moved = true }
        }
      }
      if !moved { return }
    }
  }

  private static func push(
    _ first: Int, _ second: Int, _ boxes: [LabelBox], _ points: inout [Placement.Point]
  ) -> Bool {
    let dx = points[second].x - points[first].x
    let dy = points[second].y - points[first].y
    let missingX = (boxes[first].width + boxes[second].width) / 2 - dx.magnitude
    let missingY = (boxes[first].height + boxes[second].height) / 2 - dy.magnitude
    // A hair of overlap is let be: otherwise halving would go on for ever.
    guard missingX > 0.01, missingY > 0.01 else { return false }
    if missingX < missingY {
      let step = (dx < 0 ? -1.0 : 1.0) * (missingX / 2 + 0.1)
      points[first].x -= step
      points[second].x += step
    } else {
      let up = dy != 0 ? dy > 0 : first < second
      let step = (up ? 1.0 : -1.0) * (missingY / 2 + 0.1)
      points[first].y -= step
      points[second].y += step
    }
    return true
  }
}

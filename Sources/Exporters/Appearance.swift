import EntityGraphs
import Gazetteers

/// A colour in the three ways that formats write it.
struct Colour: Equatable {
  let red: Int
  let green: Int
  let blue: Int

  /// Takes `0xRRGGBB`.
  init(_ code: Int) {
    red = code >> 16 & 255
    green = code >> 8 & 255
    blue = code & 255
  }

  /// `#RRGGBB`.
  var hexadecimal: String {
    let digits = Array("0123456789ABCDEF")
    return "#" + String([red, green, blue].flatMap { [digits[$0 >> 4], digits[$0 & 15]] })
  }

  /// Hue, saturation and brightness from 0 to 1, in thousandths: `0.083 1.000 1.000`.
  var hsb: String {
    let (most, least) = (max(red, green, blue), min(red, green, blue))
    let range = Double(most - least)
    var hue = 0.0
    if range > 0 {
      switch most {
      case red: hue = Double(green - blue) / range
      case green: hue = Double(blue - red) / range + 2
      default: hue = Double(red - green) / range + 4
      }
      if hue < 0 { hue += 6 }
    }
    let saturation = most > 0 ? range / Double(most) : 0
    return [hue / 6, saturation, Double(most) / 255].map(Self.thousandths).joined(separator: " ")
  }

  private static func thousandths(_ value: Double) -> String {
    let number = Int((value * 1000).rounded())
    return "\(number / 1000).\(String(1000 + number % 1000).dropFirst())"
  }
}

/// How nodes and ties look, the same in every format.
enum Appearance {
  /// The colours of Okabe and Ito (2008), which colour-blind readers tell apart, and black labels
  /// can be read on.
  private static let known: [Kind: Colour] = [
    .person: Colour(0x56B4E9), .country: Colour(0xE69F00), .organisation: Colour(0x009E73),
  ]
  private static let others = [0xCC79A7, 0xF0E442, 0xD55E00, 0x0072B2, 0x999999].map(Colour.init)

  /// A kind has the same colour in every graph.
  static func colour(of kind: Kind) -> Colour {
    if let colour = known[kind] { return colour }
    // FNV-1a: unlike `Hasher`, the same in every run.
    var hash: UInt32 = 2_166_136_261
    for byte in kind.name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return others[Int(hash % UInt32(others.count))]
  }

  /// The grey of a tie by its count, from light to dark.
  ///
  /// A tie of one window is light, because Graphviz draws ties over the labels of nodes unless it is
  /// told otherwise (`-Goutputorder=edgesfirst`).
  static func tieColour(count: Int, greatest: Int) -> Colour {
    let level = Int((200 - 130 * share(count, greatest)).rounded())
    return Colour(level << 16 | level << 8 | level)
  }

  /// The width of a tie in points, 1 to 6, by its count.
  static func penWidth(count: Int, greatest: Int) -> Double {
    1 + 5 * share(count, greatest)
  }

  /// How strong a tie is beside the strongest, from 0 for one window to 1.
  private static func share(_ count: Int, _ greatest: Int) -> Double {
    guard greatest > 1 else { return 0 }
    return (Double(max(0, count - 1)) / Double(greatest - 1)).squareRoot()
  }
}

/// The paper on which the components of a graph are put beside each other, near 4 : 3 in all.
///
/// What is taken is kept in square cells. A component goes to the free place that lets the sheet
/// grow least, and among these to the one nearest the middle: into the corners that the first one
/// leaves. Nodes without ties stand in rows below.
struct Sheet {
  /// A square of the sheet, counted from its origin.
  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  /// The cells from the least to the greatest column and row, all included.
  private struct Extent {
    var columns: ClosedRange<Int>
    var rows: ClosedRange<Int>

    init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
      self.columns = columns
      self.rows = rows
    }

    init(_ cells: [Cell]) {
      var (low, high) = (cells[0], cells[0])
      for cell in cells {
        low = Cell(column: min(low.column, cell.column), row: min(low.row, cell.row))
        high = Cell(column: max(high.column, cell.column), row: max(high.row, cell.row))
      }
      self.init(columns: low.column...high.column, rows: low.row...high.row)
    }

    func joined(_ other: Extent, by move: Cell) -> Extent {
      Extent(
        columns: min(
          columns.lowerBound, other.columns.lowerBound + move.column)...max(
            columns.upperBound, other.columns.upperBound + move.column),
        rows: min(
          rows.lowerBound, other.rows.lowerBound + move.row)...max(
            rows.upperBound, other.rows.upperBound + move.row))
    }

    /// The side that decides how large a sheet of 4 : 3 must be.
    var size: Int { max(3 * columns.count, 4 * rows.count) }
  }

  private let boxes: [LabelBox]
  private let cellSide: Double
  private var taken: Set<Cell> = []
  private var extent: Extent?

  /// Where the nodes are that have been put on the sheet; the others are at the origin.
  private(set) var points: [Placement.Point]

  /// - Parameter boxes: The room that each node of the graph takes.
  init(boxes: [LabelBox]) {
    self.boxes = boxes
    points = [Placement.Point](repeating: Placement.Point(x: 0, y: 0), count: boxes.count)
    // Some thousands of cells: fine enough to fit a label, coarse enough to search.
    let area = boxes.reduce(0) { $0 + $1.area }
    cellSide = max(12, (area / 3000).squareRoot())
  }

  /// Puts a component where the sheet grows least.
  ///
  /// - Parameters:
  ///   - members: Its nodes.
  ///   - places: Their points, about any origin.
  ///   - ties: Pairs of positions in `members`.
  /// - Complexity: O(c·k) for a sheet of c cells and a component of k cells.
  mutating func add(
    _ members: [Int], at places: [Placement.Point], ties: [(source: Int, target: Int)]
  ) {
    let cells = self.cells(of: members, at: places, ties: ties)
    guard !cells.isEmpty else { return }
    let own = Extent(cells)
    let move = extent.map { bestMove(for: cells, own, within: $0) } ?? Cell(column: 0, row: 0)
    extent = extent?.joined(own, by: move) ?? own
    for cell in cells {
      // With the cells around it, so that components keep a gap.
      for column in -1...1 {
        for row in -1...1 {
          taken.insert(
            Cell(column: cell.column + move.column + column, row: cell.row + move.row + row))
        }
      }
    }
    for (node, place) in zip(members, places) {
      points[node] = Placement.Point(
        x: place.x + Double(move.column) * cellSide, y: place.y + Double(move.row) * cellSide)
    }
  }

  private func bestMove(for cells: [Cell], _ own: Extent, within sheet: Extent) -> Cell {
    let columns =
      sheet.columns.lowerBound - own.columns.upperBound
      - 2...sheet.columns.upperBound - own.columns.lowerBound + 2
    let rows =
      sheet.rows.lowerBound - own.rows.upperBound
      - 2...sheet.rows.upperBound - own.rows.lowerBound + 2
    // Twice the way between the middles, to stay with whole numbers.
    let offCentre = Cell(
      column: own.columns.lowerBound + own.columns.upperBound - sheet.columns.lowerBound
        - sheet.columns.upperBound,
      row: own.rows.lowerBound + own.rows.upperBound - sheet.rows.lowerBound
        - sheet.rows.upperBound)
    var best: (move: Cell, size: Int, distance: Int)?
    for column in columns {
      for row in rows {
        let move = Cell(column: column, row: row)
        let size = sheet.joined(own, by: move).size
        let (dx, dy) = (offCentre.column + 2 * column, offCentre.row + 2 * row)
        let distance = dx * dx + dy * dy
        if let best, (size, distance) >= (best.size, best.distance) { continue }
        let free = cells.allSatisfy {
          !taken.contains(Cell(column: $0.column + column, row: $0.row + row))
        }
        if free { best = (move, size, distance) }
      }
    }
    // The outermost places lie beside everything there is, so one is always free.
    return best?.move ?? Cell(column: columns.upperBound, row: 0)
  }

  /// The cells that boxes and ties lie in, each once or more.
  private func cells(
    of members: [Int], at places: [Placement.Point], ties: [(source: Int, target: Int)]
  ) -> [Cell] {
    var cells: [Cell] = []
    for (node, place) in zip(members, places) {
      let (halfWidth, halfHeight) = (boxes[node].width / 2, boxes[node].height / 2)
      for column in index(place.x - halfWidth)...index(place.x + halfWidth) {
        for row in index(place.y - halfHeight)...index(place.y + halfHeight) {
          cells.append(Cell(column: column, row: row))
        }
      }
    }
    for tie in ties {
      let (start, end) = (places[tie.source], places[tie.target])
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let steps = Int((2 * (dx * dx + dy * dy).squareRoot() / cellSide).rounded(.up))
      for step in 0..<steps {
        let share = Double(step) / Double(steps)
        cells.append(Cell(column: index(start.x + dx * share), row: index(start.y + dy * share)))
      }
    }
    return cells
  }

  private func index(_ coordinate: Double) -> Int {
    Int((coordinate / cellSide).rounded(.down))
  }

  /// Puts nodes in centred rows below everything else, from left to right.
  mutating func addRows(of nodes: [Int]) {
    guard !nodes.isEmpty else { return }
    let area = nodes.reduce(0) { $0 + boxes[$1].area }
    var (width, middle, top) = ((area * 4 / 3).squareRoot(), 0.0, 0.0)
    if let extent {
      width = max(width, Double(extent.columns.count) * cellSide)
      middle =
        Double(extent.columns.lowerBound + extent.columns.upperBound + 1) / 2 * cellSide
      top = Double(extent.rows.lowerBound - 1) * cellSide
    }
    var rest = nodes[...]
    while !rest.isEmpty {
      var (length, row) = (0.0, [Int]())
      while let node = rest.first, row.isEmpty || length + boxes[node].width <= width {
        row.append(node)
        length += boxes[node].width
        rest.removeFirst()
      }
      let height = row.reduce(0) { max($0, boxes[$1].height) }
      var left = middle - length / 2
      for node in row {
        points[node] = Placement.Point(x: left + boxes[node].width / 2, y: top - height / 2)
        left += boxes[node].width
      }
      top -= height
    }
  }
}

/// The files of `Parts/`, which the compiler puts into the program.
enum PageParts {
  /// A stretch of `page.html`.
  enum Piece {
    case text([UInt8])
    /// What stands between two `@@`: the name of what comes in its place.
    case insert(String)
  }

  /// `page.html`, cut at its `@@`.
  static var template: [Piece] {
    let text = String(decoding: PackageResources.page_html, as: UTF8.self)
    return text.split(separator: "@@", omittingEmptySubsequences: false).enumerated().map {
      $0.offset % 2 == 0 ? .text(Array($0.element.utf8)) : .insert(String($0.element))
    }
  }

  /// The style sheet.
  static var style: [UInt8] {
    joined([
      PackageResources.theme_css, PackageResources.layout_css, PackageResources.details_css,
      PackageResources.print_css,
    ])
  }

  /// The script: each file uses what those before it declare, `start.js` all of them.
  static var script: [UInt8] {
    joined([
      PackageResources.elements_js, PackageResources.graph_js, PackageResources.state_js,
      PackageResources.view_js, PackageResources.grid_js, PackageResources.labels_js,
      PackageResources.picture_js, PackageResources.finding_js, PackageResources.pointer_js,
      PackageResources.keys_js, PackageResources.search_js, PackageResources.filters_js,
      PackageResources.details_js, PackageResources.tables_js, PackageResources.start_js,
    ])
  }

  /// The files in their order, each from a line of its own.
  private static func joined(_ files: [[UInt8]]) -> [UInt8] {
    files.reduce(into: [UInt8(ascii: "\n")]) { $0 += $1 }
  }
}

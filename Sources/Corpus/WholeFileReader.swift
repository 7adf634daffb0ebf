import TextFiles

/// Reads a file that is one document: text, Markdown or HTML.
struct WholeFileReader {
  let file: InputFile
  let options: InputOptions

  func read(
    document: (consuming Document) throws -> Void, problem: (InputProblem) -> Void
  ) throws {
    guard let result = load(problem) else { return }
    guard !result.text.isEmpty else {
      problem(InputProblem(path: file.shownPath, reason: "has no text"))
      return
    }
    try document(result)
  }

  private func load(_ problem: (InputProblem) -> Void) -> Document? {
    // The compressed size is a lower bound: what is over the limit is not even opened.
    guard
      let content = FileContent.open(
        file, limit: min(options.largestUnpacked, options.largestDocument), problem: problem)
    else { return nil }
    guard content.count <= options.largestDocument else {
      let reason = "is larger than the \(options.largestDocument) bytes allowed for a document"
      problem(InputProblem(path: file.shownPath, reason: reason))
      return nil
    }
    let dating = DocumentDating(options)
    do {
      if file.format == .html {
        let page = try content.withBytes { span throws(UndecodableText) in
          try HTMLPage(span)
        }
        warn(page.warning, problem)
        var document = page.document(id: file.name)
        dating.date(&document, stated: page.dates, path: file.name)
        return document
      }
      let decoded = try content.decoded()
      warn(decoded.warning, problem)
      var document: Document
      if file.format == .markdown {
        document = FrontMatter.document(
          id: file.name, markdown: decoded.utf8, names: options.fields)
        document.code = MarkdownCode(document.text.span).ranges
      } else {
        document = Document(id: file.name, text: decoded.utf8)
      }
      let stated = document.date
      dating.date(&document, stated: stated.map { [$0] } ?? [], path: file.name)
      return document
    } catch {
      problem(InputProblem(path: file.shownPath, reason: "\(error)"))
      return nil
    }
  }

  private func warn(_ warning: String?, _ problem: (InputProblem) -> Void) {
    guard let warning else { return }
    problem(InputProblem(path: file.shownPath, reason: warning, severity: .warning))
  }
}

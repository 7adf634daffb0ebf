import Corpus
import Gazetteers
import Recognition

/// Answers why a name is, or is not, a mention, and why two are, or are not, tied.
public struct Why: Sendable {
  private let loaded: GazetteerLibrary.Loaded
  private let options: RunOptions

  /// - Parameters:
  ///   - loaded: The gazetteers, kept, and corrections.
  ///   - options: How documents are read, tagged and cut into windows.
  public init(_ loaded: GazetteerLibrary.Loaded, options: RunOptions) {
    self.loaded = loaded
    self.options = options
  }

  /// An answer, and what was met on the way.
  public struct Answer: Sendable {
    public var lines: [String]
    public var problems: [InputProblem]
  }

  /// Why a name is what it is in inputs.
  ///
  /// - Parameters:
  ///   - name: A name, or an identifier.
  ///   - inputs: Files, folders, or `-` for standard input.
  /// - Throws: `FileError` where an input does not exist.
  public func name(_ name: String, in inputs: [String]) throws -> Answer {
    var trace = NameTrace(name, loaded)
    let problems = try read(inputs) { trace.take($0) }
    return Answer(lines: trace.lines(loaded), problems: problems)
  }

  /// Why two entities are tied in inputs, or not.
  ///
  /// - Parameters:
  ///   - first: A name, or an identifier.
  ///   - second: Another.
  ///   - inputs: Files, folders, or `-` for standard input.
  /// - Throws: `FileError` where an input does not exist; `WhyError` where a name is of several.
  public func tie(_ first: String, _ second: String, in inputs: [String]) throws -> Answer {
    var names = [NameTrace(first, loaded), NameTrace(second, loaded)]
    let entities = try names.map(entity)
    guard let one = entities[0], let other = entities[1] else {
      let unknown = zip(names, entities).filter { $0.1 == nil }.map(\.0.typed)
      let problems = try read(inputs) { tagged in
        for index in names.indices { names[index].take(tagged) }
      }
      let list = unknown.map { "\"\($0)\"" }.joined(separator: " and ")
      let lines = ["No tie: \(list) \(unknown.count == 1 ? "is" : "are") in no gazetteer"]
      let detail = names.filter { unknown.contains($0.typed) }.flatMap { $0.lines(loaded) }
      return Answer(lines: lines + detail, problems: problems)
    }
    if one == other {
      throw WhyError(reason: "\"\(first)\" and \"\(second)\" are one entity; name two")
    }
    var tie = TieTrace(one, other, options.window, loaded)
    let problems = try read(inputs) { tagged in
      for index in names.indices { names[index].take(tagged) }
      tie.take(tagged)
    }
    var lines = tie.lines
    if !tie.isTied {
      for name in names where name.groups.contains(where: { !$0.isMention }) {
        lines.append("Places of \"\(name.typed)\" that are no mention:")
        lines += name.groupLines(isAll: false)
      }
      for name in names where name.count == 0 && name.otherNames.isEmpty {
        lines.append("\"\(name.typed)\" stands nowhere in the inputs")
      }
    }
    return Answer(lines: lines, problems: problems)
  }

  /// The one entity that a name means; `nil` where no gazetteer has it.
  private func entity(_ trace: NameTrace) throws -> EntityIndex? {
    let real = trace.owners.filter { loaded.lexicon.entity($0.entity).kind != .none }
    let full = real.filter { !$0.isShort }
    let meant = full.isEmpty ? real : full
    if meant.count > 1 {
      let list = meant.prefix(6).map { loaded.lexicon.entity($0.entity).id.text }
      throw WhyError(
        reason:
          "\"\(trace.typed)\" is a name of several: \(list.joined(separator: ", "))\(meant.count > 6 ? ", …" : ""); give one of these ids"
      )
    }
    return meant.first?.entity
  }

  private func read(
    _ inputs: [String], _ body: (TaggedDocument) -> Void
  ) throws -> [InputProblem] {
    try Tagging(loaded.lexicon, options: options, keepsDecisions: true).run(inputs, body: body)
      .problems
  }
}

/// A question that cannot be answered as it was put.
public struct WhyError: Error, Sendable, CustomStringConvertible {
  public var reason: String

  public var description: String { reason }
}

import ArgumentParser
import Relata

/// Where the program begins and ends: it turns every outcome into an exit status.
@main
enum Main {
  static func main() async {
    StandardStreams.fill()
    Interruption.prepare()
    do {
      var command = try RelataCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let status as ExitStatus {
      status.leave()
    } catch {
      leave(with: error)
    }
  }

  private static func leave(with error: any Error) -> Never {
    let code = RelataCommand.exitCode(for: error)
    if code.isSuccess {
      print(RelataCommand.fullMessage(for: error))
      ExitStatus.done.leave()
    }
    if code == .validationFailure {
      Console.error(UsageMessage(error).text)
      ExitStatus.usage.leave()
    }
    if case .gazetteers(let findings) = error as? RunError {
      // Each begins with its place, as compilers write it, so that editors can jump there.
      Console.error("\(error)")
      Console.error("relata: nothing was done: correct \(Count.of(findings.count, "error")) first")
    } else {
      Console.error("relata: \(error)")
    }
    ExitStatus.failure.leave()
  }
}

/// The command `relata`.
struct RelataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relata",
    abstract: "Who appears with whom: documents in, a weighted graph of entities out.",
    discussion: """
      Relata reads documents, tags the people, countries and organisations that a gazetteer names, \
      counts who appears with whom, and writes the graph for Gephi, Graphviz and notebooks.

      EXAMPLES
        relata build articles/ -o exports    tag, count, write exports/graph.graphml
        relata tag article.txt               the text with its mentions marked
        relata neighbours "Kim Jong Un"      who is tied to whom, strongest first
        relata path "Kim Jong Un" NATO       how one reaches another, with a sentence for each step
        relata rank --by pagerank            the most central entities
        relata export -f html > graph.html   a page that draws the graph
        relata why Georgia --in articles/    why a name is tagged, or is not
        relata gazetteer check people.tsv    what is wrong in a gazetteer, and where
        relata evaluate gold/                precision and recall by annotated mentions

      EXIT STATUS
        0 done; 1 a failure, said in one line; 2 wrong usage
      """,
    version: Version.text,
    subcommands: [
      BuildCommand.self, TagCommand.self, NeighboursCommand.self, PathCommand.self,
      CommonCommand.self, RankCommand.self, CommunitiesCommand.self, ExportCommand.self,
      WhyCommand.self,
      EvaluateCommand.self, GazetteerCommand.self,
    ])
}

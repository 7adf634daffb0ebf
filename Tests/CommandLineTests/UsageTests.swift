import Testing

@Suite("the command line itself")
struct UsageTests {
  let folder = WorkFolder()

  @Test("the version is printed alone")
  func version() throws {
    #expect(try Tool.run(["--version"], in: folder) == .init(output: "0.1.0\n"))
  }

  @Test(
    "every command's help carries examples and goes to standard output",
    arguments: [
      [], ["build"], ["tag"], ["neighbours"], ["gazetteer"], ["gazetteer", "check"],
    ])
  func help(command: [String]) throws {
    let outcome = try Tool.run(command + ["--help"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    #expect(outcome.output.contains("\nEXAMPLES\n  relata "))
    #expect(outcome.output.contains("USAGE: " + (["relata"] + command).joined(separator: " ")))
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE: ") })
    #expect(try Tool.run(["help"] + command, in: folder) == outcome)
  }

  @Test("the exit statuses stand in the help")
  func exitStatuses() throws {
    let help = try Tool.run(["--help"], in: folder).output
    #expect(help.contains("0 done; 1 a failure, said in one line; 2 wrong usage"))
  }

  @Test("no arguments show the help")
  func nothing() throws {
    #expect(try Tool.run([], in: folder) == Tool.run(["--help"], in: folder))
  }

  @Test("the other spelling of neighbours is understood")
  func americanSpelling() throws {
    #expect(try Tool.run(["neighbors", "--help"], in: folder).status == 0)
  }

  @Test(
    "a completion script is made for each shell, and names the commands",
    arguments: [
      ("bash", "complete -o filenames -F"), ("zsh", "#compdef relata"), ("fish", "complete -c"),
    ])
  func completion(shell: String, sign: String) throws {
    let outcome = try Tool.run(["--generate-completion-script", shell], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    #expect(outcome.output.contains(sign))
    #expect(outcome.output.contains("neighbours"))
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var name: String
    var arguments: [String]
    var message: String
    var command: String
    var testDescription: String { name }
  }

  @Test(
    "wrong usage is one line and a hint, with status 2",
    arguments: [
      Mistake(
        name: "an unknown command", arguments: ["frob"],
        message: "unexpected argument 'frob'", command: "relata"),
      Mistake(
        name: "an unknown command of a command", arguments: ["gazetteer", "frob"],
        message: "unexpected argument 'frob'", command: "relata gazetteer"),
      Mistake(
        name: "an unknown option", arguments: ["build", "x", "--frob"],
        message: "unknown option '--frob'", command: "relata build"),
      Mistake(
        name: "an option that is nearly one", arguments: ["build", "x", "--quite"],
        message: "unknown option '--quite'. Did you mean '--quiet'?", command: "relata build"),
      Mistake(
        name: "no input", arguments: ["build"],
        message: "missing expected argument '<inputs> ...'", command: "relata build"),
      Mistake(
        name: "an option without its value", arguments: ["tag", "x", "--threads"],
        message: "missing value for '--threads <threads>'", command: "relata tag"),
      Mistake(
        name: "no gazetteer at all", arguments: ["build", "x", "--no-shipped"],
        message: "--no-shipped leaves no gazetteer; give one with --gazetteer FILE",
        command: "relata build"),
      Mistake(
        name: "no threads", arguments: ["build", "x", "--threads", "0"],
        message: "--threads 0 is not possible; give a number from 1 to 1024",
        command: "relata build"),
      Mistake(
        name: "a negative number of threads", arguments: ["build", "x", "--threads", "-1"],
        message: "--threads -1 is not possible; give a number from 1 to 1024",
        command: "relata build"),
      Mistake(
        name: "negative hops", arguments: ["neighbours", "x", "--hops", "-1"],
        message: "--hops -1 is not possible; give 1 or more", command: "relata neighbours"),
      Mistake(
        name: "a negative window", arguments: ["build", "x", "--window", "-3"],
        message: "the value '-3' is invalid for '--window <window>': \"-3\" is no window; "
          + "give sentence, passage, document or a number of tokens", command: "relata build"),
      Mistake(
        name: "an empty output folder", arguments: ["build", "x", "-o", ""],
        message: "--output is empty; name a folder, or . for the current one",
        command: "relata build"),
      Mistake(
        name: "an empty folder for tagged files", arguments: ["tag", "x", "--output", ""],
        message: "--output is empty; name a folder, or . for the current one",
        command: "relata tag"),
      Mistake(
        name: "a count below one", arguments: ["build", "x", "--min-count", "0"],
        message: "--min-count 0 is not possible; give 1 or more", command: "relata build"),
      Mistake(
        name: "a negative number of evidence", arguments: ["build", "x", "--evidence-per-tie=-1"],
        message: "--evidence-per-tie -1 is not possible; give 0 or more", command: "relata build"),
      Mistake(
        name: "an unknown window", arguments: ["build", "x", "--window", "page"],
        message: "the value 'page' is invalid for '--window <window>': \"page\" is no window; "
          + "give sentence, passage, document or a number of tokens", command: "relata build"),
      Mistake(
        name: "an unknown format", arguments: ["build", "x", "--format", "pdf"],
        message: "the value 'pdf' is invalid for '--format <format>'. Please provide one of the "
          + "following: graphml, gexf, dot, csv, json, html, d3, cytoscape, neo4j, ftm",
        command: "relata build"),
      Mistake(
        name: "no hops", arguments: ["neighbours", "x", "--hops", "0"],
        message: "--hops 0 is not possible; give 1 or more", command: "relata neighbours"),
      Mistake(
        name: "an empty name", arguments: ["neighbours", " "],
        message: "the name is empty; give an identifier or a name of an entity",
        command: "relata neighbours"),
      Mistake(
        name: "an unknown shell", arguments: ["--generate-completion-script", "tcsh"],
        message: "can't generate completion scripts for 'tcsh'. Please use "
          + "--generate-completion-script=<shell> with one of: zsh bash fish", command: "relata"),
    ])
  func mistake(_ mistake: Mistake) throws {
    let outcome = try Tool.run(mistake.arguments, in: folder)
    let hint = "See '\(mistake.command) --help' for more information."
    #expect(outcome == .init(error: "relata: \(mistake.message)\n\(hint)\n", status: 2))
    #expect(folder.names() == [])
  }

  @Test("a mistake that shows while running is wrong usage too")
  func lateMistake() throws {
    let outcome = try Tool.run(["tag", Tool.seeds, "--format", "brat"], in: folder)
    #expect(
      outcome
        == .init(
          error: """
            relata: brat keeps a file for each document: name a folder for them with --output
            See 'relata --help' for more information.

            """, status: 2))
  }

  @Test(
    "what is missing is named in one line, with status 1, and nothing is made",
    arguments: [
      (
        ["build", "none"], "cannot read \"none\": No such file or directory"
      ),
      (["tag", "none.txt"], "cannot read \"none.txt\": No such file or directory"),
      (
        ["build", Tool.seeds, "--gazetteer", "none.tsv"],
        "cannot read \"none.tsv\": No such file or directory"
      ),
      (["gazetteer", "check", "none.tsv"], "cannot read \"none.tsv\": No such file or directory"),
      (
        ["build", "a\nb"], "cannot read \"a\\nb\": No such file or directory"
      ),
      (
        ["neighbours", "DPRK"],
        "exports/relata.sqlite: there is no such workspace; make one with `relata build INPUT`, "
          + "or name its file with --workspace"
      ),
    ])
  func missing(arguments: [String], message: String) throws {
    let outcome = try Tool.run(arguments, in: folder)
    #expect(outcome == .init(error: "relata: \(message)\n", status: 1))
    #expect(folder.names() == [])
  }

  @Test("shipped gazetteers that are not found are named in one line")
  func noShipped() throws {
    let outcome = try Tool.run(
      ["build", Tool.seeds], in: folder, environment: ["RELATA_GAZETTEERS": "/nowhere"])
    #expect(
      outcome
        == .init(
          error: "relata: cannot read \"/nowhere/countries.tsv\": No such file or directory\n",
          status: 1))
  }
}

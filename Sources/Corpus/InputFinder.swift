import TextFiles

/// Turns what a user names on the command line into a list of files.
///
/// A folder is walked to its bottom. Files and folders whose names begin with a dot are left aside,
/// and so are files whose extension is of no known format, unless the options state a format. A file
/// that is named itself is always read: as text if its extension is unknown. The files of a folder
/// come in the order of the UTF-8 bytes of their paths below it, inputs in the order given. A file
/// or folder that is reached twice, through links or because it was named twice, is read once.
///
/// The name of a file is its path below the input folder, or its last component if it was named
/// itself. Names that occur more than once are lengthened, all of them, by the folders above the
/// input, one at a time, until they differ: `a/x.txt` and `b/x.txt`. What cannot be told apart so
/// gets `~2`, `~3` after its name, in order.
public enum InputFinder {
  /// Finds the files to read.
  ///
  /// - Parameters:
  ///   - inputs: Paths of files and folders; `-` is standard input.
  ///   - options: How inputs are read; only `format` and `leftOut` matter here.
  /// - Returns: The files, and the problems met on the way.
  /// - Throws: `FileError` when an input does not exist, or is a folder that cannot be listed or that
  ///   takes the results.
  public static func find(
    _ inputs: [String], options: InputOptions = InputOptions()
  ) throws(FileError) -> InputList {
    var list = InputList()
    let leftOut = options.leftOut.flatMap { try? FileStatus(path: $0.isEmpty ? "." : $0).identity }
    var walk = FolderWalk(leftOut: leftOut)
    var names = InputNames()
    var firstPaths: [FileIdentity: String] = [:]
    var hasStandardInput = false

    for input in inputs {
      let problemsBefore = list.problems.count
      if input == "-" {
        if hasStandardInput {
          list.problems.append(twice(InputFile.standardInput().shownPath, as: nil))
        } else {
          list.files.append(.standardInput(format: options.format ?? .text))
          names.append("stdin", above: [])
        }
        hasStandardInput = true
        continue
      }
      let status = try FileStatus(path: input)
      let found: [FoundFile]
      if status.isFolder {
        guard status.identity != leftOut else {
          throw FileError(
            path: input, action: "read", reason: "the results go there; name another output folder")
        }
        found = try walk.files(below: input, status: status, problems: &list.problems)
      } else if let refusal = ReadablePath.refusal(of: input) {
        list.problems.append(
          InputProblem(
            path: input, reason: "\(refusal); give what it holds as standard input, -"))
        continue
      } else {
        let name = String(
          input[(input.lastIndex(of: "/").map(input.index(after:)) ?? input.startIndex)...])
        found = [FoundFile(path: input, name: name, status: status)]
      }
      let before = list.files.count
      let above = found.isEmpty ? [] : InputNames.folders(above: input, isFolder: status.isFolder)
      for file in found {
        let stated = InputFormat(path: file.name)
        if status.isFolder, stated == nil, options.format == nil {
          list.unknownFiles += 1
          continue
        }
        // Pipes and devices have no content to tell apart.
        if file.status.isRegular {
          if let first = firstPaths[file.status.identity] {
            list.problems.append(twice(file.path, as: first))
            continue
          }
          firstPaths[file.status.identity] = file.path
        }
        list.files.append(
          InputFile(
            path: file.path, name: file.name, format: options.format ?? stated ?? .text,
            size: file.status.isRegular ? file.status.size : 0))
        names.append(file.name, above: above)
      }
      if status.isFolder, list.files.count == before, list.problems.count == problemsBefore {
        list.problems.append(
          InputProblem(
            path: input, reason: "is a folder that holds no file of a known type",
            severity: .warning))
      }
    }
    for (index, name) in names.distinct().enumerated() { list.files[index].name = name }
    return list
  }

  private static func twice(_ path: String, as first: String?) -> InputProblem {
    let reason =
      if let first, first != path { "is the same file as \(first); read once" } else {
        "is given twice; read once"
      }
    return InputProblem(path: path, reason: reason, severity: .warning)
  }
}

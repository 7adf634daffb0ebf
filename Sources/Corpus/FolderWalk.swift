import TextFiles

/// A file met on a walk, or named by the user.
struct FoundFile {
  var path: String
  /// The path below the folder where the walk began.
  var name: String
  var status: FileStatus
}

/// Walks folders to their bottom, each folder once in the life of the value.
///
/// A folder that is reached again is reported and left: links that lead back would never end, and a
/// few links that cross can lead along more paths than there are files in the world.
struct FolderWalk {
  private struct Step {
    var path: String
    /// The path below the input folder, with a slash at its end; empty for the input itself.
    var prefix: String
    var identity: FileIdentity
  }

  private var visited: [FileIdentity: String] = [:]
  private let leftOut: FileIdentity?

  /// - Parameter leftOut: A folder that is passed over in silence.
  init(leftOut: FileIdentity? = nil) {
    self.leftOut = leftOut
  }

  /// The files below a folder, in the order of the UTF-8 bytes of their names.
  ///
  /// - Parameters:
  ///   - root: The folder, as the user named it.
  ///   - status: What the file system says of it.
  ///   - problems: Receives what could not be followed.
  /// - Throws: `FileError` when the folder itself cannot be listed.
  mutating func files(
    below root: String, status: FileStatus, problems: inout [InputProblem]
  ) throws(FileError) -> [FoundFile] {
    var found: [FoundFile] = []
    var steps = [Step(path: root, prefix: "", identity: status.identity)]
    while let step = steps.popLast() {
      if step.identity == leftOut { continue }
      if let first = visited[step.identity] {
        problems.append(again(step, first: first))
        continue
      }
      visited[step.identity] = step.path
      let names: [String]
      do throws(FileError) {
        names = try FolderListing.names(in: step.path) { name in
          problems.append(
            InputProblem(
              path: Self.join(step.path, name), reason: "is skipped: its name is not valid UTF-8"))
        }
      } catch {
        guard !step.prefix.isEmpty else { throw error }
        problems.append(
          InputProblem(
            path: step.path, reason: "is a folder that cannot be listed: \(error.reason)"))
        continue
      }
      var folders: [Step] = []
      for name in names {
        let path = Self.join(step.path, name)
        do throws(FileError) {
          let status = try FileStatus(path: path)
          if status.isFolder {
            folders.append(
              Step(path: path, prefix: step.prefix + name + "/", identity: status.identity))
          } else if status.isRegular {
            found.append(FoundFile(path: path, name: step.prefix + name, status: status))
          } else if InputFormat(path: name) != nil {
            problems.append(InputProblem(path: path, reason: "is not a regular file"))
          }
        } catch {
          problems.append(InputProblem(path: path, reason: "cannot be read: \(error.reason)"))
        }
      }
      // The last step is taken first.
      steps.append(contentsOf: folders.reversed())
    }
    return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private func again(_ step: Step, first: String) -> InputProblem {
    let reason =
      if first == step.path {
        "is given twice; read once"
      } else if step.path.utf8.starts(with: Self.join(first, "").utf8) {
        "leads back to the folder \(first), which holds it; not followed"
      } else {
        "is the same folder as \(first); read once"
      }
    return InputProblem(path: step.path, reason: reason, severity: .warning)
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

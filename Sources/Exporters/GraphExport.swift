import EntityGraphs
import TextFiles

/// Writes a graph in several formats at once.
public enum GraphExport {
  /// One file to write. It is sent to one task, which alone uses its file until it ends.
  private struct Job: @unchecked Sendable {
    let exporter: any GraphExporter
    let file: AtomicFile

    func write(
      _ graph: EntityGraph, _ placement: Placement, _ spare: SpareThreads
    ) throws(ExportError) -> [ExportWarning] {
      let warnings =
        if let shared = exporter as? any SharedExporter {
          try shared.write(graph, placement: placement, to: file, spare: spare)
        } else {
          try exporter.write(graph, placement: placement, to: file)
        }
      // The texts that were made ready for this file make room for those of the next.
      SystemMemory.giveBackFreed()
      do {
        try file.beginWriting()
      } catch {
        throw .file(error)
      }
      return warnings
    }
  }

  /// Writes files into a set, which the caller commits when its other files are written too.
  ///
  /// - Parameters:
  ///   - graph: What to write.
  ///   - placement: Where its nodes stand.
  ///   - exporters: The formats, in the order they are written.
  ///   - files: The set that takes the files, named as the exporters say.
  ///   - threads: How many files are written at once, 1 or more.
  /// - Returns: What could not be written as it is, by file.
  /// - Throws: `ExportError` at the first failure; then drop the set, and the old files stay.
  public static func write(
    _ graph: EntityGraph, placement: Placement, as exporters: [any GraphExporter],
    into files: AtomicFileSet, threads: Int = 1
  ) async throws(ExportError) -> [ExportWarning] {
    var jobs: [Job] = []
    for exporter in exporters {
      do {
        jobs.append(Job(exporter: exporter, file: try files.open(exporter.fileName)))
      } catch {
        throw .file(error)
      }
    }
    var results: [Result<[ExportWarning], ExportError>?] = jobs.map { _ in nil }
    // Large files first, so that in the end no thread has one to itself while the others have nothing.
    let order =
      jobs.indices.filter { exporters[$0].showsEvidence }
      + jobs.indices.filter { !exporters[$0].showsEvidence }
    let spare = SpareThreads(max(0, threads - jobs.count))
    await withTaskGroup(of: (Int, Result<[ExportWarning], ExportError>).self) { group in
      for (started, number) in order.enumerated() {
        if started >= max(1, threads), let (done, result) = await group.next() {
          results[done] = result
        }
        let job = jobs[number]
        group.addTask {
          do throws(ExportError) {
            return (number, .success(try job.write(graph, placement, spare)))
          } catch {
            return (number, .failure(error))
          }
        }
      }
      // No file is left that was not begun: who is done helps.
      for await (done, result) in group {
        results[done] = result
        spare.giveBack()
      }
    }
    var warnings: [ExportWarning] = []
    for result in results { warnings += try result?.get() ?? [] }
    return warnings
  }

  /// Writes files one behind another to standard output, or into the one file that a user named.
  ///
  /// - Parameters:
  ///   - graph: What to write.
  ///   - placement: Where its nodes stand.
  ///   - exporters: The formats, in the order they are written.
  ///   - sink: Where the bytes go; the caller flushes or commits it.
  /// - Returns: What could not be written as it is, by file.
  /// - Throws: `ExportError` at the first failure.
  public static func write(
    _ graph: EntityGraph, placement: Placement, as exporters: [any GraphExporter],
    to sink: any ByteSink
  ) throws(ExportError) -> [ExportWarning] {
    var warnings: [ExportWarning] = []
    for exporter in exporters {
      warnings += try exporter.write(graph, placement: placement, to: sink)
    }
    return warnings
  }
}

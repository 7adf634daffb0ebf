import TextFiles

/// A file that goes with its run: it is deleted if the run is interrupted, or gives it up.
final class PartialPath: Sendable {
  private let registry: TemporaryFiles
  private let number: Int

  /// - Parameter number: What the registry knows a file by that was made.
  init(number: Int, registry: TemporaryFiles) {
    (self.registry, self.number) = (registry, number)
  }

  /// A file that somebody else makes.
  ///
  /// - Returns: Nil where the process is about to end.
  init?(_ path: String, registry: TemporaryFiles = .shared) {
    guard let entry = registry.register({ _ in path }) else { return nil }
    self.registry = registry
    number = entry.number
  }

  /// From now on the file stays.
  func keep() { registry.forget(number) }

  /// Deletes the file.
  func delete() { registry.remove(number) }
}

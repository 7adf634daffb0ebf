#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The three descriptors that every program may take to be there.
enum StandardStreams {
  /// Fills those of the descriptors 0 to 2 that the parent closed (`<&-`), so that no file or pipe that
  /// is opened later lands there and is taken for a stream of the user's.
  ///
  /// Standard input is filled by what cannot be read, standard output by what cannot be written, so
  /// that using them stays the error that it is. There is nowhere to tell that standard error is gone.
  static func fill() {
    let modes = [O_WRONLY, O_RDONLY, O_WRONLY]
    for (descriptor, mode) in modes.enumerated()
    where fcntl(Int32(descriptor), F_GETFD) < 0 && errno == EBADF {
      // The lowest free descriptor is taken: this one, as those below it are open by now.
      _ = unsafe open("/dev/null", mode)
    }
  }
}

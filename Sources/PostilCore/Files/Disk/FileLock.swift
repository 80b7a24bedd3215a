#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Keeps the shell and the screen from writing into one notebook at the same moment.
///
/// An advisory lock (`flock`) on a file in the state folder; the system frees it when a program dies.
struct FileLock: Sendable {
  let path: String

  /// Runs `body` while no other holder of the lock runs; waits for its turn.
  func hold<Result>(_ body: () throws(Problem) -> Result) throws(Problem) -> Result {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Disk.problem("cannot lock", path) }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw Disk.problem("cannot lock", path) }
    }
    return try body()
  }
}

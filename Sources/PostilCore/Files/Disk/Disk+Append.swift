#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension Disk {
  /// Appends with a single write, so that lines of two programs do not mix.
  func append(_ text: String, to path: String) throws(Problem) {
    try append(Array(text.utf8), to: path, flushed: false)
  }

  /// The same with bytes, and on the disk when it returns if they are to be flushed.
  func append(_ bytes: [UInt8], to path: String, flushed: Bool) throws(Problem) {
    try act()
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.problem("cannot write", path) }
    defer { close(descriptor) }
    try put(bytes, descriptor, path)
    guard flushed else { return }
    try act()
    #if canImport(Darwin)
      let result = fsync(descriptor)
    #else
      let result = fdatasync(descriptor)
    #endif
    guard result == 0 else { throw Self.problem("cannot write", path) }
  }

  /// Makes a file shorter.
  func cut(_ path: String, to size: Int) throws(Problem) {
    try act()
    guard truncate(path, off_t(size)) == 0 else { throw Self.problem("cannot write", path) }
  }

  /// Replaces a file as a whole by what `body` adds up, in pieces.
  func assemble(
    _ path: String, _ body: (Assembly) throws(Problem) -> Void
  ) throws(Problem) {
    let temporary = Self.temporaryPath(beside: path)
    try act()
    do throws(Problem) {
      try body(Assembly(disk: self, path: temporary))
      try append([], to: temporary, flushed: true)
      try act()
      guard rename(temporary, path) == 0 else { throw Self.problem("cannot write", path) }
    } catch {
      discard(temporary)
      throw error
    }
    flushFolder(Self.folder(of: path))
  }

  /// A file that is being put together, under a name of its own.
  struct Assembly {
    fileprivate let disk: Disk
    fileprivate let path: String

    func add(_ bytes: [UInt8]) throws(Problem) {
      try disk.append(bytes, to: path, flushed: false)
    }

    /// Adds a part of another file, a piece at a time.
    func add(_ range: Range<Int>, of other: String) throws(Problem) {
      for start in stride(from: range.lowerBound, to: range.upperBound, by: 1 << 20) {
        let count = min(1 << 20, range.upperBound - start)
        try add(disk.bytes(of: other, at: start, count))
      }
    }
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension Disk {
  /// Looks here and there into a file, a page of it at a time.
  struct Window {
    fileprivate let descriptor: Int32
    fileprivate let path: String
    private var start = 0
    private var page: [UInt8] = []
    private static let size = 1 << 16

    fileprivate init(_ descriptor: Int32, _ path: String) {
      self.descriptor = descriptor
      self.path = path
    }

    /// Bytes from an offset on; fewer than asked for where the file ends.
    mutating func bytes(at offset: Int, _ count: Int) throws(Problem) -> ArraySlice<UInt8> {
      if offset < start || offset + count > start + page.count {
        page = try Disk.bytes(descriptor, at: offset, max(count, Self.size), path)
        start = offset
      }
      return page[(offset - start)...].prefix(count)
    }
  }

  /// Opens a file to look into it here and there.
  func reading(
    _ path: String, _ body: (inout Window) throws(Problem) -> Void
  ) throws(Problem) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.problem("cannot read", path) }
    defer { close(descriptor) }
    var window = Window(descriptor, path)
    try body(&window)
  }

  /// Some bytes of a file; fewer where it ends.
  func bytes(of path: String, at offset: Int, _ count: Int) throws(Problem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.problem("cannot read", path) }
    defer { close(descriptor) }
    return try Self.bytes(descriptor, at: offset, count, path)
  }

  /// The last bytes of a file; none when it is not there.
  func tail(of path: String, _ count: Int) throws(Problem) -> [UInt8] {
    guard let size = size(of: path) else { return [] }
    return try bytes(of: path, at: max(0, size - count), count)
  }

  /// Bytes of a file; nil when there is none.
  func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  fileprivate static func bytes(
    _ descriptor: Int32, at offset: Int, _ count: Int, _ path: String
  ) throws(Problem) -> [UInt8] {
    var done = 0
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while done < count {
        let step = pread(
          descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
        if step < 0, errno == EINTR { continue }
        failed = step < 0
        guard step > 0 else { break }
        done += step
      }
      filled = done
    }
    guard !failed else { throw problem("cannot read", path) }
    return bytes
  }
}

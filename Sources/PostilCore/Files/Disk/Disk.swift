#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Files as the operating system has them. Paths are absolute or relative to the process.
struct Disk: Sendable {
  /// Called before every act that changes the disk; a test stops the world here.
  var beforeAct: (@Sendable () throws(Problem) -> Void)?

  /// A file's bytes; nil when it is not there.
  func read(_ path: String, followingLinks: Bool = true) throws(Problem) -> [UInt8]? {
    // A pipe in place of a file must not make us wait for its other end.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK
    let descriptor = open(path, followingLinks ? flags : flags | O_NOFOLLOW)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Self.problem("cannot read", path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.problem("cannot read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Problem("this is not a file", at: .init(path))
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let step = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count, off_t(count))
      }
      if step < 0, errno == EINTR { continue }
      guard step >= 0 else { throw Self.problem("cannot read", path) }
      guard step > 0 else { break }
      count += step
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// A file's text; nil when it is not there.
  ///
  /// - Throws: when it cannot be read, or is not UTF-8; with the line then.
  func text(_ path: String, followingLinks: Bool = true) throws(Problem) -> String? {
    guard let bytes = try read(path, followingLinks: followingLinks) else { return nil }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw Problem(
      "this is not UTF-8 text", at: .init(path, line: Self.firstBadLine(of: bytes)),
      hint: "Save the file as UTF-8")
  }

  /// Whether anything is there, be it a dangling link.
  func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The names in a folder except hidden ones, in no order; none when it is not there.
  func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      guard let name = Walk.name(of: entry), !name.hasPrefix(".") else { continue }
      names.append(name)
    }
    return names
  }

  /// The path without links, `.` and `..`; nil when nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func problem(_ what: String, _ path: String) -> Problem {
    Problem("\(what): \(String(cString: strerror(errno)))", at: .init(path))
  }

  private static func firstBadLine(of bytes: [UInt8]) -> Int {
    var line = 1
    for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      guard String(validating: part, as: UTF8.self) != nil else { break }
      line += 1
    }
    return line
  }
}

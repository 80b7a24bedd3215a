import PostilCore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Bytes that come piece by piece, so that a file of any size fits into little memory.
struct ByteStream {
  /// Bytes of a piece, about.
  static let piece = 1 << 20

  /// What problems of the disk begin with, and not of what is on it.
  static let unreadable = "cannot be read"

  private let pull: () throws(Problem) -> [UInt8]

  /// A stream whose `pull` gives the next piece, and an empty one at the end.
  init(_ pull: @escaping () throws(Problem) -> [UInt8]) {
    self.pull = pull
  }

  /// All bytes at once, as one piece.
  init(_ bytes: [UInt8]) {
    var rest: [UInt8]? = bytes
    pull = { () throws(Problem) in
      defer { rest = nil }
      return rest ?? []
    }
  }

  /// A regular file.
  ///
  /// - Throws: when it cannot be opened.
  init(path: String) throws(Problem) {
    let file = try OpenFile(path)
    pull = { () throws(Problem) in try file.next() }
  }

  /// The next piece; nil at the end.
  func next() throws(Problem) -> [UInt8]? {
    let bytes = try pull()
    return bytes.isEmpty ? nil : bytes
  }

  /// Everything that is left.
  ///
  /// - Throws: when it is more than `limit` bytes.
  func rest(limit: Int, of name: String) throws(Problem) -> [UInt8] {
    var all: [UInt8] = []
    while let bytes = try next() {
      guard all.count + bytes.count <= limit else {
        throw Problem(
          "more than \(limit >> 20) MB, which is too much to be read at once", at: .init(name))
      }
      if all.isEmpty { all = bytes } else { all += bytes }
    }
    return all
  }

  /// The same bytes, each piece told to `meter` before it is given.
  func metered(_ meter: @escaping (Int) -> Void) -> ByteStream {
    ByteStream { () throws(Problem) in
      let bytes = try pull()
      meter(bytes.count)
      return bytes
    }
  }
}

/// A file that is being read; closed when nobody reads it any more.
private final class OpenFile {
  private let descriptor: Int32
  private let path: String

  init(_ path: String) throws(Problem) {
    self.path = path
    // A pipe in place of a file must not make us wait for its other end.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.problem(path) }
  }

  deinit { close(descriptor) }

  func next() throws(Problem) -> [UInt8] {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: ByteStream.piece) { buffer, size in
      repeat {
        count = read(descriptor, buffer.baseAddress, ByteStream.piece)
      } while count < 0 && errno == EINTR
      size = max(count, 0)
    }
    guard count >= 0 else { throw Self.problem(path) }
    return bytes
  }

  private static func problem(_ path: String) -> Problem {
    Problem("\(ByteStream.unreadable): \(String(cString: strerror(errno)))", at: .init(path))
  }
}

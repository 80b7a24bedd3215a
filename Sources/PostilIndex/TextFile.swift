import Foundation
import PostilCore

/// The open file of packed texts (`TextLog`).
final class TextFile: Sendable {
  /// Which file this is.
  let generation: Int64
  private let path: String
  private let descriptor: Int32

  /// Opens a file, or makes it; nil when that cannot be.
  init?(path: String, generation: Int64) {
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    self.path = path
    self.generation = generation
  }

  deinit {
    close(descriptor)
  }

  /// Bytes in it now.
  var count: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Its last byte; nil when it is empty.
  var last: UInt8? {
    var byte: UInt8 = 0
    let count = count
    return count > 0 && pread(descriptor, &byte, 1, off_t(count - 1)) == 1 ? byte : nil
  }

  /// All of it, where it lies in memory.
  func mapped() -> Data {
    let count = count
    guard count > 0, let start = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0),
      start != MAP_FAILED
    else { return Data() }
    return Data(bytesNoCopy: start, count: count, deallocator: .custom { munmap($0, $1) })
  }

  /// Writes behind its end.
  func append(_ bytes: [UInt8]) throws(Problem) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw Problem(
          "the index cannot be written", at: .init(path), hint: String(cString: strerror(errno)))
      }
      done += count
    }
  }
}

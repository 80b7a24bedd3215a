import Foundation
import GRDB
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

  /// As for a missing table: the index is built anew (`Store.isDoubtful`).
  static let missing = DatabaseError(resultCode: .SQLITE_ERROR, message: "no such text")

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

  /// Puts bytes of it at the beginning of others; false when it ends before.
  func read(_ range: Range<Int>, into bytes: UnsafeMutableRawBufferPointer) -> Bool {
    var done = 0
    while done < range.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[done..<range.count])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(range.lowerBound + done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  /// The body, title or names of so many bytes that begin at a byte (`TextLog`); nil when none do.
  func text(at start: Int, count: Int) -> String? {
    guard start >= 0, count >= 0 else { return nil }
    let before = min(start, 1)
    return withUnsafeTemporaryAllocation(byteCount: before + count + 1, alignment: 1) { bytes in
      guard read(start - before..<start + count + 1, into: bytes), bytes[before + count] == 0,
        before == 0 || bytes[0] == TextLog.end || bytes[0] == 0
      else { return nil }
      return String(decoding: bytes[before..<before + count], as: UTF8.self)
    }
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

/// Where the front matter of a document lies between its two `---` lines. UTF-8 offsets.
struct Fences {
  var header: Range<Int>
  var bodyStart: Int

  init(header: Range<Int>, bodyStart: Int) {
    self.header = header
    self.bodyStart = bodyStart
  }

  /// A header whose closing fence ends at `end`; a blank line behind it is no part of the body.
  init(header: Range<Int>, after end: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var start = end
    if start < bytes.count, bytes[start] == UInt8(ascii: "\r") { start += 1 }
    let isBlank = start < bytes.count && bytes[start] == UInt8(ascii: "\n")
    self.init(header: header, bodyStart: isBlank ? start + 1 : end)
  }

  /// The offset behind the opening fence, which may follow a byte order mark.
  static func opening(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return fence(in: bytes, at: start)
  }

  /// The front matter that begins at `start`, if it is closed.
  static func find(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Fences? {
    var position = start
    while position < bytes.count {
      if let end = fence(in: bytes, at: position) {
        return Fences(header: start..<position, after: end, in: bytes)
      }
      position = lineEnd(in: bytes, from: position)
    }
    return nil
  }

  /// The offset behind a line that holds only `---` and blanks.
  private static func fence(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard start + 3 <= bytes.count, bytes[start..<start + 3].allSatisfy({ $0 == UInt8(ascii: "-") })
    else { return nil }
    let end = lineEnd(in: bytes, from: start)
    let rest = bytes[(start + 3)..<end]
    return rest.allSatisfy { [0x20, 0x09, 0x0D, 0x0A].contains($0) } ? end : nil
  }

  private static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    (bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
  }
}

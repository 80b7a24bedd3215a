import PostilCore

/// The part of a text that is being read: what lies before `index` may be forgotten.
struct TextWindow {
  /// A line that begins at `index`.
  struct Line {
    /// Without its terminator.
    var text: Range<Int>
    /// Where the next one begins.
    var next: Int
    /// False when it was longer than the limit; `text` is empty then.
    var isWhole = true
  }

  private(set) var bytes: [UInt8] = []
  /// Where reading goes on; the byte behind the last when all of the window is read.
  var index = 0
  private(set) var isAtEnd = false
  private var stream: TextStream
  private let name: String
  private var counted = 0
  private var lines = 1

  init(_ stream: TextStream, name: String) {
    self.stream = stream
    self.name = name
  }

  var warning: String? { stream.warning }

  /// The line on which `index` lies, counted from 1; to be asked in ascending order.
  var lineNumber: Int {
    mutating get {
      count(upTo: index)
      return lines
    }
  }

  private mutating func count(upTo end: Int) {
    guard counted < end else { return }
    lines += bytes.withUnsafeBufferPointer { bytes in
      bytes[counted..<min(end, bytes.count)].count { $0 == 0x0A }
    }
    counted = end
  }

  /// Reads on, as much as is kept at least, so that growing stays linear; `index` is 0 then.
  mutating func grow() throws(Problem) {
    let start = index
    count(upTo: start)
    var rest = start == 0 ? bytes : Array(bytes[start...])
    bytes = []
    let wanted = max(rest.count * 2, 1)
    while rest.count < wanted {
      guard let piece = try stream.next() else {
        isAtEnd = true
        break
      }
      if rest.isEmpty { rest = piece } else { rest += piece }
    }
    bytes = rest
    index = 0
    counted -= start
  }

  /// The next byte that is no white space; nil at the end of the text.
  mutating func peek() throws(Problem) -> UInt8? {
    while true {
      while index < bytes.count {
        switch bytes[index] {
        case 0x20, 0x09, 0x0A, 0x0D: index += 1
        default: return bytes[index]
        }
      }
      guard !isAtEnd else { return nil }
      try grow()
    }
  }

  /// Makes sure that this many bytes lie ahead, as far as the text has them.
  mutating func want(_ count: Int) throws(Problem) {
    while bytes.count - index < count, !isAtEnd { try grow() }
  }

  /// Goes to the next such byte; false at the end of the text.
  mutating func find(_ byte: UInt8) throws(Problem) -> Bool {
    while true {
      if let found = bytes[index...].firstIndex(of: byte) {
        index = found
        return true
      }
      index = bytes.count
      guard !isAtEnd else { return false }
      try grow()
    }
  }

  /// Goes behind the next such byte, or to the end of the text.
  mutating func skip(past byte: UInt8) throws(Problem) {
    if try find(byte) { index += 1 }
  }

  /// The line that begins at `index`, ended by 0x0A; nil at the end of the text.
  mutating func line(limit: Int) throws(Problem) -> Line? {
    var looked = index
    while true {
      if let end = bytes[looked...].firstIndex(of: 0x0A) {
        return Line(text: TextLines.withoutTerminator(bytes, index..<end + 1), next: end + 1)
      }
      if isAtEnd {
        guard index < bytes.count else { return nil }
        return Line(
          text: TextLines.withoutTerminator(bytes, index..<bytes.count), next: bytes.count)
      }
      if bytes.count - index > limit {
        _ = try find(0x0A)
        let end = min(index + 1, bytes.count)
        return Line(text: end..<end, next: end, isWhole: false)
      }
      looked = bytes.count
      looked -= index
      try grow()
    }
  }

  /// Takes in everything up to the end of the text.
  mutating func readAll(limit: Int) throws(Problem) {
    while !isAtEnd {
      guard bytes.count - index <= limit else {
        throw Problem(
          "more than \(limit >> 20) MB in one piece, which is too much to be read at once",
          at: .init(name))
      }
      try grow()
    }
  }

  /// Everything that was not read yet.
  mutating func rest(limit: Int) throws(Problem) -> [UInt8] {
    try readAll(limit: limit)
    defer { index = bytes.count }
    return index == 0 ? bytes : Array(bytes[index...])
  }
}

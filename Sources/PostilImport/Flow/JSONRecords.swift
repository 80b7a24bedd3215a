import PostilCore

/// The records of JSON of any size, one by one: a line each, or the elements of one array.
///
/// What is neither is `documents`: values over several lines, whose text is read as a whole. A bad
/// record costs only itself.
struct JSONRecords {
  /// How the records lie.
  enum Layout: Hashable, Sendable {
    /// One value in each line.
    case lines
    /// The elements of one array.
    case array
    /// One value, or one after the other, over as many lines as they like.
    case documents
  }

  /// How the records lie.
  private(set) var layout = Layout.lines
  private var window: TextWindow
  private var isOver = false
  /// The first member's name, by which the next element is known again after damage.
  private var landmark: [UInt8]?
  private var looksLeft = 10
  /// Bytes of one record; more is damage.
  private static let limit = 64 << 20
  /// Bytes of a text that has to be read as a whole.
  private static let documentLimit = 512 << 20

  /// Begins to read a source; `mark`, when given, is the byte behind which the JSON begins.
  ///
  /// - Throws: when it cannot be read.
  init(_ source: Source, after mark: UInt8? = nil) throws(Problem) {
    try self.init(source.open(), name: source.name, after: mark)
  }

  /// The same of a stream.
  init(_ stream: ByteStream, name: String, after mark: UInt8? = nil) throws(Problem) {
    window = TextWindow(TextStream(stream), name: name)
    if let mark { try window.skip(past: mark) }
    layout = try Self.findLayout(&window)
    if layout == .array { window.index += 1 }
  }

  /// What had to be assumed of the encoding so far; nil when nothing was.
  var warning: String? { window.warning }

  /// Everything that was not read yet, as UTF-8: for what cannot be read record by record.
  ///
  /// - Throws: when it is more than 512 MB.
  mutating func rest() throws(Problem) -> [UInt8] {
    try window.rest(limit: Self.documentLimit)
  }

  /// The next record; nil at the end.
  mutating func next() throws(Problem) -> JSONElements.Element? {
    guard !isOver else { return nil }
    switch layout {
    case .lines: return try nextLine()
    case .array: return try nextElement()
    case .documents: return try nextDocument()
    }
  }

  // MARK: Lines

  private mutating func nextLine() throws(Problem) -> JSONElements.Element? {
    while let range = try window.line(limit: Self.limit) {
      let line = window.lineNumber
      defer { window.index = range.next }
      guard range.isWhole else {
        return .init(
          value: .failure(.init(reason: "a line of more than 64 MB", index: 0)), line: line)
      }
      guard !TextLines.isBlank(window.bytes[range.text]) else { continue }
      return .init(value: Self.value(Array(window.bytes[range.text])), line: line)
    }
    isOver = true
    return nil
  }

  private static func value(_ line: [UInt8]) -> Result<JSONValue, JSONReader.Damage> {
    var reader = JSONReader(line)
    do throws(JSONReader.Damage) {
      let value = try reader.value()
      guard reader.peek() == nil else {
        return .failure(.init(reason: "more than one value in the line", index: reader.index))
      }
      return .success(value)
    } catch {
      return .failure(error)
    }
  }

  // MARK: Elements

  private mutating func nextElement() throws(Problem) -> JSONElements.Element? {
    while try window.peek() == UInt8(ascii: ",") { window.index += 1 }
    guard let byte = try window.peek(), byte != UInt8(ascii: "]") else {
      isOver = true
      guard try window.peek() == nil else { return nil }
      return .init(
        value: .failure(.init(reason: "the array is cut off", index: window.index)),
        line: window.lineNumber)
    }
    let line = window.lineNumber
    switch try value() {
    case .success(let value):
      if landmark == nil { landmark = value.members.first.map { Array(($0.name + "\"").utf8) } }
      return .init(value: .success(value), line: line)
    case .failure(let damage):
      let start = window.index
      // A quote left open runs to the end; that it closes nowhere is worth a few more looks.
      let ranOut = damage.index >= window.bytes.count && looksLeft > 0
      if ranOut { looksLeft -= 1 }
      window.index = ranOut ? start + 1 : max(start + 1, damage.index)
      try resync()
      return .init(value: .failure(damage), line: line)
    }
  }

  /// The value that begins here, with as much of the stream as it takes.
  private mutating func value() throws(Problem) -> Result<JSONValue, JSONReader.Damage> {
    while true {
      var reader = JSONReader(window.bytes, at: window.index)
      do throws(JSONReader.Damage) {
        let value = try reader.value()
        // A number may go on behind the end.
        if reader.index < window.bytes.count || window.isAtEnd {
          window.index = reader.index
          return .success(value)
        }
      } catch {
        guard error.index >= reader.bytes.count - 12, !window.isAtEnd,
          window.bytes.count - window.index < Self.limit
        else { return .failure(error) }
      }
      reader = JSONReader([])
      try window.grow()
    }
  }

  /// Goes on at the next `}, {` behind which an element like the others begins.
  private mutating func resync() throws(Problem) {
    while try window.find(UInt8(ascii: "}")) {
      window.index += 1
      try window.want(4_096)
      var ahead = JSONReader(window.bytes, at: window.index)
      guard ahead.peek() == UInt8(ascii: ",") else { continue }
      ahead.index += 1
      guard ahead.peek() == UInt8(ascii: "{") else { continue }
      let start = ahead.index
      ahead.index += 1
      guard ahead.peek() == UInt8(ascii: "\"") else { continue }
      if let landmark, !ahead.bytes[(ahead.index + 1)...].starts(with: landmark) { continue }
      window.index = start
      return
    }
    isOver = true
  }

  // MARK: Documents

  private mutating func nextDocument() throws(Problem) -> JSONElements.Element? {
    try window.readAll(limit: Self.documentLimit)
    guard try window.peek() != nil else {
      isOver = true
      return nil
    }
    let line = window.lineNumber
    var reader = JSONReader(window.bytes, at: window.index)
    do throws(JSONReader.Damage) {
      let value = try reader.value()
      window.index = reader.index
      return .init(value: .success(value), line: line)
    } catch {
      isOver = true
      return .init(value: .failure(error), line: line)
    }
  }

  private static func findLayout(_ window: inout TextWindow) throws(Problem) -> Layout {
    guard let first = try window.peek() else { return .lines }
    if first == UInt8(ascii: "[") { return .array }
    while true {
      let lines = firstLines(window)
      if lines.count == 2 || window.isAtEnd || window.bytes.count - window.index > limit {
        // A value that goes over several lines is none in its first line.
        let isValue = lines.contains {
          if case .success = value(Array(window.bytes[$0])) { true } else { false }
        }
        return lines.count == 2 && isValue ? .lines : .documents
      }
      try window.grow()
    }
  }

  /// The first two lines in the window that are not blank, as far as they are there as a whole.
  private static func firstLines(_ window: TextWindow) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = window.index
    while lines.count < 2, start < window.bytes.count {
      guard
        let end = window.bytes[start...].firstIndex(of: 0x0A)
          ?? (window.isAtEnd ? window.bytes.count : nil)
      else { break }
      if !TextLines.isBlank(window.bytes[start..<end]) { lines.append(start..<end) }
      start = end + 1
    }
    return lines
  }
}

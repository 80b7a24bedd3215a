/// The text of one record file: flat YAML front matter and a body. Every byte of it is kept.
///
/// Any text is a document, so printing what was parsed gives it back. What is wrong with the front
/// matter stands in `problem`, and such a document can be shown but not edited.
public struct Document: Hashable, Sendable {
  /// A key of the front matter with its value and its place.
  public struct Entry: Hashable, Sendable {
    /// As written, normally lower case.
    public var key: String
    /// What stands behind the colon.
    public var value: Value
    /// Counted from 1 in the whole file.
    public var line: Int
    /// The entry's whole lines, with comments up to the next key; UTF-8 offsets in `text`.
    var range: Range<Int>
  }

  /// A value as written: always text, whatever YAML would make of it.
  public enum Value: Hashable, Sendable {
    /// A key with nothing behind it.
    case none
    case scalar(String)
    case list([String])
  }

  /// The whole file.
  public let text: String
  /// The front matter in the order of the file; empty when there is none or it cannot be read.
  public let entries: [Entry]
  /// What keeps the front matter from being read; its `place.file` is empty.
  public let problem: Problem?
  /// The lines between the fences; nil without front matter. UTF-8 offsets.
  let header: Range<Int>?
  /// Where the body begins, after the blank line that follows the front matter; UTF-8 offset.
  let bodyStart: Int

  /// Reads a document; never fails, see `problem`.
  public init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    let parts = Self.parts(of: text)
    self.text = text
    header = parts.header
    bodyStart = parts.bodyStart
    switch parts.entries {
    case .success(let entries):
      self.entries = entries
      problem = nil
    case .failure(let problem):
      entries = []
      self.problem = problem
    }
  }

  /// The text behind the front matter, and behind one blank line after it.
  public var body: String { slice(bodyStart..<text.utf8.count) }

  /// The value of a key; nil when the key is missing or has nothing behind it.
  public subscript(key: String) -> Value? {
    guard let value = entry(key)?.value, value != .none else { return nil }
    return value
  }

  /// The entry of a key.
  public func entry(_ key: String) -> Entry? { entries.first { $0.key == key } }

  /// The line ending that the file uses, `\n` or `\r\n`.
  public var newline: String {
    guard let end = text.utf8.firstIndex(of: UInt8(ascii: "\n")), end > text.startIndex else {
      return "\n"
    }
    return text.utf8[text.utf8.index(before: end)] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }

  /// The number of the line on which a UTF-8 offset lies, counted from 1.
  func line(at offset: Int) -> Int {
    1 + text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
  }

  func slice(_ range: Range<Int>) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(start, offsetBy: range.count)
    return String(text[start..<end])
  }
}

extension Document {
  private typealias Parts = (
    header: Range<Int>?, bodyStart: Int, entries: Result<[Entry], Problem>
  )

  private static func parts(of text: String) -> Parts {
    let found = text.utf8.withContiguousStorageIfAvailable { bytes -> (Fences, [Entry]?)? in
      guard let start = Fences.opening(of: bytes) else { return nil }
      var canonical = CanonicalHeader(bytes: bytes, position: start)
      if let entries = canonical.read() {
        let end = canonical.position
        return (Fences(header: start..<end, after: min(end + 4, bytes.count), in: bytes), entries)
      }
      return Fences.find(in: bytes, from: start).map { ($0, nil) }
        ?? (Fences(header: start..<start, bodyStart: 0), nil)
    }
    guard let (fences, entries) = found ?? nil else { return (nil, 0, .success([])) }
    guard fences.bodyStart > 0 else {
      let problem = Problem(
        "the front matter has no closing ---", at: .init("", line: 1),
        hint: "End it with a line that holds only ---")
      return (nil, 0, .failure(problem))
    }
    if let entries { return (fences.header, fences.bodyStart, .success(entries)) }
    return (fences.header, fences.bodyStart, YamlHeader.read(text, fences.header))
  }
}

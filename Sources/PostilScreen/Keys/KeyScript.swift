public import PostilCore

/// Keys written down, to be pressed again.
///
/// A line holds keys as key files write them, `j t s <Enter>`; `type 2026-03-31` types the words
/// behind it, `size 80x24` says for which screen they are meant. `# ` begins a comment, at the start of a line or after two blanks. In a file with
/// `===` heads (a session with its screens) only those with `keys`, `type` and `size` count.
public struct KeyScript: Hashable, Sendable {
  /// Every key, in order.
  public let keys: [Key]
  /// The screen they are meant for: labels and pages depend on it; nil for any.
  public let size: Size?

  /// Reads a script; `file` is what problems call it.
  ///
  /// - Throws: when a word is no key, with its line.
  public init(parsing text: String, file: String) throws(Problem) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0.last == 13 ? $0.dropLast() : $0, as: UTF8.self) }
    let head = "=== "
    let isSession = lines.contains { $0.hasPrefix(head) }
    var keys: [Key] = []
    var size: Size?
    for (index, line) in lines.enumerated() {
      let word = line.hasPrefix(head) ? line.dropFirst(head.count) : line[...]
      if word.hasPrefix("size "), let found = Self.size(word.dropFirst(5)) {
        size = found
        continue
      }
      if isSession {
        guard line.hasPrefix(head + "keys ") || line.hasPrefix(head + "type ") else { continue }
        let step = line.dropFirst(head.count)
        keys += try Self.keys(step.hasPrefix("type ") ? step : step.dropFirst(5), index + 1, file)
      } else {
        keys += try Self.keys(Self.bare(line), index + 1, file)
      }
    }
    self.keys = keys
    self.size = size
  }

  /// `80x24`: columns, then rows.
  private static func size(_ word: Substring) -> Size? {
    let numbers = word.split(separator: "x").compactMap { Int($0.filter { $0 != " " }) }
    guard numbers.count == 2, numbers.allSatisfy({ 1...1000 ~= $0 }) else { return nil }
    return Size(rows: numbers[1], columns: numbers[0])
  }

  private static func keys(_ line: Substring, _ number: Int, _ file: String) throws(Problem)
    -> [Key]
  {
    if line.hasPrefix("type ") { return line.dropFirst(5).map(Key.character) }
    var keys: [Key] = []
    for word in line.split(separator: " ") {
      guard let key = Key(named: word) else {
        throw Problem(
          "“\(word)” is no key", at: .init(file, line: number),
          hint: "Write `j t s <Enter>`, or `type ` and the words to type.")
      }
      keys.append(key)
    }
    return keys
  }

  /// A line without its comment.
  private static func bare(_ line: String) -> Substring {
    let line = line[...]
    if line.hasPrefix("# ") || line == "#" { return "" }
    guard !line.hasPrefix("type "), let comment = line.firstRange(of: "  # ") else { return line }
    return line[..<comment.lowerBound]
  }
}

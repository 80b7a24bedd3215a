public import PostilCore

/// Keys written down, to be pressed again.
///
/// A line holds keys as key files write them, `j t s <Enter>`; `type 2026-03-31` types the words
/// behind it. `# ` begins a comment, at the start of a line or after two blanks. In a file with
/// `===` heads (a session with its screens) only `=== keys …` and `=== type …` count.
public struct KeyScript: Hashable, Sendable {
  /// Every key, in order.
  public let keys: [Key]

  /// Reads a script; `file` is what problems call it.
  ///
  /// - Throws: when a word is no key, with its line.
  public init(parsing text: String, file: String) throws(Problem) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0.last == 13 ? $0.dropLast() : $0, as: UTF8.self) }
    let head = "=== "
    let isSession = lines.contains { $0.hasPrefix(head) }
    var keys: [Key] = []
    for (index, line) in lines.enumerated() {
      if isSession {
        guard line.hasPrefix(head + "keys ") || line.hasPrefix(head + "type ") else { continue }
        let step = line.dropFirst(head.count)
        keys += try Self.keys(step.hasPrefix("type ") ? step : step.dropFirst(5), index + 1, file)
      } else {
        keys += try Self.keys(Self.bare(line), index + 1, file)
      }
    }
    self.keys = keys
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

extension Link {
  /// The ids that a Markdown text links to, each with its line counted from 1.
  ///
  /// Code is no link, and neither is what a block quote repeats of others.
  public static func inMarkdown(_ text: String) -> [(id: String, line: Int)] {
    var links: [(String, Int)] = []
    var fence: Substring?
    for (index, line) in BodyLines.split(text).enumerated() {
      let content = BodyLines.content(line).drop { $0 == " " }
      let marks = content.prefix { $0 == content.first }
      let isFence = marks.count >= 3 && (marks.first == "`" || marks.first == "~")
      if let open = fence {
        if isFence, marks.hasPrefix(open) { fence = nil }
      } else if isFence {
        fence = marks
      } else if marks.first != ">" {
        links += all(in: withoutCode(content)).map { ($0.id, index + 1) }
      }
    }
    return links
  }

  /// The line without its code spans.
  private static func withoutCode(_ line: Substring) -> String {
    // Looking for the ends of code spans is quadratic at worst; nobody writes such lines by hand.
    guard line.utf8.count < 10_000, line.contains("`") else { return String(line) }
    var result = ""
    var rest = line
    while let start = rest.firstIndex(of: "`") {
      let marks = rest[start...].prefix { $0 == "`" }
      let inner = rest[marks.endIndex...]
      guard let end = closing(marks.count, in: inner) else {
        result += rest[..<marks.endIndex]
        rest = inner
        continue
      }
      result += rest[..<start]
      rest = rest[end...]
    }
    return result + rest
  }

  /// The end of the run of exactly `count` backticks that closes a code span.
  private static func closing(_ count: Int, in text: Substring) -> Substring.Index? {
    var rest = text
    while let start = rest.firstIndex(of: "`") {
      let marks = rest[start...].prefix { $0 == "`" }
      if marks.count == count { return marks.endIndex }
      rest = rest[marks.endIndex...]
    }
    return nil
  }
}

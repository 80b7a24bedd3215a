import PostilCore

/// A thread in one Markdown file, as clippers write it: the posts with `---` between them, each
/// with its address on the last line.
///
/// A rule between parts without such addresses is a rule inside one post.
struct MarkdownThread {
  struct Part {
    var text: String
    var url: String
  }

  let parts: [Part]

  /// Nil when a body is one post.
  init?(_ body: String) {
    var blocks: [[Substring]] = [[]]
    var isFenced = false
    for bytes in body.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = PasteLine(String(Substring(bytes)))
      if line.isFence { isFenced.toggle() }
      // Words right above dashes are a heading.
      let isBelowWords = blocks.last?.last.map { !TextLines.isBlank(Array($0.utf8)[...]) } ?? false
      if !isFenced, line.words == "---", !isBelowWords {
        blocks.append([])
      } else {
        blocks[blocks.count - 1].append(Substring(bytes))
      }
    }
    guard blocks.count > 1 else { return nil }
    var parts: [Part] = []
    for block in blocks {
      guard let part = Self.part(block) else { return nil }
      parts.append(part)
    }
    guard Set(parts.map(\.url)).count == parts.count else { return nil }
    self.parts = parts
  }

  /// What front matter says of the post at an address: of others than its own it names the author
  /// at most.
  static func record(_ columns: [String], _ fields: [String], at url: String?) -> LooseRecord {
    let given = LooseRecord(columns: columns, fields: fields)
    guard let url, let status = StatusURL(url),
      !given.all(.url).contains(where: { StatusURL($0)?.id == status.id })
    else { return given }
    var own: [RecordField] = [.url, .date, .id, .likes, .reposts, .replies, .views, .title]
    var added = [("url", url)]
    let author = given.first(.handle)?.drop { $0 == "@" }.lowercased()
    if let handle = status.handle, handle.lowercased() != author {
      own += [.handle, .name]
      added.append(("handle", handle))
    }
    let names = Set(own.flatMap(\.aliases))
    let kept = columns.indices.filter { !names.contains(columns[$0]) }
    return LooseRecord(
      columns: kept.map { columns[$0] } + added.map(\.0),
      fields: kept.map { fields[$0] } + added.map(\.1))
  }

  /// What was written between the frame that a clipper puts around it.
  private static func part(_ lines: [Substring]) -> Part? {
    var lines = trimmed(lines[...])
    guard let last = lines.popLast(), let status = address(in: last) else { return nil }
    if let first = lines.first, first.hasPrefix("!["), lines.count > 1,
      lines[lines.startIndex + 1].contains("([@")
    {
      lines = lines.dropFirst(2)
    }
    return Part(text: trimmed(lines).joined(separator: "\n"), url: status.canonical)
  }

  /// The address of a post that is all of a line, bare or as a link.
  private static func address(in line: Substring) -> StatusURL? {
    let words = TrimmedText.both(of: line)
    guard words.hasPrefix("["), words.hasSuffix(")"), let middle = words.firstRange(of: "](") else {
      return StatusURL(words)
    }
    return StatusURL(words[middle.upperBound...].dropLast())
  }

  private static func trimmed(_ lines: ArraySlice<Substring>) -> ArraySlice<Substring> {
    func isWritten(_ line: Substring) -> Bool { !TextLines.isBlank(Array(line.utf8)[...]) }
    guard let first = lines.firstIndex(where: isWritten),
      let last = lines.lastIndex(where: isWritten)
    else { return [] }
    return lines[first...last]
  }
}

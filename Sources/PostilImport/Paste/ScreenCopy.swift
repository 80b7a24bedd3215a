import PostilCore

/// Posts copied from the pages of x.com: `Name ⏎ @handle ⏎ · ⏎ Jul 25 ⏎ text ⏎ 5.9K ⏎ 8.2K`.
enum ScreenCopy {
  struct Header {
    /// The line of the name, from 0.
    var line: Int
    /// How many lines the header takes.
    var count: Int
    var about: SplitDraft.Attribution
  }

  static func headers(in lines: [PasteLine]) -> [Header] {
    var headers: [Header] = []
    for line in lines.indices where line + 2 < lines.count {
      let handle = lines[line + 1].words
      guard !lines[line].isBlank, isHandle(handle) else { continue }
      let hasDot = lines[line + 2].words == "·"
      let date = line + (hasDot ? 3 : 2)
      guard date < lines.count, isDate(lines[date].words) else { continue }
      var about = SplitDraft.Attribution(author: handle)
      about.name = lines[line].words
      let reading = DateReader.read(lines[date].words)
      about.posted = reading.moment
      about.postedRaw = reading.moment == nil ? reading.raw : nil
      headers.append(Header(line: line, count: date - line + 1, about: about))
    }
    return headers
  }

  /// Header lines, and at the ends of posts the counts and buttons of the page.
  static func furniture(in lines: [PasteLine], _ headers: [Header]) -> Set<Int> {
    var dropped: Set<Int> = []
    for (index, header) in headers.enumerated() {
      let text = header.line + header.count
      dropped.formUnion(header.line..<text)
      let end = index + 1 < headers.count ? headers[index + 1].line : lines.count
      for line in stride(from: end - 1, through: text, by: -1) where !lines[line].isBlank {
        guard isFurniture(lines[line].words) else { break }
        dropped.insert(line)
      }
    }
    return dropped
  }

  private static func isHandle(_ words: String) -> Bool {
    words.hasPrefix("@") && 2...16 ~= words.utf8.count
      && words.unicodeScalars.dropFirst().allSatisfy(PasteLine.isHandle)
  }

  /// `2h`, `Jul 25`, `Sep 16, 2025`: how a timeline dates posts.
  private static func isDate(_ words: String) -> Bool {
    let parts = words.split(separator: " ")
    if parts.count == 1 {
      return words.utf8.count <= 4 && words.first?.isNumber == true
        && ["s", "m", "h", "d"].contains(words.last)
    }
    return (2...3).contains(parts.count) && DateReader.month(parts[0]) != nil
      && Int(parts[1].filter { $0 != "," }) != nil
  }

  private static func isFurniture(_ words: String) -> Bool {
    buttons.contains(words) || words == "·" || isCount(words)
  }

  /// `53`, `8.2K`, `1,204`, `3.4M Views`.
  private static func isCount(_ words: String) -> Bool {
    let number = words.hasSuffix(" Views") ? words.dropLast(6) : words[...]
    let digits = number.last.map { "KMB".contains($0) } == true ? number.dropLast() : number
    return !digits.isEmpty && digits.utf8.count <= 7 && digits.first?.isNumber == true
      && digits.utf8.allSatisfy { 48...57 ~= $0 || $0 == 44 || $0 == 46 }
  }

  private static let buttons: Set<String> = [
    "Show more", "Quote", "Show this thread", "Translate post", "Post your reply", "Views",
    "Read more on X", "Upgrade to Premium", "View keyboard shortcuts",
    "Want to publish your own Article?",
  ]
}

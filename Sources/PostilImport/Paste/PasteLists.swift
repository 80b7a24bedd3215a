/// Where a pasted text lists things, and where its lines are very long: what tells a post that is
/// more than a few sentences.
struct PasteLists {
  /// Lines of lists that have an emoji for a bullet: three or more in a row with the same one.
  let emojiItems: Set<Int>
  /// For each line and the end: code points of listed lines before it, with their ends.
  private var listed = [0]
  /// For each line and the end: how many lines before it are longer than two ordinary posts.
  private var long = [0]

  init(_ lines: [PasteLine]) {
    emojiItems = Self.emojiItems(lines)
    for (number, line) in lines.enumerated() {
      let isListed = line.isItem || line.isLabelledLink || emojiItems.contains(number)
      listed.append(listed[number] + (isListed ? line.count + 1 : 0))
      long.append(long[number] + (line.count > 2 * PasteLayout.limit ? 1 : 0))
    }
  }

  /// Code points of bullets, numbered lines and labelled links.
  func listed(in lines: ClosedRange<Int>) -> Int {
    listed[lines.upperBound + 1] - listed[lines.lowerBound]
  }

  /// Whether a line shows that its author was not held to the length of an ordinary post.
  func holdsLongLine(in lines: ClosedRange<Int>) -> Bool {
    long[lines.upperBound + 1] > long[lines.lowerBound]
  }

  private static func emojiItems(_ lines: [PasteLine]) -> Set<Int> {
    var found: Set<Int> = []
    var start = 0
    while start < lines.count {
      var end = start + 1
      if let emoji = lines[start].emoji {
        while end < lines.count, lines[end].emoji == emoji { end += 1 }
        if end - start >= 3 { found.formUnion(start..<end) }
      }
      start = end
    }
    return found
  }
}

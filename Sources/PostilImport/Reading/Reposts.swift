import PostilCore

extension Post {
  /// Makes it the repost of a post that is known whole: its words are the other author's.
  mutating func describeRepost(of original: Post) {
    labelReposter()
    repostOf = original.id.isEmpty ? original.author : original.id
    text = original.text
    author = original.author
    name = original.name
    (links, media, quotes, state) = (
      original.links, original.media, original.quotes, original.state
    )
  }

  /// Makes it a repost if its text says so, `RT @x: …`; `source` is the original's id, if known.
  mutating func describeRepost(source: String? = nil) {
    guard text.hasPrefix("RT @") else { return }
    let handle = text.unicodeScalars.dropFirst(4).prefix(while: PasteLine.isHandle)
    guard !handle.isEmpty, text.unicodeScalars.dropFirst(4 + handle.count).first == ":" else {
      return
    }
    labelReposter()
    author = "@" + String(handle)
    name = nil
    repostOf = source.map { "x-" + $0 } ?? author
    if text.isCut { state = "truncated" }
  }

  private mutating func labelReposter() {
    if let author { labels.append("reposted by \(author)") }
  }
}

extension String {
  /// Ends in dots as X puts them where it cuts a text, or in such dots and links.
  var isCut: Bool {
    var words = split { $0.isWhitespace }[...]
    while let last = words.last, last.hasPrefix("http"), !last.hasSuffix("…") { words.removeLast() }
    return words.last?.hasSuffix("…") ?? false
  }
}

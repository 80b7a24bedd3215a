/// Words of a record as a status line names it.
enum Excerpt {
  /// `«Gross margin was 73.4%…»`: the first 32 characters of one line.
  static func of(_ text: String) -> String {
    let line = text.split(maxSplits: 64, whereSeparator: \.isWhitespace).prefix(64)
      .joined(separator: " ")
    return "«" + (line.count > 32 ? line.prefix(31).trimmingBlanks + "…" : line) + "»"
  }

  /// The beginning of a text on one line, for where there may be room for more: 200 characters.
  static func line(of text: String) -> String {
    let line = text.split(maxSplits: 64, whereSeparator: \.isWhitespace).prefix(64)
      .joined(separator: " ")
    return line.count > 200 ? line.prefix(199).trimmingBlanks + "…" : line
  }

  /// The words of several spans.
  static func of(_ quotes: [String]) -> String { of(quotes.joined(separator: " … ")) }

  static func of(_ claim: Claim) -> String {
    of(claim.title ?? claim.quotes.first ?? claim.id)
  }

  static func of(_ post: Post) -> String {
    of(post.title ?? (post.text.isEmpty ? post.id : post.text))
  }
}

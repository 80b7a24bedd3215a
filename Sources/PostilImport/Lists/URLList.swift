import PostilCore

/// Addresses and nothing else, as some scripts and Mastodon's bookmarks give them.
///
/// Each becomes a stub that takes its words when another source has them.
enum URLList: Importer {
  static let name = "urls"
  static let summary = "A list of addresses, one to a line: stubs of posts and pages."
  static let example = "postil import bookmarks.csv"

  static func recognises(_ source: Source) -> Bool {
    let bytes = DecodedText(source.head).bytes
    var count = 0
    for line in TextLines.ranges(of: bytes) {
      let words = TrimmedText.both(of: bytes[TextLines.withoutTerminator(bytes, line)].string)
      if words.isEmpty { continue }
      // The last line of a long list is cut at the end of the head.
      if line.upperBound == bytes.count, source.head.count >= Source.headSize { break }
      guard isAddress(words) else { return false }
      count += 1
    }
    return count > 0
  }

  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
  {
    let decoded = DecodedText(try source.whole())
    if let warning = decoded.warning { intake.warn(warning, at: source.place()) }
    for (number, line) in TextLines.ranges(of: decoded.bytes).enumerated() {
      let content = decoded.bytes[TextLines.withoutTerminator(decoded.bytes, line)]
      let words = TrimmedText.both(of: content.string)
      if words.isEmpty { continue }
      guard isAddress(words) else {
        intake.skip("no address", at: source.place(number + 1))
        continue
      }
      var post = stub(words)
      post.via = ["\(source.label):\(number + 1)"]
      post.fill(options)
      try intake.add(post)
    }
  }

  private static func stub(_ address: String) -> Post {
    if isOnFediverse(address) { return ActivityPub.stub(address) }
    var post = SavedPage.post(address, title: nil, saved: nil, tags: [])
    // However the address was written: two lists have the same stub.
    if post.platform == "x" { post.text = post.url ?? address }
    return post
  }

  /// `https://host/users/ada/statuses/1` and `https://host/@ada/1`.
  private static func isOnFediverse(_ address: String) -> Bool {
    guard StatusURL(address) == nil, let scheme = address.firstRange(of: "://") else {
      return false
    }
    let parts = address[scheme.upperBound...].split(separator: "/")
    let number = parts.last.map { $0.utf8.count >= 10 && $0.utf8.allSatisfy { 48...57 ~= $0 } }
    guard number == true else { return false }
    return parts.count == 5 && parts[1] == "users" && parts[3] == "statuses"
      || parts.count == 3 && parts[1].hasPrefix("@")
  }

  private static func isAddress(_ words: String) -> Bool {
    WebAddress.isWeb(words) && words.utf8.count > 10 && words.utf8.count < 4_096
      && !words.contains(where: \.isWhitespace) && !words.contains(",") && !words.contains("\"")
  }
}

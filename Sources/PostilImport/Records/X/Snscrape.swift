import PostilCore

/// Posts as snscrape writes them, one a line.
enum Snscrape: RecordFormat {
  static let name = "snscrape"
  static let summary = "snscrape --jsonl, and tables made of it."
  static let example = "postil import text-query-tweets.json"

  static func recognises(_ record: JSONValue) -> Bool {
    if record["_type"]?.text?.hasPrefix("snscrape.modules.twitter") == true {
      return record.has("content") || record.has("rawContent")
    }
    return record.has("tcooutlinks") || record.has("renderedContent") && record.has("url")
      || record.has("inReplyToTweetId", "date") && record.number("id_str") == nil
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    if let post = post(record, into: &yield, depth: 0) {
      yield.add(post)
    } else {
      yield.skip("a post without id or text")
    }
  }

  private static func post(_ record: JSONValue, into yield: inout RecordYield, depth: Int) -> Post?
  {
    let address = record["url"]?.text ?? record["link"]?.text
    guard depth < 4, let id = record.number("id") ?? address.flatMap({ StatusURL($0)?.id }),
      // What is rendered shows links cut off with dots.
      let raw = record.first("rawContent", "content", "renderedContent")
    else { return nil }
    var post = Post(id: "", text: raw)
    let user = record["user"] ?? .null
    let handle =
      user["username"]?.text ?? record["username"]?.text
      ?? address.flatMap { StatusURL($0)?.handle }
    post.author = handle.map { "@" + $0 }
    post.name = user.first("displayname", "displayName")
    if let date = record["date"]?.words { post.date(DateReader.read(date)) }
    post.identify(x: id, handle: handle)
    let links = links(record)
    post.links = links.compactMap(\.full)
    post.text = LinkExpansion.expand(raw, links, isEscaped: true)
    post.media = PlainMedia.addresses(record["media"])
    post.lang = XText.lang(record["lang"]?.text)
    post.replyTo = record.number("inReplyToTweetId").map { "x-" + $0 }
    post.thread = record.number("conversationId").map { "x-" + $0 }
      .flatMap { $0 == post.id ? nil : $0 }
    ScrapedPost.complete(&post, with: record, into: &yield) { record, yield in
      self.post(record, into: &yield, depth: depth + 1)
    }
    return post
  }

  /// Pairs of lists in older files, objects in newer ones.
  private static func links(_ record: JSONValue) -> [LinkExpansion.Link] {
    let objects = record["links"]?.elements ?? []
    if !objects.isEmpty {
      return objects.prefix(500).compactMap { link in
        guard let short = link["tcourl"]?.text, let full = link["url"]?.text else { return nil }
        var range: Range<Int>?
        if let start = link["indices"]?[0]?.count, let end = link["indices"]?[1]?.count,
          0 <= start, start < end
        {
          range = start..<end
        }
        return LinkExpansion.Link(short: short, full: full, range: range)
      }
    }
    let short = record["tcooutlinks"]?.texts ?? []
    let full = record["outlinks"]?.texts ?? []
    guard short.count == full.count else { return [] }
    return zip(short, full).prefix(500).map { LinkExpansion.Link(short: $0, full: $1) }
  }
}

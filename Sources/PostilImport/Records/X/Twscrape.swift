import PostilCore

/// Posts as twscrape writes them, one a line.
enum Twscrape: RecordFormat {
  static let name = "twscrape"
  static let summary = "twscrape: posts parsed from X, one a line."
  static let example = "twscrape search '$NWND' --limit=200 | postil import -"

  static func recognises(_ record: JSONValue) -> Bool {
    record["rawContent"]?.text != nil && record.number("id_str") != nil
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
    guard depth < 4, let id = record.number("id_str", "id"),
      let raw = record["rawContent"]?.text
    else { return nil }
    var post = Post(id: "", text: raw)
    let handle = record["user", "username"]?.text
    post.author = handle.map { "@" + $0 }
    post.name = record["user", "displayname"]?.text
    if let date = record["date"]?.words { post.date(DateReader.read(date)) }
    post.identify(x: id, handle: handle)
    let links =
      record["links"]?.elements.prefix(500).compactMap { link -> LinkExpansion.Link? in
        guard let short = link["tcourl"]?.text, let full = link["url"]?.text else { return nil }
        return LinkExpansion.Link(short: short, full: full)
      } ?? []
    post.links = links.compactMap(\.full)
    // Long texts arrive as they were written, others as X escapes them.
    post.text = LinkExpansion.expand(raw, links, isEscaped: XText.looksEscaped(raw))
    post.media =
      PlainMedia.addresses(record["media", "photos"])
      + PlainMedia.addresses(record["media", "videos"])
      + (record["media", "animated"]?.elements.compactMap { $0["videoUrl"]?.text } ?? [])
    post.lang = XText.lang(record["lang"]?.text)
    post.replyTo = record.number("inReplyToTweetIdStr", "inReplyToTweetId").map { "x-" + $0 }
    post.thread = record.number("conversationIdStr", "conversationId").map { "x-" + $0 }
      .flatMap { $0 == post.id ? nil : $0 }
    if record["possibly_sensitive"]?.isTrue == true { post.labels.append("sensitive") }
    ScrapedPost.complete(&post, with: record, into: &yield) { record, yield in
      self.post(record, into: &yield, depth: depth + 1)
    }
    return post
  }
}

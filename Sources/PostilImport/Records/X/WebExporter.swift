import PostilCore

/// Posts as the browser extension twitter-web-exporter writes them, as JSON or as a table.
enum WebExporter: RecordFormat {
  static let name = "twitter-web-exporter"
  static let summary = "twitter-web-exporter or Twillot: JSON or CSV of posts, likes and bookmarks."
  static let example = "postil import twitter-Bookmarks-1772360000000.json"

  static func recognises(_ record: JSONValue) -> Bool {
    record.has("id", "full_text", "screen_name", "views_count")
      || record.has("id", "full_text", "screen_name", "media_tags")
      || record.has("id", "full_text", "favorited", "bookmarked")
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    guard let id = record.number("id", "tweet_id"), let words = record["full_text"]?.text else {
      yield.skip(record.has("id") ? "a post without id or text" : "no post")
      return
    }
    // The whole record, when it was exported with all its fields.
    if let post = XWebPost(record["metadata"] ?? .null).post(into: &yield) {
      yield.add(post)
      return
    }
    // Its tables write a line end as two characters.
    let isTable = yield.isTable
    let raw = isTable ? words.replacing("\\n", with: "\n") : words
    var post = Post(id: "", text: HTMLEntities.unescape(raw))
    let handle = record["screen_name"]?.text
    post.author = handle.map { "@" + $0 }
    // Twillot calls them otherwise.
    post.name = record.first("name", "username")
    if let date = record["created_at"]?.words { post.date(DateReader.read(date)) }
    post.identify(x: id, handle: handle)
    post.links = PlainLinks.found(in: post.text).filter { !$0.hasPrefix("https://t.co/") }
    post.media = PlainMedia.addresses(NestedText.value(record["media"] ?? record["media_items"]))
    func link(_ name: String) -> String? {
      let value = NestedText.value(record[name])
      return
        (value?.words.flatMap { Snowflake.isID($0) ? $0 : nil }
        ?? value?.number("rest_id", "id_str", "id")).map { "x-" + $0 }
    }
    post.replyTo = link("in_reply_to")
    post.quotes =
      link("quoted_status")
      ?? record["quoted_tweet"]?.text.flatMap { StatusURL($0) }.map { "x-" + $0.id }
    post.describeRepost(source: link("retweeted_status").map { String($0.dropFirst(2)) })
    if post.repostOf == nil {
      post.likes = record.tally("favorite_count")
      post.reposts = record.tally("retweet_count")
      post.replies = record.tally("reply_count")
      post.quotesCount = record.tally("quote_count")
      post.views = record.tally("views_count")
    }
    post.describeState(isCut: post.state != nil)
    yield.add(post)
  }
}

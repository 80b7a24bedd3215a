import PostilCore

/// Bookmarks of X as browser extensions save them; X itself exports none.
enum XBookmarks: RecordFormat {
  static let name = "x-bookmarks"
  static let summary = "Bookmarks of X saved by a browser extension, CSV or JSON."
  static let example = "postil import twitter-bookmarks.csv"

  static func recognises(_ record: JSONValue) -> Bool {
    record.has("tweet_url", "full_text") || record.has("tweet_url", "tweeted_at")
      || record.has("author_username", "author_name", "text", "url")
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    let note = record["note_tweet_text"]?.text.flatMap { LooseRecord.isNothing($0) ? nil : $0 }
    let status = record.first("tweet_url", "url").flatMap { StatusURL($0) }
    guard let raw = note ?? record.first("full_text", "text"),
      let id = status?.id ?? record.number("id_str", "tweet_id", "id")
    else {
      yield.skip("a bookmark without text or address")
      return
    }
    var post = Post(id: "", text: note ?? HTMLEntities.unescape(raw))
    let handle = record.first("screen_name", "author_username") ?? status?.handle
    post.author = handle.map { "@" + $0.drop { $0 == "@" } }
    post.name = record.first("name", "author_name")
    if let date = record.first("tweeted_at", "created_at") { post.date(DateReader.read(date)) }
    post.identify(x: id, handle: handle.map { String($0.drop { $0 == "@" }) })
    post.links = PlainLinks.found(in: post.text).filter { !$0.hasPrefix("https://t.co/") }
    post.media = PlainMedia.addresses(NestedText.value(record["media"]))
    post.lang = XText.lang(record["lang"]?.text)
    post.describeRepost()
    if post.repostOf == nil { count(record, into: &post) }
    post.describeState(isCut: post.state != nil)
    yield.add(post)
  }

  /// Extensions write 0 where they do not know.
  private static func count(_ record: JSONValue, into post: inout Post) {
    let counts = [
      record.tally("like_count"), record.tally("retweet_count"), record.tally("reply_count"),
    ]
    guard counts.contains(where: { ($0 ?? 0) > 0 }) else { return }
    (post.likes, post.reposts, post.replies) = (counts[0], counts[1], counts[2])
  }
}

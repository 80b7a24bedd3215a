import PostilCore

/// A post as version 1.1 of X's API writes it; streams, searches and the web pages build on it.
struct XStatus {
  private let tweet: JSONValue
  /// Who wrote it, where the record keeps that elsewhere.
  private let user: JSONValue?

  init(_ tweet: JSONValue, user: JSONValue? = nil) {
    self.tweet = tweet
    self.user = user ?? tweet["user"]
  }

  static func recognises(_ record: JSONValue) -> Bool {
    guard record["full_text"]?.text != nil || record["text"]?.text != nil,
      record.number("id_str", "id") != nil
    else { return false }
    return record["user", "screen_name"] != nil
      || record.has("created_at", "entities", "retweet_count")
      || record.has("full_text", "entities", "id_str")
  }

  /// The post, nil without id or text; those that it repeats or quotes are embedded.
  func post(into yield: inout RecordYield, depth: Int = 0) -> Post? {
    guard depth < 4, let id = tweet.number("id_str", "id") else { return nil }
    // Posts of more than 140 characters were cut for old programs, with the whole text inside.
    let whole = tweet["extended_tweet", "full_text"]?.text
    guard let raw = whole ?? tweet["full_text"]?.text ?? tweet["text"]?.text else { return nil }
    var post = Post(id: "", text: raw)
    let handle = user?["screen_name"]?.text
    post.author = handle.map { "@" + $0 }
    post.name = user?["name"]?.text
    if let date = tweet.first("created_at", "timestamp_ms") { post.date(DateReader.read(date)) }
    post.identify(x: id, handle: handle)
    let entities = XEntities(whole == nil ? tweet : tweet["extended_tweet"] ?? tweet, own: id)
    post.text = LinkExpansion.expand(raw, entities.links, isEscaped: true)
    post.links = entities.urls
    post.media = entities.media
    post.lang = XText.lang(tweet["lang"]?.text)
    relate(&post)
    if let original = tweet["retweeted_status"],
      let repeated = XStatus(original).post(into: &yield, depth: depth + 1)
    {
      yield.embed(repeated)
      post.describeRepost(of: repeated)
      return post
    }
    if let quoted = tweet["quoted_status"] {
      yield.embed(XStatus(quoted).post(into: &yield, depth: depth + 1))
    }
    post.describeRepost(source: nil)
    if post.repostOf == nil { count(&post) }
    post.describeState(
      isCut: post.state != nil || tweet["truncated"]?.isTrue == true && whole == nil)
    return post
  }

  private func relate(_ post: inout Post) {
    let parent = tweet.number("in_reply_to_status_id_str", "in_reply_to_status_id")
    post.replyTo = parent.map { "x-" + $0 }
    let root = tweet.number("conversation_id_str", "conversation_id")
    post.thread = root.map { "x-" + $0 }.flatMap { $0 == post.id ? nil : $0 }
    let quoted =
      tweet.number("quoted_status_id_str", "quoted_status_id")
      ?? tweet["quoted_status"]?.number("id_str", "id")
    post.quotes = quoted.map { "x-" + $0 }
    if tweet["possibly_sensitive"]?.isTrue == true { post.labels.append("sensitive") }
  }

  private func count(_ post: inout Post) {
    post.likes = tweet.tally("favorite_count")
    post.reposts = tweet.tally("retweet_count")
    post.replies = tweet.tally("reply_count")
    post.quotesCount = tweet.tally("quote_count")
  }
}

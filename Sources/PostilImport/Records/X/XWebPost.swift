import PostilCore

/// A post of X's web pages: parts of version 1.1 under `legacy`, newer ones around it.
struct XWebPost {
  private let tweet: JSONValue

  /// Posts with limited visibility lie one level deeper.
  init(_ result: JSONValue) {
    tweet = result["tweet"] ?? result
  }

  func post(into yield: inout RecordYield, depth: Int = 0) -> Post? {
    guard depth < 4, let id = tweet.number("rest_id"), let legacy = tweet["legacy"],
      let raw = legacy["full_text"]?.text
    else { return nil }
    var post = Post(id: "", text: raw)
    let user = tweet["core", "user_results", "result"] ?? .null
    // The names moved from `legacy` to `core` in 2025.
    let handle = user["core", "screen_name"]?.text ?? user["legacy", "screen_name"]?.text
    post.author = handle.map { "@" + $0 }
    post.name = user["core", "name"]?.text ?? user["legacy", "name"]?.text
    if let date = legacy["created_at"]?.text { post.date(DateReader.read(date)) }
    post.identify(x: id, handle: handle)
    read(raw, legacy, id, into: &post)
    relate(&post, legacy)
    if let original = legacy["retweeted_status_result", "result"]
      ?? tweet["retweeted_status_result", "result"],
      let repeated = XWebPost(original).post(into: &yield, depth: depth + 1)
    {
      yield.embed(repeated)
      post.describeRepost(of: repeated)
      return post
    }
    if let quoted = tweet["quoted_status_result", "result"] {
      let embedded = XWebPost(quoted).post(into: &yield, depth: depth + 1)
      yield.embed(embedded)
      post.quotes = embedded?.id ?? post.quotes
    }
    count(&post, legacy)
    post.describeState(isCut: false)
    readArticle(into: &post)
    return post
  }

  /// Long texts are not escaped, cut ones are.
  private func read(_ raw: String, _ legacy: JSONValue, _ id: String, into post: inout Post) {
    let short = XEntities(legacy, own: id)
    post.media = short.media
    post.lang = XText.lang(legacy["lang"]?.text)
    if let note = tweet["note_tweet", "note_tweet_results", "result"],
      let text = note["text"]?.text
    {
      let long = XEntities(
        .object([.init(name: "entities", value: note["entity_set"] ?? .null)]), own: id)
      post.text = LinkExpansion.expand(
        text, long.links + short.links.filter { $0.full == nil }, isEscaped: false)
      post.links = long.urls
    } else {
      post.text = LinkExpansion.expand(raw, short.links, isEscaped: true)
      post.links = short.urls
    }
  }

  /// The text of an article's post is only its short link.
  private func readArticle(into post: inout Post) {
    guard let article = tweet["article", "article_results", "result"],
      let title = article["title"]?.text
    else { return }
    post.title = title
    let words = article["plain_text"]?.text ?? article["preview_text"]?.text
    let isBare = post.text.split { $0.isWhitespace }.allSatisfy { $0.hasPrefix("http") }
    guard isBare else { return }
    post.text = [title, words].compactMap { $0 }.joined(separator: "\n\n")
    if article["plain_text"]?.text == nil { post.state = "truncated" }
  }

  private func relate(_ post: inout Post, _ legacy: JSONValue) {
    post.replyTo = legacy.number("in_reply_to_status_id_str").map { "x-" + $0 }
    post.thread = legacy.number("conversation_id_str").map { "x-" + $0 }
      .flatMap { $0 == post.id ? nil : $0 }
    post.quotes = legacy.number("quoted_status_id_str").map { "x-" + $0 }
    if legacy["possibly_sensitive"]?.isTrue == true { post.labels.append("sensitive") }
  }

  private func count(_ post: inout Post, _ legacy: JSONValue) {
    post.likes = legacy.tally("favorite_count")
    post.reposts = legacy.tally("retweet_count")
    post.replies = legacy.tally("reply_count")
    post.quotesCount = legacy.tally("quote_count")
    post.views = tweet["views", "count"]?.count
  }
}

import PostilCore

/// A post as version 2 of X's API writes it.
struct XPost2 {
  private let tweet: JSONValue
  private let context: XIncludes

  init(_ tweet: JSONValue, _ context: XIncludes) {
    self.tweet = tweet
    self.context = context
  }

  func post(into yield: inout RecordYield, depth: Int = 0) -> Post? {
    guard depth < 4, let id = tweet.number("id"), let short = tweet["text"]?.text else {
      return nil
    }
    let note = tweet["note_tweet", "text"]?.text
    let raw = note ?? short
    var post = Post(id: "", text: raw)
    let author = context.author(of: tweet)
    let handle = author?["username"]?.text
    post.author = handle.map { "@" + $0 }
    post.name = author?["name"]?.text
    if let date = tweet["created_at"]?.text { post.date(DateReader.read(date)) }
    post.identify(x: versions.last ?? id, handle: handle)
    post.lang = XText.lang(tweet["lang"]?.text)
    // Long texts have places of their own.
    let source =
      tweet["note_tweet", "entities"].map { note == nil ? tweet["entities"] : $0 }
      ?? tweet["entities"]
    let links = links(source ?? .null)
    post.text = LinkExpansion.expand(
      raw, links, isEscaped: note == nil || XText.looksEscaped(raw))
    for case let full? in links.map(\.full) where !post.links.contains(full) {
      post.links.append(full)
    }
    post.media = context.media(of: tweet).compactMap(Self.address)
    relate(&post, into: &yield, depth)
    return post
  }

  /// Ids of all versions, oldest first.
  private var versions: [String] {
    (tweet["edit_history_tweet_ids"]?.elements ?? []).compactMap(\.words)
      .filter { Snowflake.isID($0) }
  }

  private func links(_ entities: JSONValue) -> [LinkExpansion.Link] {
    let own = Set(versions + [tweet.number("id") ?? ""])
    var seen: Set<String> = []
    return (entities["urls"]?.elements.prefix(500) ?? []).compactMap { url in
      guard let short = url["url"]?.text, seen.insert(short + (url["start"]?.words ?? "")).inserted
      else { return nil }
      let full = url["unwound_url"]?.text ?? url["expanded_url"]?.text
      let isOwn = full.flatMap { StatusURL($0) }.map { own.contains($0.id) } ?? false
      var range: Range<Int>?
      if let start = url["start"]?.count, let end = url["end"]?.count, 0 <= start, start < end {
        range = start..<end
      }
      // Media have a key; their address is no link of the author's.
      if isOwn || url["media_key"] != nil { return LinkExpansion.Link(short: short, range: range) }
      return LinkExpansion.Link(short: short, full: full ?? short, range: range)
    }
  }

  private func relate(_ post: inout Post, into yield: inout RecordYield, _ depth: Int) {
    let root = tweet.number("conversation_id").map { "x-" + $0 }
    post.thread = root.flatMap { $0 == post.id ? nil : $0 }
    if tweet["possibly_sensitive"]?.isTrue == true { post.labels.append("sensitive") }
    var original: Post?
    var repeats: String?
    for reference in tweet["referenced_tweets"]?.elements ?? [] {
      guard let id = reference.number("id") else { continue }
      let other = reference["text"] == nil ? context.tweet(id) : reference
      let post2 = other.flatMap { XPost2($0, context).post(into: &yield, depth: depth + 1) }
      // Of a page, everything it refers to is taken once, as the list that it is.
      if reference["text"] != nil { yield.embed(post2) }
      switch reference["type"]?.text {
      case "replied_to": post.replyTo = "x-" + id
      case "quoted": post.quotes = post2?.id ?? "x-" + id
      case "retweeted":
        original = post2
        repeats = id
      default: break
      }
    }
    if let original {
      post.describeRepost(of: original)
      return
    }
    post.describeRepost(source: repeats)
    if post.repostOf == nil { count(&post) }
    let isWithheld = tweet["withheld", "copyright"]?.isTrue == true
    if isWithheld { post.state = "placeholder" }
    post.describeState(isCut: post.state == "truncated")
  }

  private func count(_ post: inout Post) {
    let metrics = tweet["public_metrics"] ?? .null
    post.likes = metrics.tally("like_count")
    post.reposts = metrics.tally("retweet_count", "repost_count")
    post.replies = metrics.tally("reply_count")
    post.quotesCount = metrics.tally("quote_count")
    post.views = metrics.tally("impression_count")
  }

  private static func address(_ media: JSONValue) -> String? {
    let films = media["variants"]?.elements ?? []
    let best = films.max { ($0["bit_rate"]?.count ?? -1) < ($1["bit_rate"]?.count ?? -1) }
    return best?["url"]?.text ?? media["url"]?.text ?? media["preview_image_url"]?.text
  }
}

import PostilCore

/// Rows of tables made of Reddit: `title,score,id,url,comms_num,created,body,timestamp` and the like.
enum RedditTable {
  static func recognises(_ record: JSONValue) -> Bool {
    if record.has("title", "score", "id", "comms_num") { return true }
    if record.has("title", "selftext", "score") { return true }
    // What Reddit gives people of their own: posts and comments, each in a table.
    if record.has("permalink", "subreddit", "gildings", "body") { return true }
    if record["platform"]?.text == "reddit" { return true }
    let address = record.first("permalink", "url", "link") ?? ""
    return record.has("title", "score") && record.has("id")
      && (address.contains("reddit.com/") || address.contains("redd.it/"))
  }

  static func read(_ row: JSONValue, into yield: inout RecordYield) {
    let title = row["title"]?.text
    let body = row.first("selftext", "body", "text", "content").flatMap {
      LooseRecord.isNothing($0) ? nil : $0
    }
    let parts = [title, body.flatMap { $0 == title ? nil : $0 }].compactMap { $0 }
    guard !parts.isEmpty else {
      yield.skip("neither title nor text")
      return
    }
    var post = Post(id: "", text: HTMLEntities.unescape(parts.joined(separator: "\n\n")))
    post.platform = "reddit"
    post.title = title.map(HTMLEntities.unescape)
    let isComment =
      row.has("parent_id") || row.has("gildings", "parent") || row["type"]?.text == "comment"
    if let name = row.first("name", "id", "post_id", "comment_id")
      .flatMap({ RedditName($0, kind: isComment ? "t1" : "t3") })
    {
      post.id = "rd-" + name.text
    }
    post.author = row.first("author", "username").flatMap {
      LooseRecord.isNothing($0) || $0 == "[deleted]" ? nil : "@" + $0
    }
    // `timestamp` is the clock of whoever made the table; the seconds are UTC.
    let dates = ["created_utc", "created", "created_at", "timestamp", "date"]
      .compactMap { row[$0]?.words }.map(DateReader.read)
    if let date = dates.first(where: { $0.moment != nil && $0.precision == nil }) ?? dates.first {
      post.date(date)
    }
    let path = row["permalink"]?.text.map { $0.hasPrefix("/") ? "https://www.reddit.com" + $0 : $0 }
    let address = row.first("url", "link")
    let isOwn = address.map { $0.contains("reddit.com/r/") && $0.contains("/comments/") } ?? false
    let code = post.id.isEmpty ? nil : post.id.split(separator: "_").last.map(String.init)
    post.url =
      path ?? (isOwn ? address : code.map { "https://www.reddit.com/comments/\($0)" } ?? address)
    post.links = [address].compactMap { $0 }.filter {
      $0 != post.url && !isOwn && $0.hasPrefix("http")
    }
    post.links += PlainLinks.found(in: post.text).filter { !post.links.contains($0) }
    post.likes = row.tally("score", "ups")
    post.replies = row.tally("comms_num", "num_comments", "comments")
    if row.has("gildings", "parent") {
      let thread = row["link"]?.text.flatMap(RedditAddress.init).map { address in
        "rd-" + (address.thread ?? address.name).text
      }
      post.thread = thread
      post.replyTo =
        row["parent"]?.text.flatMap { RedditName($0, kind: "t1") }.map { "rd-" + $0.text } ?? thread
    }
    if let place = row["subreddit"]?.text { post.labels.append("r/" + place) }
    yield.add(post)
  }
}

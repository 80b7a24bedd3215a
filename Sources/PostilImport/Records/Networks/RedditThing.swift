import PostilCore

/// One post (`t3`) or comment (`t1`) of Reddit.
struct RedditThing {
  private let data: JSONValue
  private let isComment: Bool

  init(_ data: JSONValue, kind: String? = nil) {
    self.data = data
    isComment = kind == "t1" || kind == nil && data["body"] != nil && data["title"] == nil
  }

  /// Nil without an id, or without title and text.
  func post(into yield: inout RecordYield, depth: Int = 0) -> Post? {
    guard let name = name, isComment ? data["body"] != nil : data["title"] != nil else {
      return nil
    }
    let body = HTMLEntities.unescape(data[isComment ? "body" : "selftext"]?.text ?? "")
    let title = data["title"]?.text.map(HTMLEntities.unescape)
    let isGone = ["[removed]", "[deleted]"].contains(body)
    // A link post has only its title; what a removed one said is not known.
    let words = isComment ? [body] : [title ?? "", isGone ? "" : body]
    var post = Post(
      id: "rd-" + name, text: words.filter { !$0.isEmpty }.joined(separator: "\n\n"))
    if isGone {
      post.state = "placeholder"
      if !isComment { post.text += "\n\n" + body }
    }
    post.platform = "reddit"
    post.title = isComment ? nil : title
    post.author = data["author"]?.text.flatMap { $0 == "[deleted]" ? nil : "@" + $0 }
    if let date = data["created_utc"]?.words { post.date(DateReader.read(date)) }
    describe(&post)
    if let parent = data["crosspost_parent_list"]?[0], depth < 3 {
      let original = RedditThing(parent, kind: "t3").post(into: &yield, depth: depth + 1)
      yield.embed(original)
      post.repostOf = original?.id
    } else if let parent = data["crosspost_parent"]?.text {
      post.repostOf = RedditName(parent).map { "rd-" + $0.text }
    }
    return post
  }

  private var name: String? {
    if let name = data["name"]?.text, let known = RedditName(name) { return known.text }
    return data["id"]?.text.flatMap { RedditName($0, kind: isComment ? "t1" : "t3")?.text }
  }

  /// The pictures of a gallery, in its order.
  private var gallery: [String] {
    (data["gallery_data", "items"]?.elements ?? []).prefix(50).compactMap { item in
      guard let id = item["media_id"]?.text else { return nil }
      return data["media_metadata", id, "s"]?.first("u", "mp4", "gif")
        .map(HTMLEntities.unescape)
    }
  }

  private func describe(_ post: inout Post) {
    if let path = data["permalink"]?.text, path.hasPrefix("/") {
      post.url = "https://www.reddit.com" + path
    } else if isComment, let link = data["link_id"]?.text.flatMap({ RedditName($0) }) {
      post.url = "https://www.reddit.com/comments/\(link.code)/_/\(post.id.dropFirst(6))"
    } else {
      post.url = data["url"]?.text ?? "https://www.reddit.com/comments/\(post.id.dropFirst(6))"
    }
    if isComment {
      post.replyTo = data["parent_id"]?.text.flatMap { RedditName($0) }.map { "rd-" + $0.text }
      post.thread = data["link_id"]?.text.flatMap { RedditName($0) }.map { "rd-" + $0.text }
    } else if data["is_self"]?.isTrue != true,
      let link = data.first("url_overridden_by_dest", "url").map(HTMLEntities.unescape),
      link != post.url, link.hasPrefix("http")
    {
      post.links = [link]
    }
    post.media = gallery
    post.links += PlainLinks.found(in: post.text).filter { !post.links.contains($0) }
    post.likes = data.tally("score", "ups")
    post.replies = data.tally("num_comments")
    if case .instant(let instant)? = data.first("retrieved_on", "retrieved_utc", "_retrieved")
      .flatMap({ DateReader.read($0).moment })
    {
      post.captured = instant
    }
    if let place = data["subreddit"]?.text { post.labels.append("r/" + place) }
    if let flair = data["link_flair_text"]?.text {
      post.labels.append(HTMLEntities.unescape(flair))
    }
    if data["over_18"]?.isTrue == true { post.labels.append("sensitive") }
    if data["edited"].map({ $0.isTrue || ($0.words.flatMap { Double($0) } ?? 0) > 1 }) == true {
      post.labels.append("edited")
    }
  }
}

/// The full name of a thing of Reddit, `t3_s868nd`.
struct RedditName {
  /// `t1`, `t3` and so on.
  let kind: String
  /// What stands behind the underscore, in base 36.
  let code: String

  var text: String { kind + "_" + code }

  /// Reads a full name, or a bare id of a kind; nil for anything else.
  init?(_ text: String, kind: String? = nil) {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].utf8.count == 2, parts[0].hasPrefix("t") {
      self.kind = String(parts[0])
      code = String(parts[1])
    } else if let kind, parts.count == 1 {
      self.kind = kind
      code = text
    } else {
      return nil
    }
    guard 1...13 ~= code.utf8.count,
      code.utf8.allSatisfy({ 48...57 ~= $0 || 97...122 ~= $0 })
    else { return nil }
  }
}

import PostilCore

/// Posts of Bluesky: answers of its API, records of a repository, and events of its stream.
enum Bluesky: RecordFormat {
  static let name = "bluesky"
  static let summary = "Bluesky: feeds, threads and searches of its API, and records."
  static let example = "postil import app.bsky.feed.getAuthorFeed.json"

  static func recognises(_ record: JSONValue) -> Bool {
    isView(record) || isView(record["post"] ?? .null) || isRecord(record) || isEvent(record)
      || record["uri"]?.text?.hasPrefix("at://") == true && record["value"]?.isObject == true
      || record["thread", "post"] != nil
      || lists.contains { name in
        record[name]?.elements.first.map {
          isView($0) || isView($0["post"] ?? .null) || isRecord($0)
        }
          == true
      } || isFlat(record)
  }

  private static let lists = ["feed", "posts", "records"]

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    let before = yield
    walk(record, depth: 0, into: &yield)
    if yield.posts.count == before.posts.count, yield.left == before.left,
      yield.skipped == before.skipped
    {
      yield.skip("no post of Bluesky")
    }
  }

  /// A post as the API shows it.
  private static func isView(_ value: JSONValue) -> Bool {
    value["record", "text"] != nil
      && (value["uri"]?.text?.hasPrefix("at://") == true
        || value["record", "$type"]?.text == "app.bsky.feed.post")
  }

  /// A post as its author's repository holds it.
  private static func isRecord(_ value: JSONValue) -> Bool {
    value["uri"]?.text?.hasPrefix("at://") == true && value["value", "text"] != nil
      || value["$type"]?.text == "app.bsky.feed.post" && value.has("text", "createdAt")
  }

  private static func isEvent(_ value: JSONValue) -> Bool {
    value.has("did")
      && (value["commit", "collection"] != nil
        || value.has("time_us") && (value.has("identity") || value.has("account")))
  }

  /// Rows of collectors.
  private static func isFlat(_ value: JSONValue) -> Bool {
    value.has("text")
      && value.first("post_id", "uri", "at_uri")?.hasPrefix("at://") == true
  }

  private static func walk(_ value: JSONValue, depth: Int, into yield: inout RecordYield) {
    guard depth < 60 else { return }
    if let list = lists.lazy.compactMap({ value[$0] }).first(where: { !$0.elements.isEmpty }) {
      for item in list.elements { walk(item, depth: depth + 1, into: &yield) }
    } else if let thread = value["thread"], thread.isObject {
      walk(thread, depth: depth + 1, into: &yield)
    } else if let post = value["post"], post.isObject {
      if let parent = value["parent"], parent.isObject {
        walk(parent, depth: depth + 1, into: &yield)
      }
      takeItem(value, post, into: &yield)
      for reply in value["replies"]?.elements ?? [] { walk(reply, depth: depth + 1, into: &yield) }
    } else if value["notFound"]?.isTrue == true || value["blocked"]?.isTrue == true {
      yield.leaveOut("post that is gone or blocked")
    } else if isEvent(value) {
      takeEvent(value, into: &yield)
    } else if isFlat(value), !value.has("record") {
      BlueskyFlat.take(value, into: &yield)
    } else if let post = BlueskyPost(value)?.post(into: &yield) {
      yield.add(post)
    } else if value.has("uri") || value.has("$type") {
      yield.leaveOut("record that is no post")
    }
  }

  /// A line of a feed: the post, what it answers, and who reposted it.
  private static func takeItem(
    _ item: JSONValue, _ view: JSONValue, into yield: inout RecordYield
  ) {
    guard let post = BlueskyPost(view)?.post(into: &yield) else {
      yield.skip("a post without id or text")
      return
    }
    for name in ["root", "parent"] {
      if let other = item["reply", name] { yield.embed(BlueskyPost(other)?.post(into: &yield)) }
    }
    let reason = item["reason"] ?? .null
    guard reason["$type"]?.text?.hasSuffix("#reasonRepost") == true, !post.id.isEmpty else {
      yield.add(post)
      return
    }
    yield.embed(post)
    // The repost has an address of its own only in newer answers.
    let who = reason["by", "did"]?.text ?? reason["by", "handle"]?.text ?? ""
    let own = reason["uri"]?.text.flatMap { BlueskyAddress($0) }
    var repost = Post(
      id: own?.id ?? "bs-" + String(ContentHash.sha256(of: who + post.id).prefix(16)),
      text: post.text)
    repost.platform = "bluesky"
    repost.author = reason["by", "handle"]?.text.map { "@" + $0 }
    repost.describeRepost(of: post)
    repost.url = post.url
    if let date = reason["indexedAt"]?.text { repost.date(DateReader.read(date)) }
    yield.add(repost)
  }

  private static func takeEvent(_ event: JSONValue, into yield: inout RecordYield) {
    let commit = event["commit"] ?? .null
    guard commit["operation"]?.text != "delete", let record = commit["record"],
      commit["collection"]?.text == "app.bsky.feed.post", let did = event["did"]?.text,
      let key = commit["rkey"]?.text
    else {
      yield.leaveOut("event that is no post")
      return
    }
    let value = JSONValue.object([
      .init(name: "uri", value: .string("at://\(did)/app.bsky.feed.post/\(key)")),
      .init(name: "value", value: record),
    ])
    if let post = BlueskyPost(value)?.post(into: &yield) { yield.add(post) }
  }
}

/// Rows that collectors made of Bluesky's answers.
enum BlueskyFlat {
  static func take(_ row: JSONValue, into yield: inout RecordYield) {
    guard let uri = row.first("post_id", "uri", "at_uri").flatMap({ BlueskyAddress($0) }),
      let text = row["text"]?.text
    else {
      yield.skip("a post without id or text")
      return
    }
    var post = Post(id: uri.id, text: text)
    post.key = uri.identity
    post.platform = "bluesky"
    let handle = row.first("author", "author_handle", "handle")
    post.author = handle.map { "@" + $0.drop { $0 == "@" } }
    post.name = row.first("author_name", "display_name")
    if let date = row.first("created_at", "createdAt", "indexed_at") {
      post.date(DateReader.read(date))
    }
    post.url = uri.page(handle: handle)
    post.links = PlainLinks.found(in: text)
    post.lang = row.first("language", "lang")
    post.likes = row.tally("like_count", "likes")
    post.reposts = row.tally("repost_count", "reposts")
    post.replies = row.tally("reply_count", "replies")
    post.quotesCount = row.tally("quote_count")
    yield.add(post)
  }
}

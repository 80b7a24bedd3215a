/// The records as JSON: the keys of their front matter in the order of the notebook format.
extension Post {
  /// What is unknown is left out; `text` is the body.
  public var json: [JSONText.Member] {
    var members = Members()
    members.add("id", id)
    members.add("kind", "post")
    members.add("key", key)
    members.add("platform", platform)
    members.add("author", author)
    members.add("name", name)
    members.add("posted", posted?.description)
    members.add("posted-raw", postedRaw)
    members.add("posted-precision", postedPrecision)
    members.add("title", title)
    members.add("url", url)
    members.add("captured", captured?.description)
    members.add("via", via)
    members.add("sha256", sha256)
    members.add("reply-to", replyTo)
    members.add("thread", thread)
    members.add("part", part)
    members.add("quotes", quotes)
    members.add("repost-of", repostOf)
    members.add("links", links)
    members.add("media", media)
    members.add("likes", likes)
    members.add("reposts", reposts)
    members.add("replies", replies)
    members.add("quotes-count", quotesCount)
    members.add("views", views)
    members.add("lang", lang)
    members.add("state", state)
    members.add("visibility", visibility)
    members.add("labels", labels)
    members.add("text", text)
    return members.list
  }
}

extension Claim {
  /// Front matter, then `quotes`, `test`, `evidence`, `history` and `notes` of the body.
  public var json: [JSONText.Member] {
    var members = Members()
    members.add("id", id)
    members.add("kind", "claim")
    members.add("title", title)
    members.add("post", post)
    members.add("from", from)
    members.add("at", at)
    members.add("rev", rev)
    members.add("type", type.rawValue)
    members.add("status", status.rawValue)
    members.add("due", due?.description)
    members.add("confidence", confidence)
    members.add("tags", tags)
    members.add("same", same)
    members.add("quotes", quotes)
    members.add("test", test)
    members.add("evidence", evidence.map(\.json))
    members.add("history", history.map(\.json))
    members.add("notes", notes.isEmpty ? nil : notes)
    return members.list
  }
}

extension Evidence {
  fileprivate var json: JSONText {
    var members = Members()
    members.add("bearing", bearing.rawValue)
    members.add("target", target)
    members.add("grade", grade?.rawValue)
    members.add("words", words)
    return .object(members.list)
  }
}

extension Turn {
  fileprivate var json: JSONText {
    var members = Members()
    members.add("date", day.description)
    members.add("status", status.rawValue)
    members.add("confidence", confidence)
    members.add("words", words)
    return .object(members.list)
  }
}

extension Note {
  /// Front matter and `text`.
  public var json: [JSONText.Member] {
    var members = Members()
    members.add("id", id)
    members.add("kind", "note")
    members.add("title", title)
    members.add("post", post)
    members.add("tags", tags)
    members.add("text", text)
    return members.list
  }
}

extension TagDefinition {
  /// Front matter, with the `name` that its path gives it, and `text`.
  public var json: [JSONText.Member] {
    var members = Members()
    members.add("name", name)
    members.add("kind", "tag")
    members.add("key", key.map { String($0) })
    members.add("color", color)
    members.add("aliases", aliases)
    members.add("text", text)
    return members.list
  }
}

extension Dossier {
  /// The post, `tags` and `margin` of its margin, `read`, and its `claims` as objects.
  public var json: [JSONText.Member] {
    var members = Members()
    members.list = post.json
    members.add("tags", margin?.tags ?? [])
    members.add("margin", (margin?.text).flatMap { $0.isEmpty ? nil : $0 })
    members.list.append(.init("read", .bool(isRead)))
    members.add("claims", claims.map { JSONText.object($0.json) })
    members.add("captures", captures.map { JSONText.string($0.id) })
    members.add("thread-posts", thread.map { JSONText.string($0.post.id) })
    members.add("quoted-by", quotedBy.map { JSONText.string($0.post.id) })
    members.add("backlinks", backlinks)
    return members.list
  }
}

/// Collects members and leaves out what is unknown or empty.
private struct Members {
  var list: [JSONText.Member] = []

  mutating func add(_ key: String, _ value: String?) {
    if let value { list.append(.init(key, .string(value))) }
  }

  mutating func add(_ key: String, _ value: Int?) {
    if let value { list.append(.init(key, .number(value))) }
  }

  mutating func add(_ key: String, _ values: [String]) {
    add(key, values.map(JSONText.string))
  }

  mutating func add(_ key: String, _ values: [JSONText]) {
    if !values.isEmpty { list.append(.init(key, .array(values))) }
  }
}

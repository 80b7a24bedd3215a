import PostilCore

/// Records that programs write beside posts and that hold none.
enum RecordRefusal {
  /// What a record is, in the singular; nil when it may be anything.
  static func kind(of record: JSONValue) -> String? {
    guard record.isObject else { return nil }
    return kinds.first { $0.test(record) }?.name
  }

  /// The same for several, `users`, `counts of posts`.
  static func plural(_ kind: String) -> String {
    var words = kind.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let stops: Set<String> = ["of", "that", "about", "without", "on"]
    let noun = (words.firstIndex(where: stops.contains) ?? words.count) - 1
    guard words.indices.contains(noun) else { return kind }
    words[noun] += "s"
    return words.joined(separator: " ").replacing(" that is ", with: " that are ")
      .replacing(" that was ", with: " that were ")
  }

  private static let kinds: [(name: String, test: @Sendable (JSONValue) -> Bool)] = [
    ("count of posts", { $0.has("tweet_count", "start", "end") }),
    (
      "notice of compliance",
      { $0.has("action", "id", "created_at") && $0["text"] == nil }
    ),
    ("compliance job", { $0.has("upload_url", "download_url", "status") }),
    (
      "list of accounts",
      { $0.has("owner_id", "name") && ($0.has("member_count") || $0.has("private")) }
    ),
    (
      "W3C annotation",
      { type(of: $0, is: "Annotation") || type(of: $0, is: "AnnotationCollection") }
    ),
    ("rule of a stream", { $0.has("value", "tag", "id") && $0["text"] == nil }),
    ("user", { isUser($0) || isUser($0["data"] ?? .null) }),
    ("like", { $0["$type"]?.text == "app.bsky.feed.like" || type(of: $0, is: "Like") }),
    ("follow", { $0["$type"]?.text == "app.bsky.graph.follow" || type(of: $0, is: "Follow") }),
    ("profile", { $0["$type"]?.text == "app.bsky.actor.profile" || type(of: $0, is: "Person") }),
    ("description of a feed", { $0["$type"]?.text == "app.bsky.feed.generator" }),
    ("identity document", { $0.has("verificationMethod", "alsoKnownAs") }),
    (
      "direct message",
      { $0.has("dmConversation") || $0.has("messageCreate") || $0.has("senderId", "recipientId") }
    ),
    (
      "trend",
      { $0.has("trend_name", "tweet_volume") || $0.has("tweet_volume", "promoted_content") }
    ),
    ("place", { $0.has("place_type", "full_name") }),
    ("setting", { $0.has("time_zone", "sleep_time") }),
    (
      "collection without its items",
      { $0["type"]?.text == "OrderedCollection" && $0.has("first") && !$0.has("orderedItems") }
    ),
    ("error", isError),
    ("vote", { $0.has("id", "permalink", "direction") && $0.members.count == 3 }),
    ("empty page", isEmptyPage),
  ]

  private static let isUser: @Sendable (JSONValue) -> Bool = {
    $0["text"] == nil && $0["full_text"] == nil
      && ($0.has("username", "name", "id") || $0.has("screen_name", "followers_count")
        || $0.has("did", "handle") || $0.has("acct", "display_name")
        || $0.has("followersCount", "username"))
  }

  /// What APIs answer instead of posts; what they say of it is called a message as posts are.
  private static let isError: @Sendable (JSONValue) -> Bool = { record in
    guard !record.has("data"), record.first("text", "full_text", "content", "body") == nil else {
      return false
    }
    let isProblem = record.has("title", "status", "detail") || record.has("error", "url")
    let isAnswer = record.has("error") && 2...3 ~= record.members.count
    return isProblem || isAnswer || record["errors"]?.elements.isEmpty == false
  }

  /// A page of an answer on which there is nothing.
  private static let isEmptyPage: @Sendable (JSONValue) -> Bool = { record in
    let lists = record.members.filter { if case .array = $0.value { true } else { false } }
    let isList = lists.contains { listNames.contains($0.name) }
    return isList && lists.allSatisfy(\.value.elements.isEmpty)
      || record["meta", "result_count"]?.count == 0
  }

  private static let listNames: Set<String> = [
    "data", "entries", "feed", "hits", "items", "messages", "posts", "records", "results", "rows",
    "statuses", "tweets", "bookmarks", "annotations", "orderedItems",
  ]

  private static func type(of record: JSONValue, is type: String) -> Bool {
    record["type"]?.text == type && record["id"] != nil
  }
}

import PostilCore

/// Posts as version 2 of X's API gives them: pages with what they refer to, or one post a line.
enum XAPI2: RecordFormat {
  static let name = "x-api-v2"
  static let summary =
    "X API version 2: pages of answers (twarc2), flattened or not, as JSON or lines."
  static let example = "postil import results.jsonl"

  static func recognises(_ record: JSONValue) -> Bool {
    if isTweet(record), record.has("author_id") || record.has("edit_history_tweet_ids") {
      return true
    }
    guard record.has("data") || record.has("includes") else { return false }
    return tweets(in: record).contains(where: isTweet)
      || record["data"]?.isTweetless == true && record.has("__twarc")
      || record["includes", "tweets"] != nil || record["includes", "users"] != nil
      || record["meta", "result_count"] != nil
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    let context = XIncludes(record)
    if case .instant(let instant)? = record["__twarc", "retrieved_at"]?.text
      .flatMap({ DateReader.read($0).moment })
    {
      yield.captured = instant
    }
    if isTweet(record) {
      take(record, context, into: &yield)
      return
    }
    let found = tweets(in: record)
    for tweet in found where isTweet(tweet) { take(tweet, context, into: &yield) }
    // Pinned posts of a list of users are nobody's collection.
    if found.contains(where: isTweet) {
      for tweet in record["includes", "tweets"]?.elements ?? [] {
        yield.embed(XPost2(tweet, context).post(into: &yield))
      }
    } else if let what = RecordRefusal.kind(of: found.first ?? .null) {
      yield.leaveOut(what, found.count)
    } else if found.isEmpty, record["meta", "result_count"]?.count == 0 {
      yield.leaveOut("empty page")
    }
    for error in record["errors"]?.elements ?? [] {
      let isMissing = error["resource_type"]?.text ?? error["parameter"]?.text
      yield.leaveOut(
        isMissing?.contains("user") == true ? "user that is gone" : "post that is gone")
    }
  }

  private static func take(_ tweet: JSONValue, _ context: XIncludes, into yield: inout RecordYield)
  {
    guard let post = XPost2(tweet, context).post(into: &yield) else {
      yield.skip("a post without id or text")
      return
    }
    yield.add(post)
  }

  private static func isTweet(_ value: JSONValue) -> Bool {
    value["text"]?.text != nil && value.number("id") != nil && !value.has("user")
  }

  private static func tweets(in record: JSONValue) -> [JSONValue] {
    switch record["data"] {
    case .array(let list): list
    case .object(let members): [.object(members)]
    default: []
    }
  }
}

extension JSONValue {
  /// A list of things of X, none of which is a post.
  fileprivate var isTweetless: Bool { elements.contains { RecordRefusal.kind(of: $0) != nil } }
}

/// What a page keeps beside its posts: their authors, media, and the posts that they refer to.
struct XIncludes {
  private var users: [String: JSONValue] = [:]
  private var media: [String: JSONValue] = [:]
  private var tweets: [String: JSONValue] = [:]

  init(_ page: JSONValue) {
    for user in page["includes", "users"]?.elements ?? [] { users[user["id"]?.words ?? ""] = user }
    for item in page["includes", "media"]?.elements ?? [] {
      media[item["media_key"]?.words ?? ""] = item
    }
    for tweet in page["includes", "tweets"]?.elements ?? [] {
      tweets[tweet["id"]?.words ?? ""] = tweet
    }
  }

  /// Flattened posts carry their author along.
  func author(of tweet: JSONValue) -> JSONValue? {
    tweet["author"] ?? tweet["author_id"]?.words.flatMap { users[$0] }
  }

  func handle(_ id: String?) -> String? { id.flatMap { users[$0]?["username"]?.text } }

  func tweet(_ id: String) -> JSONValue? { tweets[id] }

  func media(of tweet: JSONValue) -> [JSONValue] {
    let inside = tweet["attachments", "media"]?.elements ?? []
    if !inside.isEmpty { return inside }
    return tweet["attachments", "media_keys"]?.elements.compactMap { $0.words }
      .compactMap { media[$0] } ?? []
  }
}

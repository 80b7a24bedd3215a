import PostilCore

/// Posts and comments of Reddit: pages of its API, dumps by the line, and tables.
enum Reddit: RecordFormat {
  static let name = "reddit"
  static let summary = "Reddit: pages of its API, pushshift and arctic-shift lines, tables."
  static let example = "postil import r_wallstreetbets_posts.jsonl"

  static func recognises(_ record: JSONValue) -> Bool {
    isListing(record) || record.elements.first.map(isListing) == true
      || ["t1", "t3"].contains(record["kind"]?.text) && record["data"]?.isObject == true
      || isThing(record) || RedditTable.recognises(record)
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    if RedditTable.recognises(record), !isThing(record) {
      RedditTable.read(record, into: &yield)
    } else {
      walk(record, depth: 0, into: &yield)
    }
  }

  private static func isListing(_ record: JSONValue) -> Bool {
    record["kind"]?.text == "Listing" && record["data", "children"] != nil
      || record["json", "data", "things"] != nil
  }

  private static func isThing(_ record: JSONValue) -> Bool {
    record.has("created_utc") && record.has("subreddit")
      && (record.has("body") || record.has("selftext", "title") || record.has("title", "permalink"))
  }

  /// Comments hold the listing of their answers, or an empty text.
  private static func walk(_ value: JSONValue, depth: Int, into yield: inout RecordYield) {
    guard depth < 60 else { return }
    if case .array(let pages) = value {
      for page in pages { walk(page, depth: depth + 1, into: &yield) }
      return
    }
    switch value["kind"]?.text {
    case "Listing":
      for child in value["data", "children"]?.elements ?? [] {
        walk(child, depth: depth + 1, into: &yield)
      }
    case "t1"?, "t3"?:
      take(value["data"] ?? .null, kind: value["kind"]?.text, into: &yield)
      if let replies = value["data", "replies"], replies.isObject {
        walk(replies, depth: depth + 1, into: &yield)
      }
    case "more"?:
      yield.leaveOut("comment that was not loaded", value["data", "children"]?.elements.count ?? 0)
    case .some(let kind) where value["data"] != nil:
      yield.leaveOut(kinds[kind] ?? "thing of Reddit (\(kind))")
    default:
      let things = value["json", "data", "things"]?.elements ?? []
      if things.isEmpty {
        take(value, kind: nil, into: &yield)
      } else {
        for thing in things { walk(thing, depth: depth + 1, into: &yield) }
      }
    }
  }

  private static let kinds = ["t2": "user", "t4": "private message", "t5": "subreddit"]

  private static func take(_ data: JSONValue, kind: String?, into yield: inout RecordYield) {
    if let post = RedditThing(data, kind: kind).post(into: &yield) {
      yield.add(post)
    } else {
      yield.skip("a post without id or text")
    }
  }
}

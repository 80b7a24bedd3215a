import PostilCore

/// Answers of X's own web pages: saved from a browser, by twitter-web-exporter or by scrapers.
///
/// The way to the posts differs from page to page, so they are looked for by what they are:
/// objects with a `rest_id` and a text in `legacy`.
enum XGraphQL: RecordFormat {
  static let name = "x-web"
  static let summary = "Answers of x.com's own pages (GraphQL): timelines, threads, bookmarks."
  static let example = "postil import UserTweets.json"

  static func recognises(_ record: JSONValue) -> Bool {
    isTweet(record) || contains(record, depth: 0)
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    let before = yield.posts.count
    search(record, depth: 0, into: &yield)
    if yield.posts.count == before, yield.left.isEmpty { yield.skip("no post in the answer") }
  }

  private static func isTweet(_ value: JSONValue) -> Bool {
    value.number("rest_id") != nil && value["legacy", "full_text"]?.text != nil
  }

  /// Looks only as far as the first few elements of each list.
  private static func contains(_ value: JSONValue, depth: Int) -> Bool {
    guard depth < 40 else { return false }
    if value.has("tweet_results") || isTweet(value) { return true }
    if value["instructions"]?[0]?["type"] != nil { return true }
    return value.members.contains { $0.value.isContainer && contains($0.value, depth: depth + 1) }
      || value.elements.prefix(20).contains { $0.isContainer && contains($0, depth: depth + 1) }
  }

  private static func search(_ value: JSONValue, depth: Int, into yield: inout RecordYield) {
    guard depth < 100 else { return }
    if isTweet(value) {
      if let post = XWebPost(value).post(into: &yield) { yield.add(post) }
      return
    }
    if value["__typename"]?.text == "TweetTombstone" {
      yield.leaveOut("post that is not shown any more")
      return
    }
    for member in value.members where member.value.isContainer {
      search(member.value, depth: depth + 1, into: &yield)
    }
    for element in value.elements where element.isContainer {
      search(element, depth: depth + 1, into: &yield)
    }
  }
}

extension JSONValue {
  fileprivate var isContainer: Bool {
    switch self {
    case .object, .array: true
    default: false
    }
  }
}

import PostilCore

/// Tables and lines of twint, whose dates are local and whose lists are Python's.
enum Twint: RecordFormat {
  static let name = "twint"
  static let summary = "twint: CSV or JSON lines."
  static let example = "postil import tweets.csv"

  static func recognises(_ record: JSONValue) -> Bool {
    record.has("tweet", "conversation_id", "username")
      && (record.has("replies_count") || record.has("timezone"))
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    guard let id = record.number("id"), let raw = record["tweet"]?.text else {
      yield.skip(
        RecordPost.hasLostDigits(record["id"]?.words)
          ? "its id has lost digits" : "a post without id or text")
      return
    }
    var post = Post(id: "", text: HTMLEntities.unescape(raw))
    let handle = record["username"]?.text
    post.author = handle.map { "@" + $0 }
    post.name = record["name"]?.text
    // The time of the post is in its id; what the table says is in the zone of some computer.
    post.identify(x: id, handle: handle)
    if post.posted == nil, let date = record["date"]?.text { post.date(DateReader.read(date)) }
    func list(_ name: String) -> [JSONValue] {
      NestedText.value(record[name])?.elements ?? []
    }
    let urls = list("urls").compactMap(\.text)
    post.links = urls.filter { !$0.hasPrefix("https://t.co/") }
    post.media = list("photos").compactMap(\.text)
    post.lang = XText.lang(record["language"]?.text)
    if let root = record.number("conversation_id"), root != id {
      post.thread = "x-" + root
    }
    if let quoted = record["quote_url"]?.text.flatMap({ StatusURL($0) }) {
      post.quotes = "x-" + quoted.id
    }
    if record["retweet"]?.isTrue == true {
      post.repostOf = record.number("retweet_id").map { "x-" + $0 } ?? post.author
      if let user = record["user_rt"]?.text { post.labels.append("reposted by @\(user)") }
    } else {
      post.likes = record.tally("likes_count")
      post.reposts = record.tally("retweets_count")
      post.replies = record.tally("replies_count")
      post.describeRepost()
    }
    post.describeState(isCut: post.state != nil)
    yield.add(post)
  }
}

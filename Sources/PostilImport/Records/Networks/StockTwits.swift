import PostilCore

/// Messages of StockTwits: pages of its API, or one message a line as collectors write them.
enum StockTwits: RecordFormat {
  static let name = "stocktwits"
  static let summary = "StockTwits: streams of its API as JSON or lines, and tables of messages."
  static let example = "postil import NWND.json"

  static func recognises(_ record: JSONValue) -> Bool {
    isMessage(record) || record["messages"]?.elements.first.map(isMessage) == true
      || isRow(record)
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    if case .array(let messages)? = record["messages"] {
      for message in messages { take(message, into: &yield) }
    } else if isRow(record) {
      takeRow(record, into: &yield)
    } else {
      take(record, into: &yield)
    }
  }

  private static func isMessage(_ record: JSONValue) -> Bool {
    record.has("body", "id")
      && (record.has("symbols") || record.has("tokenized_body")
        || record["user", "username"] != nil)
      && !record.has("subreddit")
  }

  private static func take(_ message: JSONValue, into yield: inout RecordYield) {
    guard let post = post(message, into: &yield, depth: 0) else {
      yield.skip("a message without id or text")
      return
    }
    yield.add(post)
  }

  private static func post(_ message: JSONValue, into yield: inout RecordYield, depth: Int) -> Post?
  {
    guard depth < 4, let id = message.number("id"), let body = message["body"]?.words else {
      return nil
    }
    let links = message["links"]?.elements.prefix(200) ?? []
    let shortened = links.compactMap { link -> LinkExpansion.Link? in
      guard let short = link["shortened_url"]?.text, let full = link["url"]?.text else {
        return nil
      }
      return LinkExpansion.Link(short: short, full: full)
    }
    var post = Post(id: "st-" + id, text: LinkExpansion.expand(body, shortened, isEscaped: true))
    post.platform = "stocktwits"
    let handle = message["user", "username"]?.text
    post.author = handle.map { "@" + $0 }
    post.name = message["user", "name"]?.text
    if let date = message["created_at"]?.words { post.date(DateReader.read(date)) }
    post.url = "https://stocktwits.com/\(handle ?? "message")/message/\(id)"
    post.links = links.compactMap { $0["url"]?.text }
    post.media =
      message["entities", "media"]?.elements.prefix(50)
      .compactMap { $0.first("original", "url", "large", "medium", "thumb") } ?? []
    if let chart = message["entities", "chart"]?.first("original", "large", "url", "thumb"),
      !post.media.contains(chart)
    {
      post.media.append(chart)
    }
    if let mood = mood(message["entities", "sentiment", "basic"]?.text) { post.labels.append(mood) }
    let root = message["conversation"]?.number("parent_message_id").flatMap { $0 == id ? nil : $0 }
    let parent = message["conversation"]?.number("in_reply_to_message_id") ?? root
    post.thread = root.map { "st-" + $0 }
    post.replyTo = parent.map { "st-" + $0 }
    post.likes = message["likes", "total"]?.count
    post.replies = message["conversation", "replies"]?.count
    post.reposts = message["reshares", "reshared_count"]?.count
    if let inner = message["reshare_message", "message"],
      let shared = self.post(inner, into: &yield, depth: depth + 1)
    {
      yield.embed(shared)
      post.quotes = shared.id
    }
    return post
  }

  private static func mood(_ words: String?) -> String? {
    words.map { $0.lowercased() }.flatMap { ["bullish", "bearish"].contains($0) ? $0 : nil }
  }

  // MARK: Tables

  /// Tables of collectors keep neither ids nor authors.
  private static func isRow(_ record: JSONValue) -> Bool {
    record.has("msgs", "stock_sentiment")
      || record.has("symbol", "message", "sentiment") && record["id"] == nil
  }

  private static func takeRow(_ row: JSONValue, into yield: inout RecordYield) {
    guard let body = row.first("message", "msgs") else {
      yield.skip("no text")
      return
    }
    var post = Post(id: "", text: HTMLEntities.unescape(body))
    post.platform = "stocktwits"
    if let date = row.first("timestamp", "created_at", "date") { post.date(DateReader.read(date)) }
    if let mood = mood(row.first("sentiment", "stock_sentiment")) { post.labels.append(mood) }
    if let symbol = row["symbol"]?.text, !body.contains("$" + symbol) {
      post.labels.append("$" + symbol)
    }
    if body.isCut || body.hasSuffix("...") { post.state = "truncated" }
    yield.add(post)
  }
}

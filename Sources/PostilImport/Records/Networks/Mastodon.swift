import PostilCore

/// Posts as the API of Mastodon and its kin gives them.
enum Mastodon: RecordFormat {
  static let name = "mastodon"
  static let summary = "Mastodon: answers of its API, alone, as lists, as threads or searches."
  static let example = "curl -s https://mastodon.social/api/v1/timelines/tag/wind | postil import -"

  static func recognises(_ record: JSONValue) -> Bool {
    isStatus(record) || record.has("ancestors", "descendants")
      || record["statuses"]?.elements.first.map(isStatus) == true || isEdit(record)
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    for name in ["ancestors", "descendants", "statuses"] {
      for status in record[name]?.elements ?? [] { take(status, into: &yield) }
    }
    if isStatus(record) {
      take(record, into: &yield)
    } else if isEdit(record) {
      yield.leaveOut("earlier version without an id")
    }
  }

  private static func isStatus(_ record: JSONValue) -> Bool {
    record.has("content", "account") && record["account", "acct"] != nil
      && (record.has("uri") || record.has("url"))
  }

  private static func isEdit(_ record: JSONValue) -> Bool {
    record.has("content", "account", "spoiler_text") && !record.has("uri")
  }

  private static func take(_ status: JSONValue, into yield: inout RecordYield) {
    guard let post = post(status, into: &yield, depth: 0) else {
      yield.skip("a post without id or text")
      return
    }
    // As in its archives: private messages are nobody's research.
    if post.visibility == "direct" {
      yield.leaveOut("direct message")
    } else {
      yield.add(post)
    }
  }

  private static func post(_ status: JSONValue, into yield: inout RecordYield, depth: Int) -> Post?
  {
    guard depth < 4, let uri = status.first("uri", "url") else { return nil }
    let (words, links) = yield.text(ofHTML: status["content"]?.text ?? "", base: uri)
    var post = Post(id: "", text: FediverseText.whole(words, status["poll", "options"], "title"))
    post.identify(activity: uri, url: status["url"]?.text)
    let account = status["account"] ?? .null
    post.author = handle(account, uri).map { "@" + $0 }
    post.name = account["display_name"]?.text
    if let date = status["created_at"]?.text { post.date(DateReader.read(date)) }
    post.lang = status["language"]?.text
    FediverseText.mark(
      &post, warning: status["spoiler_text"]?.text, isSensitive: status["sensitive"]?.isTrue == true
    )
    post.visibility = status["visibility"]?.text.map { $0 == "private" ? "followers" : $0 }
    if status["edited_at"]?.text != nil { post.labels.append("edited") }
    post.media =
      status["media_attachments"]?.elements.prefix(50)
      .compactMap { $0.first("remote_url", "url", "preview_url") } ?? []
    let card = status["card", "url"]?.text
    post.links = links + [card].compactMap { $0 }.filter { !links.contains($0) }
    // Ids of answers count at the server that was asked.
    let server = status["account", "url"]?.text ?? uri
    post.replyTo = status["in_reply_to_id"]?.words.flatMap { parent in
      let isLocal = account["acct"]?.text?.contains("@") == false
      return isLocal ? host(server).map { "ap-\($0)-\(parent)" } : nil
    }
    if let inner = status["reblog"], inner.isObject,
      let original = self.post(inner, into: &yield, depth: depth + 1)
    {
      yield.embed(original)
      post.describeRepost(of: original)
      return post
    }
    let quote = status["quote", "quoted_status"] ?? status["quote"]
    if let quote, let quoted = self.post(quote, into: &yield, depth: depth + 1) {
      yield.embed(quoted)
      post.quotes = quoted.id
    }
    post.likes = status.tally("favourites_count")
    post.reposts = status.tally("reblogs_count")
    post.replies = status.tally("replies_count")
    post.quotesCount = status.tally("quotes_count")
    return post
  }

  /// With its server, which the API leaves out for accounts of its own.
  private static func handle(_ account: JSONValue, _ uri: String) -> String? {
    guard let acct = account["acct"]?.text else { return nil }
    guard !acct.contains("@"), let host = host(account["url"]?.text ?? uri) else { return acct }
    return "\(acct)@\(host)"
  }

  private static func host(_ address: String) -> String? {
    let parts = address.split(separator: "/")
    return parts.count > 1 && parts[0].hasSuffix(":") ? parts[1].lowercased() : nil
  }
}

/// What posts of the fediverse say besides their words.
enum FediverseText {
  /// The text with the options of a poll as a list.
  static func whole(_ words: String, _ options: JSONValue?, _ name: String) -> String {
    let options = options?.elements.prefix(50).compactMap { $0[name]?.text }.map { "- " + $0 } ?? []
    let parts = [words, options.joined(separator: "\n")].filter { !$0.isEmpty }
    return parts.joined(separator: "\n\n")
  }

  /// A content warning goes before the text, as a reader of the page sees it.
  static func mark(_ post: inout Post, warning: String?, isSensitive: Bool) {
    if let warning {
      post.title = warning
      post.labels.append("cw")
    }
    if isSensitive { post.labels.append("sensitive") }
  }
}

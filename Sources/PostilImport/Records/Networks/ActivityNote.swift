import PostilCore

/// A post of the fediverse as ActivityPub writes it.
struct ActivityNote {
  private let note: JSONValue
  /// What was done with it; null when it stands by itself.
  private let activity: JSONValue

  init(_ note: JSONValue, _ activity: JSONValue) {
    self.note = note
    self.activity = activity
  }

  func post(into yield: inout RecordYield) -> Post? {
    guard let uri = note["id"]?.text else { return nil }
    let html = note["content"]?.text ?? note["contentMap"]?.members.first?.value.text ?? ""
    let (words, links) = yield.text(ofHTML: html, base: uri)
    let options = note["oneOf"] ?? note["anyOf"]
    var post = Post(id: "", text: FediverseText.whole(words, options, "name"))
    let media =
      note["attachment"]?.elements.prefix(50)
      .compactMap { $0["url"]?.text ?? $0["href"]?.text } ?? []
    guard !post.text.isEmpty || !media.isEmpty else { return nil }
    post.identify(activity: uri, url: note["url"]?.text ?? note["url"]?[0]?["href"]?.text)
    let actor =
      note["attributedTo"]?.text ?? activity["actor"]?.text
      ?? note["attributedTo"]?["id"]?.text
    post.author = actor.map { Post.fediverseHandle($0).map { "@" + $0 } ?? $0 }
    if let date = note["published"]?.text ?? activity["published"]?.text {
      post.date(DateReader.read(date))
    }
    post.lang = note["contentMap"]?.members.first?.name
    post.title = note["name"]?.text
    FediverseText.mark(
      &post, warning: note["summary"]?.text, isSensitive: note["sensitive"]?.isTrue == true)
    post.visibility = visibility
    if note["updated"]?.text != nil, note["updated"] != note["published"] {
      post.labels.append("edited")
    }
    post.media = media
    post.links = links.filter { !isMention($0) }
    post.replyTo = note["inReplyTo"]?.text.map(Post.id(ofActivity:))
    post.quotes = note.first("quote", "quoteUri", "quoteUrl", "_misskey_quote")
      .map(Post.id(ofActivity:))
    post.likes = note["likes", "totalItems"]?.count
    post.reposts = note["shares", "totalItems"]?.count
    return post
  }

  private var visibility: String? {
    func names(_ field: String) -> [String] {
      let value = note[field] ?? activity[field] ?? .null
      return value.text.map { [$0] } ?? value.texts
    }
    let (to, cc) = (names("to"), names("cc"))
    guard !to.isEmpty || !cc.isEmpty else { return nil }
    if to.contains(where: Self.isPublic) { return "public" }
    if cc.contains(where: Self.isPublic) { return "unlisted" }
    return (to + cc).contains { $0.hasSuffix("/followers") } ? "followers" : "direct"
  }

  private static func isPublic(_ name: String) -> Bool {
    ["https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"].contains(name)
  }

  private func isMention(_ link: String) -> Bool {
    note["tag"]?.elements.contains {
      ["Mention", "Hashtag"].contains($0["type"]?.text) && $0["href"]?.text == link
    } == true
  }
}

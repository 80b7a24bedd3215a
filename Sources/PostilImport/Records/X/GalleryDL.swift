import PostilCore

/// What gallery-dl writes beside each picture: the post that it hangs on.
///
/// A post with four pictures has four files; they are one post.
enum GalleryDL: RecordFormat {
  static let name = "gallery-dl"
  static let summary = "gallery-dl --write-metadata for X: one JSON file a picture."
  static let example = "postil import gallery-dl/twitter/"

  static func recognises(_ record: JSONValue) -> Bool {
    record.number("tweet_id") != nil && record["content"] != nil
      && record["author"]?.isObject == true
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    guard let id = record.number("tweet_id") else {
      yield.skip("a post without id")
      return
    }
    // It has decoded references and put the links in itself.
    var post = Post(id: "", text: record["content"]?.text ?? "")
    // Its `name` is the handle, its `nick` the name that is shown.
    let handle = record["author", "name"]?.text
    post.author = handle.map { "@" + $0 }
    post.name = record["author", "nick"]?.text
    if let date = record["date"]?.words { post.date(DateReader.read(date + " UTC")) }
    post.identify(x: id, handle: handle)
    post.links = PlainLinks.found(in: post.text)
    post.lang = XText.lang(record["lang"]?.text)
    post.media = [record.first("url", "_url")].compactMap { $0 }.filter { StatusURL($0) == nil }
    func link(_ name: String) -> String? {
      record.number(name).map { "x-" + $0 }
    }
    post.replyTo = link("reply_id")
    post.thread = link("conversation_id").flatMap { $0 == post.id ? nil : $0 }
    post.quotes = link("quote_id")
    if record["sensitive"]?.isTrue == true { post.labels.append("sensitive") }
    if let original = link("retweet_id") {
      post.repostOf = original
      if let user = record["user", "name"]?.text { post.labels.append("reposted by @\(user)") }
    } else {
      post.likes = record.tally("favorite_count")
      post.reposts = record.tally("retweet_count")
      post.replies = record.tally("reply_count")
      post.quotesCount = record.tally("quote_count")
      post.views = record.tally("view_count")
    }
    post.describeState(isCut: false)
    yield.add(post)
  }
}

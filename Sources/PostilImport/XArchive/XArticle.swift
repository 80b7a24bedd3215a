import PostilCore

/// A long article, as `article.js` of an archive has it.
enum XArticle {
  /// The article as a post under the id of the post that announced it, or under its own.
  static func post(_ record: JSONValue, _ owner: XArchiveOwner, _ place: XArchivePlace)
    throws(JSONReader.Damage) -> Post
  {
    let article = record["article"] ?? record
    let ids = ["tweetId", "tweet_id", "postId", "id", "articleId", "id_str"]
    guard let id = ids.compactMap({ article[$0]?.words }).first(where: Snowflake.isID) else {
      throw JSONReader.Damage(reason: "an article without an id", index: 0)
    }
    guard let text = text(of: article) else {
      throw JSONReader.Damage(reason: "article \(id) has no text", index: 0)
    }
    var post = Post(id: "", text: text)
    post.title = article["title"]?.text
    post.author = owner.handle.map { "@" + $0 }
    post.name = owner.name
    if let date = article["createdAt"]?.words ?? article["created_at"]?.words {
      post.date(DateReader.read(date))
    }
    post.identify(x: id, handle: owner.handle)
    post.captured = owner.captured
    post.via = [place.via]
    post.labels = ["article"]
    return post
  }

  private static func text(of article: JSONValue) -> String? {
    for name in ["plainText", "plain_text", "text", "body", "content"] {
      if let text = article[name]?.text { return text }
    }
    let blocks =
      (article["content"] ?? article["contentState"] ?? article["content_state"])?["blocks"]?
      .elements.compactMap { $0["text"]?.text } ?? []
    return blocks.isEmpty ? nil : blocks.joined(separator: "\n\n")
  }
}

import PostilCore

/// A record of `tweets.js` as a post, with what is needed to join it to the others.
struct XTweet {
  var post: Post
  /// Digits.
  let id: String
  /// The id of the post it answers.
  let parent: String?
  /// The text as X cut it, references decoded, links still short.
  let plain: String
  /// Its own address stood at the end of the text, as X does to texts that it cuts.
  private let hasSelfLink: Bool

  var isRepost: Bool { post.repostOf != nil }

  init(_ record: JSONValue, _ owner: XArchiveOwner, _ place: XArchivePlace)
    throws(JSONReader.Damage)
  {
    let tweet = Self.inner(record)
    guard let id = Self.id(of: tweet) else {
      throw JSONReader.Damage(reason: "a post without an id", index: 0)
    }
    guard let raw = (tweet["full_text"] ?? tweet["text"])?.text else {
      throw JSONReader.Damage(reason: "post \(id) has no text", index: 0)
    }
    self.id = id
    plain = HTMLEntities.unescape(raw)
    parent = Self.parent(of: tweet)
    let entities = XEntities(tweet, own: id)
    hasSelfLink = entities.hasSelfLink
    post = Post(id: "", text: LinkExpansion.expand(raw, entities.links, isEscaped: true))
    post.author = owner.handle.map { "@" + $0 }
    post.name = owner.name
    if let date = tweet["created_at"]?.text { post.date(DateReader.read(date)) }
    post.identify(x: id, handle: owner.handle)
    post.captured = owner.captured
    post.via = [place.via]
    post.links = entities.urls
    post.media = entities.media
    post.lang = tweet["lang"]?.text.flatMap { ["und", "zxx", "qme"].contains($0) ? nil : $0 }
    post.replyTo = parent.map { "x-" + $0 }
    if let community = tweet["community_id_str"]?.text {
      post.labels.append("community \(community)")
    }
    post.describeRepost(source: entities.sourceID)
    guard !isRepost else { return }
    post.quotes = entities.quoted.map { "x-" + $0 }
    post.likes = tweet["favorite_count"]?.count
    post.reposts = tweet["retweet_count"]?.count
    // Below 270 code points X does not cut, so the dots are the author's own.
    if plain.isCut, raw.unicodeScalars.count >= 270 || hasSelfLink { post.state = "truncated" }
  }

  /// Takes over the long text of which X kept only the beginning here.
  mutating func join(_ note: XNotes.Note) {
    post.text = note.text
    post.state = nil
    post.links = note.urls + post.links.filter { !note.urls.contains($0) }
    post.via.append(note.place.via)
  }

  /// The post without the wrapper, which has the name of the file's kind; old files have none.
  static func inner(_ record: JSONValue) -> JSONValue {
    if record["id_str"] != nil || record["full_text"] != nil { return record }
    let wrapped = record["tweet"] ?? record.members.first { $0.value["id_str"] != nil }?.value
    return wrapped ?? record
  }

  static func id(of tweet: JSONValue) -> String? {
    (tweet["id_str"] ?? tweet["id"])?.words.flatMap { Snowflake.isID($0) ? $0 : nil }
  }

  static func parent(of tweet: JSONValue) -> String? {
    tweet["in_reply_to_status_id_str"]?.text.flatMap { Snowflake.isID($0) ? $0 : nil }
  }

  /// Ids of all versions of a post, oldest first; nil when it was never edited.
  static func versions(_ info: JSONValue?) -> [String]? {
    let control = info?["edit"]?["editControlInitial"] ?? info?["initial"]
    let ids = control?["editTweetIds"]?.elements.compactMap(\.words).filter { Snowflake.isID($0) }
    return ids?.isEmpty == false ? ids : nil
  }
}

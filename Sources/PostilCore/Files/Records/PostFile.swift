/// A post as the file that holds it.
public enum PostFile {
  /// The canonical order of its keys.
  public static let order = [
    "id", "kind", "key", "platform", "author", "name", "title", "posted", "posted-raw",
    "posted-precision", "url", "captured", "via", "reply-to", "thread", "part", "quotes",
    "repost-of", "links", "media", "likes", "reposts", "replies", "quotes-count", "views", "lang",
    "state", "visibility", "labels", "sha256",
  ]

  /// Reads a post; its hash is not verified (`postil check` does).
  ///
  /// - Throws: when the file is no post, or a value is not what its key says.
  public static func read(_ document: Document, path: String) throws(Problem) -> Post {
    let fields = try Fields(evidence: document, path: path)
    var post = Post(id: Layout.id(of: path), text: text(of: document))
    for entry in document.entries { try read(entry, fields, into: &post) }
    if let line = ConflictMarkers.firstLine(in: post.text),
      Post.digest(of: post.text) != post.sha256
    {
      throw Fields.conflict(path, document.line(at: document.bodyStart) + line - 1)
    }
    return post
  }

  /// The post's text: the body without the one newline that ends the file.
  public static func text(of document: Document) -> String {
    let end = document.text.utf8.count
    let newline = document.newline.utf8.count
    guard end - newline >= document.bodyStart, document.text.hasSuffixBytes(document.newline) else {
      return document.slice(document.bodyStart..<max(end, document.bodyStart))
    }
    return document.slice(document.bodyStart..<end - newline)
  }

  /// The whole file of a new post; `sha256` is computed from the text.
  public static func text(for post: Post) -> String {
    Document(
      fields: [
        "id": .text(post.id),
        "kind": .text(RecordKind.post.rawValue),
        "key": post.key.map { .text($0) },
        "platform": post.platform.map { .text($0) },
        "author": post.author.map { .text($0) },
        "name": post.name.map { .text($0) },
        "title": post.title.map { .text($0) },
        "posted": post.posted.map { .bare($0.description) },
        "posted-raw": post.postedRaw.map { .text($0) },
        "posted-precision": post.postedPrecision.map { .text($0) },
        "url": post.url.map { .text($0) },
        "captured": post.captured.map { .bare($0.description) },
        "via": .list(post.via),
        "reply-to": post.replyTo.map(reference),
        "thread": post.thread.map(reference),
        "part": post.part.map { .text($0) },
        "quotes": post.quotes.map(reference),
        "repost-of": post.repostOf.map(reference),
        "links": .list(post.links),
        "media": .list(post.media),
        "likes": post.likes.map { .number($0) },
        "reposts": post.reposts.map { .number($0) },
        "replies": post.replies.map { .number($0) },
        "quotes-count": post.quotesCount.map { .number($0) },
        "views": post.views.map { .number($0) },
        "lang": post.lang.map { .text($0) },
        "state": post.state.map { .text($0) },
        "visibility": post.visibility.map { .text($0) },
        "labels": .list(post.labels),
        "sha256": .text(Post.digest(of: post.text)),
      ],
      body: post.text + "\n"
    ).text
  }

  private static func read(_ entry: Document.Entry, _ fields: Fields, into post: inout Post)
    throws(Problem)
  {
    switch entry.key {
    case "kind": try fields.check(kind: .post)
    case "key": post.key = try fields.text(entry)
    case "platform": post.platform = try fields.text(entry)
    case "author": post.author = try fields.text(entry)
    case "name": post.name = try fields.text(entry)
    case "title": post.title = try fields.text(entry)
    case "posted":
      post.posted = try fields.value(
        entry, "a day or an instant in UTC", hint: "Write 2025-11-03 or 2025-11-03T11:30:12Z"
      ) { Moment($0) }
    case "posted-raw": post.postedRaw = try fields.text(entry)
    case "posted-precision": post.postedPrecision = try fields.text(entry)
    case "url": post.url = try fields.text(entry)
    case "captured":
      post.captured = try fields.value(
        entry, "an instant in UTC", hint: "Write 2025-11-03T11:30:12Z"
      ) { Instant($0) }
    case "via": post.via = fields.list(entry)
    case "reply-to": post.replyTo = try fields.link(entry)
    case "thread": post.thread = try fields.link(entry)
    case "part": post.part = try fields.text(entry)
    case "quotes": post.quotes = try fields.link(entry)
    case "repost-of": post.repostOf = try fields.link(entry)
    case "links": post.links = fields.list(entry)
    case "media": post.media = fields.list(entry)
    case "likes": post.likes = try fields.number(entry)
    case "reposts": post.reposts = try fields.number(entry)
    case "replies": post.replies = try fields.number(entry)
    case "quotes-count": post.quotesCount = try fields.number(entry)
    case "views": post.views = try fields.number(entry)
    case "lang": post.lang = try fields.text(entry)
    case "state": post.state = try fields.text(entry)
    case "visibility": post.visibility = try fields.text(entry)
    case "labels": post.labels = fields.list(entry)
    case "sha256": post.sha256 = try fields.text(entry) ?? ""
    default: break
    }
  }

  /// A link to a post, or whatever else the source called it.
  private static func reference(_ id: String) -> Document.Field {
    Layout.isID(id) ? .link(id) : .text(id)
  }
}

extension String {
  /// Compares bytes, where `hasSuffix` compares characters and folds `\r\n`.
  func hasSuffixBytes(_ suffix: String) -> Bool {
    utf8.reversed().starts(with: suffix.utf8.reversed())
  }
}

import PostilCore

/// Archives of the fediverse: `outbox.json` of Mastodon, and collections of ActivityPub.
enum ActivityPub: RecordFormat {
  static let name = "activitypub"
  static let summary = "Mastodon's archive (outbox.json), and collections of ActivityPub."
  static let example = "postil import outbox.json"

  static func recognises(_ record: JSONValue) -> Bool {
    isCollection(record) || isActivity(record) || isNote(record)
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    guard isCollection(record) else {
      take(record, into: &yield)
      return
    }
    // One real archive has the list twice, empty at first: the fuller one counts.
    let items =
      record.members.filter { ["orderedItems", "items"].contains($0.name) }
      .map(\.value.elements).max { $0.count < $1.count } ?? []
    for item in items { take(item, into: &yield) }
    for page in [record["first"], record["last"]].compactMap({ $0 }) where isCollection(page) {
      for item in page["orderedItems"]?.elements ?? page["items"]?.elements ?? [] {
        take(item, into: &yield)
      }
    }
    guard let total = record["totalItems"]?.count, total != items.count else { return }
    if items.isEmpty {
      yield.warn("it says that it holds \(total) posts, and holds none")
    } else {
      yield.warn("it says that it holds \(total) items, and holds \(items.count)")
    }
  }

  private static func isCollection(_ record: JSONValue) -> Bool {
    record["orderedItems"] != nil
      || record["type"]?.text?.hasSuffix("Collection") == true && record["items"] != nil
      || record["type"]?.text?.hasSuffix("CollectionPage") == true
  }

  private static func isActivity(_ record: JSONValue) -> Bool {
    ["Create", "Announce", "Update"].contains(record["type"]?.text) && record.has("actor", "object")
  }

  private static func isNote(_ record: JSONValue) -> Bool {
    ["Note", "Question", "Article", "Page"].contains(record["type"]?.text)
      && record.has("id", "content")
  }

  private static func take(_ item: JSONValue, into yield: inout RecordYield) {
    // Lists of likes and bookmarks hold only addresses.
    if let address = item.text {
      yield.add(stub(address))
      return
    }
    switch item["type"]?.text {
    case "Create"?, "Update"?: takeNote(item["object"] ?? .null, of: item, into: &yield)
    case "Announce"?: takeRepost(item, into: &yield)
    case "Like"?, "Follow"?, "Undo"?, "Delete"?, "Accept"?, "Block"?, "Add"?, "Remove"?, "Move"?:
      yield.leaveOut("activity without a post (\(item["type"]?.text ?? ""))")
    default: takeNote(item, of: .null, into: &yield)
    }
  }

  static func stub(_ address: String) -> Post {
    var post = Post(id: "", text: address)
    post.identify(activity: address, url: address)
    post.author = Post.fediverseHandle(address).map { "@" + $0 }
    post.state = "placeholder"
    return post
  }

  private static func takeRepost(_ activity: JSONValue, into yield: inout RecordYield) {
    let object = activity["object"] ?? .null
    guard let original = object.text ?? object["id"]?.text else {
      yield.skip("a repost of nothing")
      return
    }
    var post: Post
    if object.isObject, let whole = ActivityNote(object, .null).post(into: &yield) {
      yield.embed(whole)
      post = Post(id: "", text: whole.text)
      post.identify(activity: activity["id"]?.text ?? original + "#repost", url: nil)
      post.describeRepost(of: whole)
    } else {
      // The archive does not have its words.
      post = stub(original)
      post.identify(activity: activity["id"]?.text ?? original + "#repost", url: original)
      post.repostOf = Post.id(ofActivity: original)
    }
    if let actor = activity["actor"]?.text.flatMap(Post.fediverseHandle) {
      post.labels.append("reposted by @\(actor)")
    }
    if let date = activity["published"]?.text { post.date(DateReader.read(date)) }
    yield.add(post)
  }

  private static func takeNote(
    _ note: JSONValue, of activity: JSONValue, into yield: inout RecordYield
  ) {
    guard let post = ActivityNote(note, activity).post(into: &yield) else {
      yield.skip("a post without id or text")
      return
    }
    // Mastodon's archive holds private messages too; they are nobody's research.
    if post.visibility == "direct" {
      yield.leaveOut("direct message")
    } else {
      yield.add(post)
    }
  }
}

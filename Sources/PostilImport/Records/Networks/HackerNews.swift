import PostilCore

/// Stories and comments of Hacker News: pages of its search (Algolia) and items of its API.
enum HackerNews: RecordFormat {
  static let name = "hacker-news"
  static let summary = "Hacker News: pages of its search, and items of its API."
  static let example = "curl -s 'https://hn.algolia.com/api/v1/search?query=wind' | postil import -"

  static func recognises(_ record: JSONValue) -> Bool {
    isHit(record) || record["hits"]?.elements.first.map(isHit) == true || isItem(record)
      || isTree(record)
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    if case .array(let hits)? = record["hits"] {
      for hit in hits { read(hit, into: &yield) }
    } else {
      walk(record, root: nil, depth: 0, into: &yield)
    }
  }

  private static func isHit(_ record: JSONValue) -> Bool {
    record.has("objectID") && (record.has("created_at_i") || record.has("_tags"))
  }

  private static func isItem(_ record: JSONValue) -> Bool {
    record.has("id", "type", "time")
      && ["story", "comment", "job", "poll", "pollopt"].contains(record["type"]?.text)
  }

  /// The items of the search's API hold their answers.
  private static func isTree(_ record: JSONValue) -> Bool {
    record.has("id", "created_at_i", "type", "author")
  }

  private static func walk(
    _ item: JSONValue, root: String?, depth: Int, into yield: inout RecordYield
  ) {
    guard depth < 60 else { return }
    take(item, root: root, into: &yield)
    for child in item["children"]?.elements ?? [] where child.isObject {
      walk(child, root: root ?? item.number("id"), depth: depth + 1, into: &yield)
    }
  }

  private static func take(_ item: JSONValue, root: String?, into yield: inout RecordYield) {
    guard let id = item.number("objectID", "id") else {
      yield.skip("an item without id")
      return
    }
    if item["deleted"]?.isTrue == true {
      yield.leaveOut("deleted item")
      return
    }
    let title = item.first("title", "story_title_of_comment").map(HTMLEntities.unescape)
    let html = item.first("story_text", "comment_text", "text")
    let (words, links) = html.map { yield.text(ofHTML: $0) } ?? ("", [])
    let text = [title ?? "", words].filter { !$0.isEmpty }.joined(separator: "\n\n")
    guard !text.isEmpty else {
      // The search keeps what was deleted, without its words and its author.
      if item.first("author", "by") == nil {
        yield.leaveOut("deleted item")
      } else {
        yield.skip("item \(id) has neither title nor text")
      }
      return
    }
    var post = Post(id: "hn-" + id, text: text)
    post.platform = "hn"
    post.title = title
    post.author = item.first("author", "by").map { "@" + $0 }
    if let date = item.first("created_at_i", "time", "created_at") {
      post.date(DateReader.read(date))
    }
    post.url = "https://news.ycombinator.com/item?id=" + id
    let address = item["url"]?.text
    post.links = [address].compactMap { $0 } + links.filter { $0 != address }
    post.replyTo = item.number("parent", "parent_id").map { "hn-" + $0 }
    post.thread = (item.number("story_id") ?? root).flatMap { $0 == id ? nil : "hn-" + $0 }
    post.likes = item.tally("points", "score")
    post.replies = item.tally("num_comments", "descendants")
    if item["dead"]?.isTrue == true { post.labels.append("dead") }
    yield.add(post)
  }
}

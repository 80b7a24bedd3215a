import PostilCore

/// JSON Feed, versions 1 and 1.1.
enum JSONFeed: RecordFormat {
  static let name = "json-feed"
  static let summary = "JSON Feed (jsonfeed.org)."
  static let example = "postil import feed.json"

  static func recognises(_ record: JSONValue) -> Bool {
    record["version"]?.text?.contains("jsonfeed.org/version") == true
      || record.has("feed_url", "items") || record.has("home_page_url", "items")
      || isItem(record)
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    guard let items = record["items"] else {
      take(record, of: .null, into: &yield)
      return
    }
    for item in items.elements { take(item, of: record, into: &yield) }
  }

  /// An item that fell out of a damaged feed.
  private static func isItem(_ record: JSONValue) -> Bool {
    (record.has("content_html") || record.has("content_text"))
      && (record.has("id") || record.has("url"))
  }

  private static func take(_ item: JSONValue, of feed: JSONValue, into yield: inout RecordYield) {
    let address = item["url"]?.text ?? item["external_url"]?.text
    let html = item["content_html"]?.text
    let read = html.map { yield.text(ofHTML: $0, base: address ?? feed["home_page_url"]?.text) }
    let words = [read?.words, item["content_text"]?.text, item["summary"]?.text]
      .compactMap { $0 }.first { !$0.isEmpty }
    let title = item["title"]?.text
    guard let text = words ?? title else {
      yield.skip("an item without title and text")
      return
    }
    var post = Post(id: "", text: text)
    post.title = title
    let author = item["authors"]?[0] ?? item["author"] ?? feed["authors"]?[0] ?? feed["author"]
    post.author = author?["name"]?.text ?? feed["title"]?.text
    post.name = feed["title"]?.text.flatMap { $0 == post.author ? nil : $0 }
    if let date = item.first("date_published", "date_modified") { post.date(DateReader.read(date)) }
    let own = feed["home_page_url"]?.text ?? feed["feed_url"]?.text ?? feed["title"]?.text
    post.identify(feedItem: item["id"]?.words, link: address, feed: own)
    post.url = address
    post.links =
      (read?.links ?? [])
      + [item["external_url"]?.text].compactMap { $0 }
      .filter { $0 != address && read?.links.contains($0) != true }
    let pictures = [item["image"]?.text, item["banner_image"]?.text].compactMap { $0 }
    post.media = pictures + (item["attachments"]?.elements.compactMap { $0["url"]?.text } ?? [])
    post.lang = item["language"]?.text ?? feed["language"]?.text
    post.labels = item["tags"]?.texts ?? []
    yield.add(post)
  }
}

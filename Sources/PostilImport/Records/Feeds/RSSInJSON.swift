import PostilCore

/// RSS 2.0 written as JSON, as rssCloud and Radio3 do it.
enum RSSInJSON: RecordFormat {
  static let name = "rss-in-json"
  static let summary = "RSS in JSON."
  static let example = "postil import rss.json"

  static func recognises(_ record: JSONValue) -> Bool {
    record["rss", "channel"] != nil
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    let channel = record["rss", "channel"] ?? .null
    let items = channel["item"].map { $0.isObject ? [$0] : $0.elements } ?? []
    let guids = items.map { SharedGuids.guid($0) }
    let shared = SharedGuids.found(in: guids)
    for (item, guid) in zip(items, guids) {
      take(item, guid.flatMap { shared.contains($0) ? nil : $0 }, of: channel, into: &yield)
    }
  }

  private static func take(
    _ item: JSONValue, _ guid: String?, of channel: JSONValue, into yield: inout RecordYield
  ) {
    let html = item.first("content:encoded", "description")
    let read = html.map { yield.text(ofHTML: $0, base: channel["link"]?.text) }
    let title = item["title"]?.words
    guard let text = [read?.words, title].compactMap({ $0 }).first(where: { !$0.isEmpty }) else {
      yield.skip("an item without title and text")
      return
    }
    var post = Post(id: "", text: text)
    post.title = title
    post.author = item.first("dc:creator", "author") ?? channel["title"]?.text
    post.name = channel["title"]?.text.flatMap { $0 == post.author ? nil : $0 }
    if let date = item.first("pubDate", "dc:date") { post.date(DateReader.read(date)) }
    let link = item["link"]?.text
    let isAlone = guid != nil || SharedGuids.guid(item) == nil
    post.identify(feedItem: guid, link: isAlone ? link : nil, feed: channel["link"]?.text)
    post.url = link ?? guid.flatMap { $0.hasPrefix("http") ? $0 : nil }
    post.links = read?.links ?? []
    let enclosures = item["enclosure"].map { $0.isObject ? [$0] : $0.elements } ?? []
    post.media = enclosures.compactMap { $0["url"]?.text }
    post.lang = channel["language"]?.text
    yield.add(post)
  }
}

/// Ids that several items of one feed have, which are those of none.
enum SharedGuids {
  static func guid(_ item: JSONValue) -> String? {
    item["guid"]?.words ?? item["guid", "#value"]?.text ?? item["guid", "value"]?.text
  }

  static func found(in guids: [String?]) -> Set<String> {
    var seen: Set<String> = []
    return Set(guids.compactMap { $0 }.filter { !seen.insert($0).inserted })
  }
}

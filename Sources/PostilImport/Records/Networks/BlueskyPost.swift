import PostilCore

/// A post of Bluesky, as its API shows it or as its author's repository holds it.
struct BlueskyPost {
  private let view: JSONValue
  private let record: JSONValue
  private let address: BlueskyAddress?

  /// Nil when it is no post with a text.
  init?(_ value: JSONValue) {
    view = value
    let record = value["record"] ?? value["value"] ?? value
    guard record["text"] != nil, case .string = record["text"] else { return nil }
    self.record = record
    address = value["uri"]?.text.flatMap { BlueskyAddress($0) }
  }

  func post(into yield: inout RecordYield, depth: Int = 0) -> Post? {
    guard depth < 4, case .string(let text)? = record["text"] else { return nil }
    var post = Post(id: address?.id ?? "", text: text)
    post.key = address?.identity
    post.platform = "bluesky"
    let author = view["author"] ?? .null
    let handle = author["handle"]?.text.flatMap { $0 == "handle.invalid" ? nil : $0 }
    let did = author["did"]?.text ?? address.map(\.did)
    post.author = (handle ?? did).map { "@" + $0 }
    post.name = author["displayName"]?.text
    // Authors set their own dates; the server's stands in only where there is none.
    let dates = [record["createdAt"]?.text, view["indexedAt"]?.text].compactMap { $0 }
      .map(DateReader.read)
    if let date = dates.first(where: { $0.moment != nil }) ?? dates.first { post.date(date) }
    post.url = address?.page(handle: handle)
    post.links = links
    post.lang = record["langs"]?.elements.first?.text
    relate(&post, into: &yield, depth)
    post.likes = view.tally("likeCount")
    post.reposts = view.tally("repostCount")
    post.replies = view.tally("replyCount")
    post.quotesCount = view.tally("quoteCount")
    for label in (view["labels"] ?? record["labels", "values"])?.elements.prefix(20) ?? [] {
      if let value = label["val"]?.text { post.labels.append(value) }
    }
    return post
  }

  private func relate(_ post: inout Post, into yield: inout RecordYield, _ depth: Int) {
    func id(_ value: JSONValue?) -> String? {
      value?["uri"]?.text.flatMap { BlueskyAddress($0)?.id }
    }
    post.replyTo = id(record["reply", "parent"])
    post.thread = id(record["reply", "root"])
    let embed = view["embed"] ?? .null
    let media = [record["embed"], embed, record["embed", "media"], embed["media"]]
    post.media = embed.first("playlist").map { [$0] } ?? []
    for part in [embed, embed["media"]].compactMap({ $0 }) {
      post.media +=
        part["images"]?.elements.prefix(20).compactMap { $0.first("fullsize", "thumb") } ?? []
    }
    for part in media.compactMap({ $0 }) {
      if let link = part["external", "uri"]?.text, !post.links.contains(link) {
        post.links.append(link)
      }
    }
    // A quote lies in `record`, with media around it one level deeper.
    let shown = embed["record", "record"] ?? embed["record"]
    post.quotes =
      id(record["embed", "record", "record"]) ?? id(record["embed", "record"]) ?? id(shown)
    guard let shown, shown["value"] != nil,
      let quoted = BlueskyPost(shown)?.post(into: &yield, depth: depth + 1)
    else { return }
    yield.embed(quoted)
  }

  /// Links of the facets: what the text shows of them is often cut. Their places are bytes, and are
  /// not needed; wrong ones do no harm.
  private var links: [String] {
    var links: [String] = []
    for facet in record["facets"]?.elements.prefix(500) ?? [] {
      for feature in facet["features"]?.elements.prefix(10) ?? [] {
        guard let link = feature["uri"]?.text, !links.contains(link) else { continue }
        links.append(link)
      }
    }
    return links
  }
}

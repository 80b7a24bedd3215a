import PostilCore

/// Links and media of a post on X, out of `entities` and `extended_entities`.
struct XEntities {
  /// To be put into the text.
  private(set) var links: [LinkExpansion.Link] = []
  /// Expanded, in order, without the post's own address.
  private(set) var urls: [String] = []
  private(set) var media: [String] = []
  /// The id of the post whose address stands last.
  private(set) var quoted: String?
  /// The id of the post that its media were taken from.
  private(set) var sourceID: String?
  private(set) var hasSelfLink = false

  /// Reads the entities of the post whose id is `own`.
  init(_ tweet: JSONValue, own: String) {
    for url in tweet["entities"]?["urls"]?.elements.prefix(500) ?? [] {
      guard let short = url["url"]?.text, let full = url["expanded_url"]?.text else { continue }
      let status = StatusURL(full)
      if status?.id == own {
        hasSelfLink = true
        links.append(LinkExpansion.Link(short: short, range: Self.range(url)))
        continue
      }
      quoted = status?.id ?? quoted
      urls.append(full)
      links.append(LinkExpansion.Link(short: short, full: full, range: Self.range(url)))
    }
    let extended = tweet["extended_entities"]?["media"]?.elements ?? []
    let items = extended.isEmpty ? tweet["entities"]?["media"]?.elements ?? [] : extended
    for item in items.prefix(100) {
      sourceID =
        sourceID ?? item["source_status_id_str"]?.text.flatMap { Snowflake.isID($0) ? $0 : nil }
      if let address = Self.video(item) ?? (item["media_url_https"] ?? item["media_url"])?.text {
        media.append(address)
      }
      // Several pictures share one short link.
      if let short = item["url"]?.text, !links.contains(where: { $0.short == short }) {
        links.append(LinkExpansion.Link(short: short, range: Self.range(item)))
      }
    }
  }

  /// The variant with the most bits a second.
  private static func video(_ item: JSONValue) -> String? {
    item["video_info"]?["variants"]?.elements
      .max { ($0["bitrate"]?.count ?? -1) < ($1["bitrate"]?.count ?? -1) }?["url"]?.text
  }

  private static func range(_ entity: JSONValue) -> Range<Int>? {
    guard let start = entity["indices"]?[0]?.count, let end = entity["indices"]?[1]?.count,
      start >= 0, start < end
    else { return nil }
    return start..<end
  }
}

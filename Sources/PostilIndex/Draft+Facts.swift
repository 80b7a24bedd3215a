import GRDB
import PostilCore

extension Draft {
  /// A mention, hashtag or link by what it is compared with.
  struct NamedEntity: Hashable {
    var kind: Entity.Kind
    var name: String
  }

  /// A number in the base of its unit (`Quantity.key`).
  struct Number: Hashable {
    var unit: String
    var low: Double
    var high: Double
  }

  /// What the front matter of a post says, besides what lists show.
  struct Front {
    var platform: String
    var captured: Int?
    var hasMedia: Bool
    var hasCitation: Bool
    /// As `KeyFunction.packed`.
    var keys: String
    /// Keys that the format does not know.
    var ownKeys: Set<String>
  }

  /// Takes what a post names, counts, and says of itself.
  mutating func takeFacts(of post: Post, _ scalars: [Unicode.Scalar], _ document: Document) {
    let entities = Entity.all(in: scalars)
    for entity in entities {
      if entity.kind == .cashtag {
        tickers.insert(Name.ticker(entity.text))
      } else {
        take(entity.kind, entity.text)
      }
    }
    for link in post.links { take(.link, link) }
    takeNumbers(of: scalars, entities)
    front = Front(
      platform: Name.folded(post.platform ?? Self.platform(ofID: name)),
      captured: post.captured?.seconds, hasMedia: !post.media.isEmpty,
      hasCitation: !Citation.all(in: scalars).isEmpty,
      keys: KeyFunction.packed(document, of: name, by: post.author),
      ownKeys: Set(document.entries.lazy.map { $0.key.lowercased() }.filter(Query.isOwnKey)))
  }

  /// Takes the numbers of a text.
  mutating func takeNumbers(of scalars: [Unicode.Scalar], _ entities: [Entity]? = nil) {
    for quantity in Quantity.all(in: scalars, entities) {
      guard let range = quantity.baseNumbers else { continue }
      let (low, high) = (range.lowerBound.double, range.upperBound.double)
      guard low.isFinite, high.isFinite else { continue }
      numbers.insert(Number(unit: quantity.key, low: low, high: high))
    }
  }

  private mutating func take(_ kind: Entity.Kind, _ text: String) {
    let name = Name.entity(kind, text)
    if !name.isEmpty { entities.insert(NamedEntity(kind: kind, name: name)) }
  }

  /// What the beginning of an id says, as the notebook format lists it.
  private static func platform(ofID id: String) -> String {
    let prefixes = [
      "x": "x", "st": "stocktwits", "bs": "bluesky", "ap": "mastodon", "rd": "reddit",
      "hn": "hackernews", "tg": "telegram", "dc": "discord", "fd": "feed", "ml": "mail",
      "md": "markdown",
    ]
    return id.firstIndex(of: "-").flatMap { prefixes[String(id[..<$0])] } ?? ""
  }

  /// Puts them into the tables.
  func insertFacts(_ record: Int64, _ rows: Rows) throws {
    for entity in entities {
      try rows.insert(.entity, record, entity.kind.rawValue, entity.name)
    }
    for number in numbers {
      try rows.insert(.number, record, number.unit, number.low, number.high)
    }
    guard let front else { return }
    try rows.insert(
      .front, record, front.platform, front.captured, front.hasMedia, front.hasCitation, front.keys)
    for key in front.ownKeys { try rows.insert(.ownKey, record, key) }
  }
}

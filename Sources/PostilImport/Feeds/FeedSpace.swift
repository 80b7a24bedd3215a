/// The vocabularies of feeds, whatever prefix a feed gives them.
enum FeedSpace {
  /// RSS and Atom themselves.
  case core
  /// Dublin Core, `dc:` and `dcterms:`.
  case dublin
  /// `content:encoded`.
  case content
  /// Media RSS.
  case media
  /// Podcasts.
  case itunes
  /// XHTML in an Atom entry or an item.
  case page
  case other

  init(of element: Markup) {
    let address = element.space?.lowercased() ?? ""
    if let found = Self.addresses.first(where: { address.contains($0.0) }) {
      self = found.1
    } else if element.prefix == nil {
      self = .core
    } else {
      self = Self.prefixes[element.prefix?.lowercased() ?? ""] ?? .other
    }
  }

  private static let addresses: [(String, FeedSpace)] = [
    ("purl.org/dc/", .dublin), ("rss/1.0/modules/content", .content), ("/mrss", .media),
    ("itunes.", .itunes), ("w3.org/1999/xhtml", .page), ("w3.org/2005/atom", .core),
    ("purl.org/atom", .core), ("purl.org/rss/1.0/modules/", .other), ("purl.org/rss/", .core),
    ("netscape.com/rdf", .core), ("userland.com", .core), ("blogs.law.harvard.edu", .core),
  ]

  private static let prefixes: [String: FeedSpace] = [
    "dc": .dublin, "dcterms": .dublin, "content": .content, "media": .media, "itunes": .itunes,
    "atom": .core, "atom10": .core, "a10": .core, "rss": .core, "xhtml": .page,
  ]
}

extension Markup {
  /// The elements directly in it with a name of a vocabulary.
  func all(_ name: String, _ space: FeedSpace) -> [Markup] {
    elements.filter { $0.name == name && FeedSpace(of: $0) == space }
  }

  func first(_ name: String, _ space: FeedSpace) -> Markup? { all(name, space).first }

  /// The words of the first such element, without white space at the ends; nil when it has none.
  func words(_ name: String, _ space: FeedSpace = .core) -> String? {
    for element in all(name, space) {
      let words = TrimmedText.both(of: element.text)
      if !words.isEmpty { return words }
    }
    return nil
  }
}

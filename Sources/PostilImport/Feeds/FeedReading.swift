/// Takes items out of the elements of RSS 0.9x, 1.0 and 2.0, RDF and Atom.
struct FeedReading {
  private(set) var items: [FeedItem] = []
  /// The title of the feed.
  private(set) var title: String?
  private var site: String?
  private var author: String?
  private var lang: String?

  init(_ root: Markup) {
    let channel = Self.channel(in: root, depth: 0) ?? root
    title = channel.words("title")
    let links = channel.all("link", .core).map { Self.address(of: $0) }
    site = links.compactMap { $0 }.first ?? channel.words("id") ?? title
    lang =
      channel.words("language") ?? channel.words("language", .dublin)
      ?? channel.attributes.first { $0.name == "lang" }?.value
    author = Self.author(of: channel)
    take(root, base: nil, depth: 0)
    shareGuids()
  }

  private static func channel(in element: Markup, depth: Int) -> Markup? {
    for inner in element.elements {
      if inner.name == "channel" || inner.name == "feed" { return inner }
      if depth < 3, let found = channel(in: inner, depth: depth + 1) { return found }
    }
    return nil
  }

  /// Items stand in the channel, beside it, or, where something was not closed, in each other.
  private mutating func take(_ element: Markup, base: String?, depth: Int) {
    for inner in element.elements {
      let base = inner["base"].map { WebAddress.resolved($0, base: base) ?? $0 } ?? base
      let isItem = inner.name == "item" || inner.name == "entry"
      if isItem, FeedSpace(of: inner) == .core { items.append(item(inner, base: base)) }
      if depth < Markup.depth { take(inner, base: base, depth: depth + 1) }
    }
  }

  private func item(_ element: Markup, base: String?) -> FeedItem {
    var item = FeedItem()
    item.base = base ?? site.flatMap { WebAddress.isWeb($0) ? $0 : nil }
    item.feed = site
    item.guid =
      element.words("guid") ?? element.words("id") ?? element["about"]
      ?? element.words("identifier", .dublin)
    item.link = Self.link(of: element, guid: item.guid)
    item.title =
      element.words("title") ?? element.words("title", .dublin)
      ?? element.words("title", .media)
    item.bodies = Self.bodies(of: element)
    item.dates = Self.dates(of: element)
    item.author = Self.author(of: element) ?? author ?? title
    item.labels = Self.labels(of: element)
    item.media = Self.media(of: element)
    item.lang =
      element.attributes.first { $0.name == "lang" }?.value
      ?? element.words("language", .dublin) ?? lang
    return item
  }

  /// One guid on several pages is no guid.
  private mutating func shareGuids() {
    var links: [String: Set<String>] = [:]
    for item in items {
      if let guid = item.guid, let link = item.link { links[guid, default: []].insert(link) }
    }
    for index in items.indices {
      if let guid = items[index].guid, items[index].link != nil, links[guid]?.count ?? 0 > 1 {
        items[index].isGuidShared = true
      }
    }
  }

  private static func link(of element: Markup, guid: String?) -> String? {
    if let original = element.elements.first(where: { $0.name == "origlink" }) {
      return TrimmedText.both(of: original.text)
    }
    let links = element.all("link", .core)
    let page = links.compactMap(address).first
    if let page { return page }
    let guidElement = element.first("guid", .core)
    if guidElement?["ispermalink"]?.lowercased() != "false", let guid, WebAddress.isWeb(guid) {
      return guid
    }
    return element["about"] ?? links.compactMap { $0["href"] }.first
      ?? element.first("enclosure", .core)?["url"]
  }

  /// Where a link of RSS (its words) or Atom (its `href`) leads; nil when it is no page.
  private static func address(of link: Markup) -> String? {
    let relation = link["rel"]?.lowercased() ?? "alternate"
    guard relation == "alternate" || relation == "" else { return nil }
    let words = TrimmedText.both(of: link["href"] ?? link.text)
    return words.isEmpty ? nil : words
  }

  private static func dates(of element: Markup) -> [String] {
    let names: [(String, FeedSpace)] = [
      ("pubdate", .core), ("published", .core), ("issued", .core), ("date", .dublin),
      ("issued", .dublin), ("created", .dublin), ("created", .core), ("updated", .core),
      ("modified", .core), ("modified", .dublin), ("date", .core),
    ]
    return names.compactMap { element.words($0.0, $0.1) }
  }

  private static func author(of element: Markup) -> String? {
    if let words = element.words("creator", .dublin) { return name(words) }
    for author in element.all("author", .core) {
      let words = author.words("name") ?? author.words("email") ?? author.text
      if let name = name(words) { return name }
    }
    return
      (element.words("author", .itunes) ?? element.words("author", .dublin)
      ?? element.words("source") ?? element.words("publisher", .dublin)
      ?? element.words("managingeditor")).flatMap(name)
  }

  /// `who@example.com (A Name)` and `A Name <who@example.com>` without the address.
  private static func name(_ words: String) -> String? {
    let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let open = line.firstIndex(of: "("), line.hasSuffix(")"), line[..<open].contains("@") {
      let inner = line[line.index(after: open)...].dropLast()
      if !inner.isEmpty { return String(inner) }
    }
    if let open = line.firstIndex(of: "<"), line.hasSuffix(">") {
      let before = TrimmedText.both(of: line[..<open])
      if !before.isEmpty { return before }
    }
    return line.isEmpty ? nil : HTMLEntities.unescape(line)
  }

  /// Categories; a ticker as GlobeNewswire (`Nasdaq:ACMR`) and Seeking Alpha write it, as `$ACMR`.
  private static func labels(of element: Markup) -> [String] {
    var labels = OrderedValues()
    for category in element.all("category", .core) + element.all("subject", .dublin) {
      let words = category["label"] ?? category["term"] ?? category.text
      let label = TrimmedText.both(of: words).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      guard !label.isEmpty, label.utf8.count <= 200 else { continue }
      let isTicker =
        category["type"]?.lowercased() == "symbol"
        || category["domain"]?.lowercased().contains("/stock") == true
      let ticker = label.split(separator: ":").last ?? ""
      if isTicker, !ticker.isEmpty, ticker.utf8.count <= 12 { labels.add("$" + ticker) }
      labels.add(label)
    }
    return labels.values
  }

  private static func media(of element: Markup) -> [String] {
    var media = OrderedValues()
    let links = element.all("link", .core).filter { $0["rel"] == "enclosure" }
    for address in element.all("enclosure", .core).compactMap({ $0["url"] })
      + links.compactMap({ $0["href"] }) where WebAddress.isWeb(address)
    {
      media.add(address)
    }
    for inner in [element] + element.all("group", .media) {
      for content in inner.all("content", .media) {
        if let address = content["url"], WebAddress.isWeb(address) { media.add(address) }
      }
    }
    return media.values
  }
}

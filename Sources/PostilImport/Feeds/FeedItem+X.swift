import PostilCore

/// Posts of X as Nitter and other bridges make feeds of them.
///
/// Titles are the text in one line behind `RT by @x:`, `R to @x:` or `Pinned:`; the creator is the
/// author, of a repost the one of the original; a quoted post stands in a `<blockquote>`.
extension FeedItem {
  /// The post that it is, when the feed is one of posts of X and not one that links to them.
  var status: StatusURL? {
    let addresses = [address, guid].compactMap { $0 }
    guard let status = addresses.lazy.compactMap(Self.status).first else { return nil }
    let host = feed.flatMap(Self.host)
    let isOwn =
      author?.hasPrefix("@") == true || addresses.contains { $0.hasSuffix("#m") }
      || host != nil && addresses.contains { Self.host(of: $0) == host }
    return isOwn ? status : nil
  }

  func posts(on status: StatusURL, via: String) throws(Problem) -> [Post] {
    var post = Post(id: "", text: "")
    var quoted: Post?
    if case .html(let words)? = bodies.first {
      let document = try MarkupDocument(Array(("<div>" + words).utf8), isHTML: true)
      let (nodes, quotes) = Self.withoutQuotes(document.root.nodes)
      take(HTMLText(nodes, base: address), into: &post)
      quoted = quotes.lazy.compactMap { Self.quoted($0, via: via) }.first
    }
    let heading = try Self.line(title ?? "")
    let (prefix, rest) = Self.prefix(of: heading)
    if post.text.isEmpty { post.text = rest }
    guard !post.text.isEmpty else { return [] }
    describe(&post, via: via)
    if post.author?.hasPrefix("@") != true { post.author = status.handle.map { "@" + $0 } }
    if let prefix, prefix.hasPrefix("RT by @") {
      post.labels.append("reposted by " + prefix.dropFirst("RT by ".utf8.count))
    }
    post.identify(on: status)
    post.quotes = quoted?.id
    return [post] + (quoted.map { [$0] } ?? [])
  }

  /// `RT by @x`, `R to @x` or `Pinned` before a colon, and what follows.
  private static func prefix(of title: String) -> (String?, String) {
    guard let colon = title.firstRange(of: ": ") else { return (nil, title) }
    let prefix = title[..<colon.lowerBound]
    let isPrefix =
      prefix == "Pinned"
      || (prefix.hasPrefix("RT by @") || prefix.hasPrefix("R to @")) && !prefix.hasSuffix(" ")
    return isPrefix ? (String(prefix), String(title[colon.upperBound...])) : (nil, title)
  }

  /// Nodes without quoted posts and the rule before them, and the quotes.
  private static func withoutQuotes(_ nodes: [Markup.Node]) -> ([Markup.Node], [Markup]) {
    var kept: [Markup.Node] = []
    var quotes: [Markup] = []
    for node in nodes {
      guard case .element(var element) = node else {
        kept.append(node)
        continue
      }
      if element.name == "blockquote", HTMLText([node]).links.contains(where: isStatus) {
        quotes.append(element)
      } else if element.name != "hr" {
        let (inner, found) = withoutQuotes(element.nodes)
        element.nodes = inner
        quotes += found
        kept.append(.element(element))
      }
    }
    return (kept, quotes)
  }

  /// `<b>Name (@handle)</b>`, the text, and the address in a footer.
  private static func quoted(_ quote: Markup, via: String) -> Post? {
    guard let status = HTMLText([.element(quote)]).links.last(where: isStatus).flatMap(status)
    else { return nil }
    let nodes = quote.nodes.filter { node in
      guard case .element(let element) = node else { return true }
      return element.name != "footer" && element.name != "b"
    }
    let read = HTMLText(nodes)
    guard !read.text.isEmpty else { return nil }
    var post = Post(id: "", text: read.text)
    post.links = read.links
    post.media = read.media
    post.via = [via]
    if let name = quote.first("b")?.text, let open = name.lastIndex(of: "("), name.hasSuffix(")") {
      post.name = TrimmedText.both(of: name[..<open])
      post.author = String(name[name.index(after: open)...].dropLast())
    }
    post.identify(on: status)
    return post
  }

  private static func isStatus(_ address: String) -> Bool { status(address) != nil }

  /// Also on mirrors that nobody knows: `https://HOST/user/status/ID#m` is Nitter's.
  private static func status(_ address: String) -> StatusURL? {
    if let status = StatusURL(address) { return status }
    guard address.hasSuffix("#m"), let scheme = address.firstRange(of: "://") else { return nil }
    return StatusURL("https://x.com" + address[scheme.upperBound...].drop { $0 != "/" })
  }

  private static func host(of address: String) -> String? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    let host = address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
  }
}

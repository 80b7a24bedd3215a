import PostilCore

/// One item of a feed, whatever the feed's format: what RSS, Atom and JSON feeds have in common.
struct FeedItem {
  enum Body {
    case plain(String)
    case html(String)
    case nodes([Markup.Node])
  }

  /// The id that the publisher gave it.
  var guid: String?
  var link: String?
  /// Plain text or a line of HTML.
  var title: String?
  /// The fullest first.
  var bodies: [Body] = []
  /// The first that can be read counts.
  var dates: [String] = []
  var author: String?
  var labels: [String] = []
  /// Pictures, sounds and films that hang on it.
  var media: [String] = []
  var lang: String?
  /// Where relative addresses start.
  var base: String?
  /// What tells the feed from others: its address, else its title.
  var feed: String?
  /// The guid stands on other items too, and tells nothing.
  var isGuidShared = false

  /// The post that it is, and with one of X the post that it quotes; empty when it says nothing.
  func posts(via: String) throws(Problem) -> [Post] {
    if let status { return try posts(on: status, via: via) }
    let heading = try Self.line(title ?? "")
    var post = Post(id: "", text: "")
    post.platform = "feed"
    for body in bodies where post.text.isEmpty { try take(body, into: &post) }
    // Hacker News has but a link of this name there.
    if post.text.isEmpty || post.text == "Comments" { post.text = heading }
    guard !post.text.isEmpty else { return [] }
    post.title = heading.isEmpty ? nil : heading
    post.url = address
    describe(&post, via: via)
    identify(&post)
    return [post]
  }

  func describe(_ post: inout Post, via: String) {
    post.author = author
    post.lang = lang
    post.labels = labels
    post.via = [via]
    for address in media where !post.media.contains(address) { post.media.append(address) }
    let readings = dates.map(DateReader.read)
    if let reading = readings.first(where: { $0.moment != nil }) ?? readings.first {
      post.date(reading)
    }
  }

  private func take(_ body: Body, into post: inout Post) throws(Problem) {
    switch body {
    case .plain(let words):
      post.text = TrimmedText.both(of: words)
    case .html(let words):
      let read = try HTMLText(words, base: base ?? link, isDoubled: Self.isEscapedTwice(words))
      take(read, into: &post)
    case .nodes(let nodes): take(HTMLText(nodes, base: base ?? link), into: &post)
    }
  }

  func take(_ read: HTMLText, into post: inout Post) {
    // Pictures count even where they are all there is.
    post.text = read.text
    post.links = read.links.filter { $0 != address }
    post.media = read.media
  }

  /// The address of the page, out of the redirection of a search engine where it stands in one.
  var address: String? {
    guard let link = link.flatMap({ WebAddress.resolved($0, base: base) }), WebAddress.isWeb(link)
    else { return nil }
    return WebAddress.behindRedirection(link)
  }

  /// A title is plain text by its rules; many hold HTML.
  static func line(_ title: String) throws(Problem) -> String {
    let text = looksLikeHTML(title) ? try HTMLText(title, isDoubled: true).text : title
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func looksLikeHTML(_ title: String) -> Bool {
    let lower = title.lowercased()
    if lower.contains("&"), HTMLEntities.unescape(lower) != lower { return true }
    return ["b", "i", "em", "strong", "a", "span", "br", "p", "code", "sup", "sub", "u", "q"]
      .contains {
        lower.contains("</\($0)>") || lower.contains("<\($0)/>") || lower.contains("<\($0) />")
      }
  }

  /// `&amp;quot;` where nobody writes about HTML: the publisher escaped what was escaped.
  private static func isEscapedTwice(_ html: String) -> Bool {
    ["&amp;quot;", "&amp;#", "&amp;amp;", "&amp;nbsp;", "&amp;rsquo;", "&amp;lsquo;"]
      .contains { html.contains($0) }
  }

  private func identify(_ post: inout Post) {
    let guid = guid.flatMap { $0.isEmpty || isGuidShared ? nil : $0 }
    guard let key = guid.map(scoped) ?? address else { return post.identifyByContent() }
    post.key = key
    post.id = Post.feedID(key)
  }

  /// Ids that are addresses or carry a name of their publisher are unique by themselves.
  private func scoped(_ guid: String) -> String {
    let isGlobal =
      WebAddress.isWeb(guid) || guid.hasPrefix("tag:") || guid.hasPrefix("urn:")
    return isGlobal ? guid : (feed ?? "") + "#" + guid
  }
}

extension Post {
  /// The id of an item of a feed with a key.
  static func feedID(_ key: String) -> String { "fd-" + hash([key]) }
}

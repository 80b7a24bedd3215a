import PostilCore

/// Things that people try to import and that hold no posts, or none that can be read yet.
enum Refusal {
  /// Why a source is refused; nil when it is not.
  static func problem(with source: Source) -> Problem? {
    guard !source.isFolder else { return nil }
    if let kind = BinaryKind(source.head) { return problem(kind.name, kind.hint, source) }
    let head = DecodedText(source.head.prefix(16_384)).bytes.string
    let words = String(
      head.unicodeScalars.drop { TextLines.isSpace($0) || $0 == "\u{FEFF}" }.prefix(8_192))
    if BookmarkPage.recognises(source) { return nil }
    if let head = MarkupHead(source.head) {
      return markup(head).map { problem($0.0, $0.1, source) }
    }
    if let name = XArchiveFile.assigned(source.head), !XArchiveFile.isArchive(source.head) {
      return problem("the part \(name) of an X archive, which holds no posts", nil, source)
    }
    if words.hasPrefix("window.__THAR_CONFIG") {
      return problem(
        "the manifest of an X archive, which holds no posts", "give the folder it lies in", source)
    }
    if words.hasPrefix("Grailbird.data."), !Grailbird.isMonth(source.head) {
      return problem("a part of an old X archive, which holds no posts", nil, source)
    }
    if source.head.prefix(4_096).contains(0), DecodedText(source.head).bytes.contains(0) {
      return problem("no text", BinaryKind.pasting, source)
    }
    return nil
  }

  private static func problem(_ what: String, _ hint: String?, _ source: Source) -> Problem {
    Problem("this is \(what)", at: source.place(), hint: hint)
  }

  /// Why an archive is refused that is a document in itself; nil when it is not.
  static func problem(withArchive source: Source) -> Problem? {
    source.folder.flatMap(BinaryKind.init).map { problem($0.name, $0.hint, source) }
  }

  private static let pieces: Set<String> = [
    "a", "article", "b", "body", "div", "figure", "h1", "h2", "head", "img", "li", "main", "meta",
    "ol", "p", "script", "section", "span", "style", "svg", "table", "title", "ul",
  ]

  private static func markup(_ head: MarkupHead) -> (String, String?)? {
    switch head.root {
    case "rss", "feed", "rdf", "channel": return nil
    case "opml":
      return (
        "a list of subscriptions (OPML), which holds no posts",
        "save the feeds themselves, then import the files"
      )
    case "urlset", "sitemapindex": return ("a sitemap, which holds no posts", nil)
    default: break
    }
    let isPage = head.root == "html" || head.words.hasPrefix("<!doctype html")
    // Some pages are a frame around a feed.
    if isPage, head.holdsFeed { return nil }
    guard isPage || head.words.contains("<html") else {
      if pieces.contains(head.root) {
        return ("a piece of a web page", "copy its text from the browser and paste that")
      }
      let isXML = head.words.hasPrefix("<?xml")
      return isXML ? ("XML of the kind <\(head.root.prefix(40))>, which holds no posts", nil) : nil
    }
    return (
      "a web page" + (head.title.map { ", “\($0)”" } ?? ""),
      "copy the posts from the browser and paste them"
    )
  }
}

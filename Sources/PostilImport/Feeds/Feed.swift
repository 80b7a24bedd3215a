import PostilCore

/// A feed saved as a file.
///
/// Feeds are often not quite XML; every item that can be read counts, whatever follows it.
enum Feed: Importer {
  static let name = "feed"
  static let summary = "A feed saved as a file: RSS, Atom or RDF."
  static let example = "postil import feed.xml"

  static func recognises(_ source: Source) -> Bool {
    MarkupHead(source.head)?.holdsFeed == true
  }

  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
  {
    let decoded = MarkupHead.decoded(try source.whole())
    if let warning = decoded.warning { intake.warn(warning, at: source.place()) }
    let document = try MarkupDocument(decoded.bytes, isHTML: false)
    let feed = FeedReading(document.root)
    for (number, item) in feed.items.enumerated() {
      let posts = try item.posts(via: source.label)
      if posts.isEmpty {
        intake.skip("item \(number + 1): neither text nor title", at: source.place())
      }
      for var post in posts {
        post.fill(options)
        try intake.add(post)
      }
    }
    if document.isTooDeep {
      intake.warn(
        "elements stand deeper than \(Markup.depth): the rest was not read", at: source.place())
    } else if document.isFaulty {
      intake.warn("not well-formed XML: read as far as it can be", at: source.place())
    }
    if feed.items.isEmpty {
      throw Problem("0 posts: this feed holds no items", at: source.place())
    }
  }
}

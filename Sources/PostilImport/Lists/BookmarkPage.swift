import PostilCore

/// Saved pages as Pocket's `ril_export.html` and the bookmark files of browsers list them.
enum BookmarkPage: Importer {
  static let name = "bookmarks-html"
  static let summary = "Saved pages in HTML: Pocket, or a browser's bookmarks."
  static let example = "postil import ril_export.html"

  static func recognises(_ source: Source) -> Bool {
    guard let head = MarkupHead(source.head) else { return false }
    return head.words.hasPrefix("<!doctype netscape-bookmark") || head.title == "Pocket Export"
      || head.words.contains(" time_added=\"") && head.words.contains("<a href=")
  }

  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
  {
    let decoded = MarkupHead.decoded(try source.whole())
    if let warning = decoded.warning { intake.warn(warning, at: source.place()) }
    let document = try MarkupDocument(decoded.bytes, isHTML: true)
    var links: [(link: Markup, folders: [String])] = []
    var reader = Reader()
    reader.gather(document.root, into: &links)
    for (link, folders) in links {
      guard let address = link["href"], WebAddress.isWeb(address) else {
        intake.skip("a link that leads to no page", at: source.place())
        continue
      }
      let words = link.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let tags = (link["tags"] ?? "").split(separator: ",").map { TrimmedText.both(of: $0) }
      var post = SavedPage.post(
        address, title: words.isEmpty || words == address ? nil : words,
        saved: link["time_added"] ?? link["add_date"], tags: folders + tags)
      post.via = [source.label]
      post.fill(options)
      try intake.add(post)
    }
    if document.isTooDeep {
      intake.warn("elements stand too deep: the rest was not read", at: source.place())
    }
    if links.isEmpty { intake.warn("0 pages in it", at: source.place()) }
  }

  /// Folders of browsers are headings above their lists.
  private struct Reader {
    private var heading: String?

    mutating func gather(
      _ element: Markup, under folders: [String] = [],
      into links: inout [(link: Markup, folders: [String])]
    ) {
      for inner in element.elements {
        switch inner.name {
        case "a": links.append((inner, folders))
        case "h3":
          heading = inner.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        case "dl":
          let own = heading
          heading = nil
          gather(inner, under: folders + (own.map { [$0] } ?? []), into: &links)
        default: gather(inner, under: folders, into: &links)
        }
      }
    }
  }
}

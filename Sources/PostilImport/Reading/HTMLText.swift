import PostilCore

/// HTML as the plain text that a reader of the page has before the eyes.
///
/// Paragraphs stand apart by an empty line, `<br>` is a line end, items begin with `- ` or their
/// number, quotes with `> `; `<pre>` stays as it is. Where a link leads is kept in `links`.
struct HTMLText: Sendable {
  /// The text, without white space at its ends.
  private(set) var text = ""
  /// Where links lead, in order, each once.
  private(set) var links: [String] = []
  /// Addresses of pictures, films and sounds, in order, each once; without counting pixels.
  private(set) var media: [String] = []

  /// Reads HTML, a page or a piece of one.
  ///
  /// - Parameters:
  ///   - html: with its character references.
  ///   - base: where relative addresses start.
  ///   - isDoubled: references that are left after reading are read again, outside of code.
  /// - Throws: when libxml2 is not installed.
  init(_ html: String, base: String? = nil, isDoubled: Bool = false) throws(Problem) {
    // A text with no markup in it, as many sources have, needs no parser.
    guard html.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else {
      self.init([.text(html)], base: base)
      return
    }
    let document = try MarkupDocument(Array(html.utf8), isHTML: true)
    self.init(document.root.nodes, base: base, isDoubled: isDoubled)
    // Nothing of a text is lost because somebody nested it 300 times.
    if document.isTooDeep { self.init([.text(Self.bare(html))], base: base) }
  }

  /// The text of what was read before.
  init(_ nodes: [Markup.Node], base: String? = nil, isDoubled: Bool = false) {
    var writer = HTMLWriter(base: base, isDoubled: isDoubled)
    writer.write(nodes)
    text = writer.finish()
    links = writer.links.values
    media = writer.media.values
  }

  /// A text with everything between `<` and `>` taken out.
  private static func bare(_ html: String) -> String {
    var result = String.UnicodeScalarView()
    var isInside = false
    for scalar in html.unicodeScalars {
      if scalar == "<" {
        isInside = true
      } else if scalar == ">", isInside {
        isInside = false
        result.append(" ")
      } else if !isInside {
        result.append(scalar)
      }
    }
    return HTMLEntities.unescape(String(result))
  }
}

/// Values in the order in which they came, each once.
struct OrderedValues {
  private(set) var values: [String] = []
  private var seen: Set<String> = []

  mutating func add(_ value: String) {
    if seen.insert(value).inserted { values.append(value) }
  }
}

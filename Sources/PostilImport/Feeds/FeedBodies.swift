#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension FeedReading {
  /// The texts of an item, the fullest first.
  static func bodies(of element: Markup) -> [FeedItem.Body] {
    var bodies: [FeedItem.Body] = []
    for encoded in element.all("encoded", .content) { bodies.append(.html(encoded.text)) }
    for content in element.all("content", .core) { bodies.append(body(of: content)) }
    for page in element.all("body", .page) + element.all("div", .page) {
      bodies.append(.nodes([.element(page)]))
    }
    for name in ["description", "summary", "fulltext"] {
      for inner in element.all(name, .core) { bodies.append(body(of: inner)) }
    }
    for inner in [element] + element.all("group", .media) {
      for description in inner.all("description", .media) {
        bodies.append(
          description["type"] == "html" ? .html(description.text) : .plain(description.text))
      }
    }
    for name in ["description", "abstract"] {
      for inner in element.all(name, .dublin) { bodies.append(body(of: inner)) }
    }
    for name in ["summary", "subtitle"] {
      for inner in element.all(name, .itunes) { bodies.append(.plain(inner.text)) }
    }
    return bodies
  }

  /// A text construct of Atom, or a description of RSS, which is HTML whatever it says.
  private static func body(of element: Markup) -> FeedItem.Body {
    let type = element["type"]?.lowercased() ?? ""
    let mode = element["mode"]?.lowercased() ?? ""
    let words = element.text
    if mode == "base64", let data = Data(base64Encoded: TrimmedText.both(of: words)) {
      return .html(String(decoding: data, as: UTF8.self))
    }
    if !element.elements.isEmpty, type.contains("xhtml") || mode == "xml" || mode.isEmpty {
      return .nodes(element.nodes)
    }
    let isAtom = element.name == "content" || element.name == "summary"
    if isAtom, type == "text" || type == "text/plain" { return .plain(words) }
    // Paragraphs of plain text would run together if they were read as HTML.
    let isPlain = !words.contains("<") && words.contains("\n\n")
    return isPlain ? .plain(HTMLEntities.unescape(words)) : .html(words)
  }
}

/// What elements of HTML look like on a page.
enum HTMLShape {
  /// How many line ends an element asks for before and behind it: 2 sets it apart, 1 begins a
  /// line, 0 runs on.
  static func gap(of name: String) -> Int { gaps[name] ?? 0 }

  /// Nothing of it is meant to be read.
  static func isHidden(_ element: Markup) -> Bool {
    if hidden.contains(element.name) { return true }
    for attribute in element.attributes {
      switch attribute.name {
      case "hidden": return true
      case "style":
        let style = attribute.value.lowercased().filter { $0 != " " }
        if style.contains("display:none") || style.contains("visibility:hidden") { return true }
      case "class":
        let names = attribute.value.split(separator: " ")
        if names.contains(where: { furniture.contains(String($0)) }) { return true }
      default: break
      }
    }
    return false
  }

  /// A picture that stands for a letter of the text.
  static func emoji(_ element: Markup) -> String? {
    guard element.name == "img", let words = element["alt"] ?? element["title"],
      !words.isEmpty, words.utf8.count <= 60
    else { return nil }
    let names = (element["class"] ?? "").lowercased()
    let source = element["src"] ?? ""
    let isEmoji =
      names.contains("emoji") || names.contains("smiley") || source.contains("/emoji/")
      || source.contains("/core/emoji/")
    return isEmoji ? words : nil
  }

  /// A picture by which senders count readers.
  static func isPixel(_ element: Markup) -> Bool {
    let sizes = [element["width"], element["height"]].compactMap { $0 }
    return sizes.contains { ["0", "1", "0px", "1px"].contains($0) }
  }

  private static let hidden: Set<String> = [
    "script", "style", "head", "title", "meta", "link", "noscript", "template", "svg", "math",
    "object", "form", "input", "button", "select", "option", "canvas", "map",
  ]

  /// Boxes of newsletter services that ask for an address, and buttons on pictures.
  private static let furniture: Set<String> = [
    "subscription-widget-wrap", "subscription-widget", "subscription-widget-wrap-editor",
    "subscribe-widget", "image-link-expand", "header-anchor-parent", "feedflare",
    "mc4wp-form", "wp-block-jetpack-subscriptions", "invisible",
  ]

  private static let gaps: [String: Int] = {
    var gaps: [String: Int] = [:]
    for name in [
      "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "figure", "dl", "fieldset", "details",
      "article", "section", "center",
    ] { gaps[name] = 2 }
    for name in [
      "div", "tr", "caption", "dt", "dd", "address", "header", "footer", "main", "nav", "aside",
      "figcaption", "summary", "legend", "body", "html", "thead", "tbody", "tfoot", "hgroup",
    ] { gaps[name] = 1 }
    return gaps
  }()
}

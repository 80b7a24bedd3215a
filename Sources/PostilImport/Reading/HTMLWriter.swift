/// Writes the nodes of HTML as lines of text.
struct HTMLWriter {
  private(set) var links = OrderedValues()
  private(set) var media = OrderedValues()

  private let base: String?
  private let isDoubled: Bool
  private var result = ""
  /// The line that is being written, without what stands before it.
  private var line = ""
  /// What each line begins with, in lists and quotes.
  private var margin = ""
  private var lastMargin = ""
  /// What the next line begins with instead, `- ` of an item.
  private var label: String?
  /// White space that shows only when something follows on the line.
  private var space = ""
  /// The line end that opens `<pre>` is not shown.
  private var skipsLineEnd = false
  /// How many line ends are due before the next line.
  private var gap = 0
  private var preformatted = 0
  /// The lists around, with the number of the next item; nil for bullets.
  private var lists: [Int?] = []

  init(base: String?, isDoubled: Bool) {
    self.base = base
    self.isDoubled = isDoubled
  }

  mutating func finish() -> String {
    endLine()
    return TrimmedText.end(of: result)
  }

  mutating func write(_ nodes: [Markup.Node]) {
    for node in nodes {
      switch node {
      case .text(let words): write(words)
      case .element(let element): write(element)
      }
    }
  }

  private mutating func write(_ element: Markup) {
    guard !HTMLShape.isHidden(element) else { return }
    keepAddresses(of: element)
    switch element.name {
    case "br": breakLine()
    case "hr":
      open(2)
      write("---")
      open(2)
    case "img": if let words = HTMLShape.emoji(element) { write(words) }
    case "ul", "ol", "menu", "dir": writeList(element)
    case "li": writeItem(element)
    case "blockquote": writeQuote(element)
    case "pre", "listing", "xmp", "textarea":
      open(2)
      preformatted += 1
      skipsLineEnd = true
      write(element.nodes)
      preformatted -= 1
      open(2)
    case "td", "th": writeCell(element)
    case "q":
      write("“")
      write(element.nodes)
      write("”")
    case "a", "span": writeSpan(element)
    default:
      let gap = HTMLShape.gap(of: element.name)
      if gap > 0 { open(gap) }
      write(element.nodes)
      if gap > 0 { open(gap) }
    }
  }

  private mutating func writeSpan(_ element: Markup) {
    write(element.nodes)
    // Mastodon shortens addresses so; its page shows the dots by style.
    if element["class"]?.split(separator: " ").contains("ellipsis") == true { write("…") }
  }

  private mutating func writeList(_ element: Markup) {
    open(lists.isEmpty ? 2 : 1)
    lists.append(element.name == "ol" ? element["start"].flatMap { Int($0) } ?? 1 : .none)
    write(element.nodes)
    lists.removeLast()
    open(lists.isEmpty ? 2 : 1)
  }

  private mutating func writeItem(_ element: Markup) {
    open(1)
    var mark = "- "
    if let place = lists.indices.last, let number = lists[place] {
      mark = "\(number). "
      lists[place] = number < 1_000_000 ? number + 1 : number
    }
    let before = margin
    label = (label ?? margin) + mark
    if margin.utf8.count < 40 { margin += String(repeating: " ", count: mark.utf8.count) }
    write(element.nodes)
    endLine()
    label = nil
    margin = before
    open(1)
  }

  private mutating func writeQuote(_ element: Markup) {
    open(2)
    let before = margin
    if margin.utf8.count < 40 { margin += "> " }
    write(element.nodes)
    endLine()
    margin = before
    open(2)
  }

  /// Cells of one row stand side by side, unless they hold whole paragraphs.
  private mutating func writeCell(_ element: Markup) {
    if !line.isEmpty { space = "  " }
    write(element.nodes)
  }

  private mutating func keepAddresses(of element: Markup) {
    switch element.name {
    case "a", "area":
      if let address = element["href"].flatMap(resolved), WebAddress.isWeb(address) {
        links.add(address)
      }
    case "img", "video", "audio", "source":
      guard !HTMLShape.isPixel(element), HTMLShape.emoji(element) == nil,
        let address = element["src"].flatMap(resolved), WebAddress.isWeb(address)
      else { return }
      media.add(address)
    case "iframe", "embed":
      if let address = element["src"].flatMap(resolved), WebAddress.isWeb(address) {
        links.add(address)
      }
    default: break
    }
  }

  private func resolved(_ address: String) -> String? {
    WebAddress.resolved(address, base: base)
  }

  private mutating func write(_ words: String) {
    let words = isDoubled && preformatted == 0 ? HTMLEntities.unescape(words) : words
    if preformatted > 0 { return writeVerbatim(words) }
    for scalar in words.unicodeScalars {
      switch scalar {
      case " ", "\n", "\r", "\t", "\u{0C}": if space.isEmpty { space = " " }
      default: put(scalar)
      }
    }
  }

  private mutating func writeVerbatim(_ words: String) {
    var afterReturn = false
    for scalar in words.unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        if !(scalar == "\n" && afterReturn), !skipsLineEnd { breakLine() }
      } else {
        put(scalar)
      }
      skipsLineEnd = skipsLineEnd && scalar == "\r"
      afterReturn = scalar == "\r"
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if !line.isEmpty { line += space }
    space = ""
    line.unicodeScalars.append(scalar)
  }

  private mutating func breakLine() {
    space = ""
    if line.isEmpty {
      if gap < 3, !result.isEmpty { gap += 1 }
    } else {
      endLine()
    }
    gap = max(gap, 1)
  }

  /// At least so many line ends before what follows.
  private mutating func open(_ count: Int) {
    // The first paragraph of an item stands beside its mark.
    if label != nil, line.isEmpty { return }
    endLine()
    gap = max(gap, count)
  }

  private mutating func endLine() {
    space = ""
    if preformatted == 0, line.unicodeScalars.allSatisfy(TextLines.isSpace) { line = "" }
    guard !line.isEmpty else { return }
    if !result.isEmpty {
      result += "\n"
      // An empty line inside a quote belongs to it.
      let empty = TrimmedText.end(of: String(zip(margin, lastMargin).prefix { $0 == $1 }.map(\.0)))
      for _ in 1..<max(gap, 1) { result += empty + "\n" }
    }
    gap = 0
    result += (label ?? margin) + line
    lastMargin = margin
    label = nil
    line = ""
  }
}

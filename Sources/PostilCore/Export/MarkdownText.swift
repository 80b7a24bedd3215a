/// Foreign text as Markdown that shows exactly its words: no markup, HTML, maths, comment, tag or
/// footnote of it takes effect in CommonMark, GitHub, Pandoc or Obsidian.
///
/// Only what would take effect is escaped, so that the source stays readable too.
struct MarkdownText {
  private let scalars: [Unicode.Scalar]
  /// Web addresses, which become `<…>` links: half-open, code points, in order.
  private let links: [Range<Int>]

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars
    links = Entity.all(in: scalars).lazy
      .filter { $0.kind == .link && Self.isSafeLink(scalars[$0.range]) }
      .map(\.range)
  }

  /// A web address that can stand between `<` and `>`.
  static func link(_ url: String) -> String? {
    isSafeLink(Array(url.unicodeScalars)[...]) ? "<\(url)>" : nil
  }

  /// The text on one line.
  static func line(_ text: String) -> String {
    MarkdownText(Visible.line(text)).lines(marks: [:]).joined(separator: " ")
  }

  /// The lines of the text, each with `marks` (Markdown of ours) put in behind what they belong to.
  ///
  /// Marks go by the offset, in code points, at which the marked words end: before white space,
  /// never into a link, and never to the start of a line.
  func lines(marks: [Int: String]) -> [String] {
    let placed = Dictionary(
      marks.sorted { $0.key < $1.key }.map { (place(for: $0.key), $0.value) },
      uniquingKeysWith: +)
    var lines = [""]
    // The first scalar of the line that is not white space, once it is reached.
    var ink: Int?
    var index = 0
    var links = links[...]
    while index < scalars.count {
      var next = index + 1
      if let link = links.first, link.lowerBound == index {
        lines[lines.count - 1] += "<" + String(view(link)) + ">"
        next = link.upperBound
        ink = ink ?? index
        links = links.dropFirst()
      } else if isLineEnd(index) {
        let isPair = scalars[index] == "\r" && next < scalars.count && scalars[next] == "\n"
        next = isPair ? index + 2 : next
        lines.append("")
        ink = nil
      } else {
        if ink == nil, scalars[index] != " ", scalars[index] != "\t" { ink = index }
        lines[lines.count - 1] += escaped(index, ink: ink, beforeMark: placed[next] != nil)
      }
      if let mark = placed[next] {
        lines[lines.count - 1] += mark
        if next < scalars.count, scalars[next] == "(" {
          lines[lines.count - 1] += "\\"
        }
      }
      index = next
    }
    return lines
  }

  /// Where a mark for words that end at `offset` may stand.
  private func place(for offset: Int) -> Int {
    var end = min(max(offset, 1), scalars.count)
    while end > 1, scalars[end - 1].properties.isWhitespace { end -= 1 }
    if let link = links.first(where: { $0.lowerBound < end && end < $0.upperBound }) {
      end = link.upperBound
    }
    return end
  }

  private func isLineEnd(_ index: Int) -> Bool {
    switch scalars[index].value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// `ink` is where the line's first visible scalar stands; nil before it.
  private func escaped(_ index: Int, ink: Int?, beforeMark: Bool) -> String {
    let scalar = scalars[index]
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    let previous = index > 0 ? scalars[index - 1] : nil
    let isFirst = ink == nil || ink == index
    switch scalar {
    case "\\", "`", "*", "[", "]", "~", "#", "|", "^": return "\\\(scalar)"
    case "<": return "&lt;"
    case "&" where next.map { $0.properties.isAlphabetic || $0 == "#" } ?? false: return "&amp;"
    // Inside a word it marks nothing: @IREN_Ltd.
    case "_" where !(isWord(previous) && isWord(next)): return "\\_"
    // Maths ends at a dollar behind a word: `US$9bn`, `($X)`; `$X and $Y` begins nothing.
    case "$" where next == "$" || previous.map { !$0.properties.isWhitespace } ?? false:
      return "\\$"
    case "=" where next == "=" || previous == "=", "%" where next == "%" || previous == "%":
      return "\\\(scalar)"
    case "!" where beforeMark: return "\\!"
    case "-" where isFirst, "+" where isFirst, "=" where isFirst, ">" where isFirst,
      ":" where isFirst:
      return "\\\(scalar)"
    case ".", ")":
      return isListNumber((ink ?? index)..<index) ? "\\\(scalar)" : String(scalar)
    // Four spaces would be code; Markdown keeps a no-break space.
    case " " where isFirst: return "\u{A0}"
    case "\t": return isFirst ? "\u{A0}\u{A0}\u{A0}\u{A0}" : " "
    default: return Visible.sign(for: scalar) ?? String(scalar)
    }
  }

  private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Whether a line begins with these scalars as the number of a list item does.
  private func isListNumber(_ range: Range<Int>) -> Bool {
    1...9 ~= range.count && scalars[range].allSatisfy { "0"..."9" ~= $0 }
  }

  private func view(_ range: Range<Int>) -> String.UnicodeScalarView {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return view
  }

  /// Begins like a web address and holds nothing that would end `<…>` early.
  private static func isSafeLink(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let start = String(String.UnicodeScalarView(scalars.prefix(8))).lowercased()
    guard start.hasPrefix("http://") || start.hasPrefix("https://") else { return false }
    return scalars.allSatisfy {
      $0 != "<" && $0 != ">" && !$0.properties.isWhitespace && Visible.sign(for: $0) == nil
    }
  }
}

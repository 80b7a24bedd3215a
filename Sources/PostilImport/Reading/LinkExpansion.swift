import PostilCore

/// Short links in a text, put back as what they stand for.
///
/// X counts in code points of the text as it is escaped for HTML, so links are put in before the
/// references are decoded, and each place is checked: offsets of cut texts point anywhere.
struct LinkExpansion {
  struct Link {
    var short: String
    /// Nil takes the short link out: it only pointed at the post's own media.
    var full: String?
    /// Half-open, code points; not trusted.
    var range: Range<Int>?
  }

  /// Puts the links in; `isEscaped` says that the text around them holds references of HTML.
  static func expand(_ text: String, _ links: [Link], isEscaped: Bool) -> String {
    guard !links.isEmpty else { return isEscaped ? HTMLEntities.unescape(text) : text }
    let scalars = Array(text.unicodeScalars)
    var places: [(range: Range<Int>, full: String?)] = []
    for link in links {
      guard let range = place(of: link, in: scalars, taken: places.map(\.range)) else { continue }
      places.append((range, link.full))
    }
    places.sort { $0.range.lowerBound < $1.range.lowerBound }
    func plain(_ range: Range<Int>) -> String {
      let part = String(scalars: scalars[range])
      return isEscaped ? HTMLEntities.unescape(part) : part
    }
    var result = ""
    var end = 0
    for place in places {
      result += plain(end..<place.range.lowerBound)
      end = place.range.upperBound
      if let full = place.full {
        result += full
      } else if scalars[end...].allSatisfy(TextLines.isSpace) {
        result = trimmedEnd(result)
      } else {
        result += plain(place.range)
      }
    }
    return result + plain(end..<scalars.count)
  }

  private static func place(of link: Link, in text: [Unicode.Scalar], taken: [Range<Int>])
    -> Range<Int>?
  {
    let short = Array(link.short.unicodeScalars)
    guard !short.isEmpty, short.count <= text.count else { return nil }
    func isFree(_ range: Range<Int>) -> Bool {
      text[range].elementsEqual(short) && !taken.contains { $0.overlaps(range) }
        && !(range.upperBound < text.count && PasteLine.isHandle(text[range.upperBound]))
    }
    if let range = link.range, range.lowerBound >= 0, range.upperBound <= text.count,
      isFree(range)
    {
      return range
    }
    return (0...(text.count - short.count)).lazy.map { $0..<$0 + short.count }.first(where: isFree)
  }

  private static func trimmedEnd(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, TextLines.isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }
}

/// Finds quoted words in a text.
public enum Anchor {
  /// Where a quote stands in a text: exactly as written, else after folding case, white space,
  /// quotes and dashes. Half-open, code points; several when the words stand more than once.
  public static func places(of quote: String, in text: [Unicode.Scalar]) -> [Range<Int>] {
    let borders = Borders(of: text)
    let exact = Occurrences(of: Array(quote.unicodeScalars), in: text).filter(borders.hold)
    if !exact.isEmpty { return exact }
    let folded = Typography(text)
    return Occurrences(of: Typography(quote.unicodeScalars).trimmed, in: folded.scalars)
      .compactMap(folded.origin).filter(borders.hold)
  }

  /// Whether neither end of a range of code points cuts a grapheme cluster.
  public static func isGraphemeAligned(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    0...scalars.count ~= range.lowerBound && range.upperBound <= scalars.count
      && Borders(of: scalars).hold(range)
  }

  /// The range widened to whole grapheme clusters, and clamped to the text; code points.
  public static func aligned(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
    let range = range.clamped(to: 0..<scalars.count)
    // A step of the cursor must not look through the whole post.
    var start = range.lowerBound
    while !isPlainBorder(start, in: scalars) { start -= 1 }
    var end = range.upperBound
    while !isPlainBorder(end, in: scalars) { end += 1 }
    let near = Borders(of: Array(scalars[start..<end]))
      .widened(range.lowerBound - start..<range.upperBound - start)
    return near.lowerBound + start..<near.upperBound + start
  }

  /// Whether a cluster ends at an offset for sure, whatever stands around (UAX #29, GB3 to GB5, and
  /// nothing below U+0300 joins what is before it).
  private static func isPlainBorder(_ offset: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.indices.contains(offset), offset > 0 else { return true }
    let (before, after) = (scalars[offset - 1], scalars[offset])
    if before == "\r", after == "\n" { return false }
    return before.value < 0x20 || after.value < 0x20 || before.value < 0x300 && after.value < 0x300
  }
}

/// Where the grapheme clusters of a text begin.
private struct Borders {
  /// Offsets inside of clusters, in order; empty for most texts.
  private var inner: [Int] = []

  init(of scalars: [Unicode.Scalar]) {
    // Two ASCII characters are two clusters, but for CRLF: spare plain text the search.
    guard scalars.contains(where: { $0.value >= 0x300 || $0 == "\r" }) else { return }
    var offset = 0
    for character in String(scalars: scalars) {
      let length = character.unicodeScalars.count
      if length > 1 { inner += offset + 1..<offset + length }
      offset += length
    }
  }

  func hold(_ range: Range<Int>) -> Bool { !cuts(range.lowerBound) && !cuts(range.upperBound) }

  func widened(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while cuts(start) { start -= 1 }
    while cuts(end) { end += 1 }
    return start..<end
  }

  private func cuts(_ offset: Int) -> Bool {
    var (low, high) = (0, inner.count)
    while low < high {
      let middle = (low + high) / 2
      if inner[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < inner.count && inner[low] == offset
  }
}

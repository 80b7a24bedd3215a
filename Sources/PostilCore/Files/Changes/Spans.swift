/// Spans of a post's text: half-open, in code points.
enum Spans {
  /// The spans in order, grown so that no end cuts a grapheme cluster.
  ///
  /// - Throws: when one is empty, ends behind the text, or two overlap.
  static func aligned(_ spans: [Range<Int>], in text: String) throws(Problem) -> [Range<Int>] {
    let borders = borders(of: text)
    var result: [Range<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard !span.isEmpty, span.lowerBound >= 0, span.upperBound <= (borders.last ?? 0) else {
        throw Problem(
          "the span \(span.lowerBound)-\(span.upperBound) is not in the post",
          hint: "The post has \(borders.last ?? 0) code points")
      }
      let start = borders[atOrBefore(span.lowerBound, borders)]
      let before = atOrBefore(span.upperBound, borders)
      let end = borders[before] == span.upperBound ? span.upperBound : borders[before + 1]
      guard result.last.map({ $0.upperBound <= start }) ?? true else {
        throw Problem("two spans of the claim overlap", hint: "Join them into one")
      }
      result.append(start..<end)
    }
    return result
  }

  /// Whether an end of a span lies inside a grapheme cluster.
  static func cutsCluster(_ span: Range<Int>, in borders: [Int]) -> Bool {
    [span.lowerBound, span.upperBound].contains { borders[atOrBefore($0, borders)] != $0 }
  }

  /// Where grapheme clusters begin, and the end of the text.
  static func borders(of text: String) -> [Int] {
    var borders = [0]
    borders.reserveCapacity(text.utf8.count)
    for character in text {
      borders.append(borders[borders.count - 1] + character.unicodeScalars.count)
    }
    return borders
  }

  /// The words of a span.
  static func words(_ span: Range<Int>, in scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[span.clamped(to: 0..<scalars.count)])
    return String(view)
  }

  private static func atOrBefore(_ offset: Int, _ borders: [Int]) -> Int {
    var low = 0
    var high = borders.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if borders[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

/// Spans of a post's text: half-open, in code points.
enum Spans {
  /// The spans in order, grown so that no end cuts a grapheme cluster.
  ///
  /// - Throws: when one is empty, ends behind the text, or two overlap.
  static func aligned(_ spans: [Range<Int>], in text: String) throws(Problem) -> [Range<Int>] {
    let scalars = Array(text.unicodeScalars)
    var result: [Range<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard !span.isEmpty, span.lowerBound >= 0, span.upperBound <= scalars.count else {
        throw Problem(
          "the span \(span.lowerBound)-\(span.upperBound) is not in the post",
          hint: "The post has \(scalars.count) code points")
      }
      let whole = Anchor.aligned(span, in: scalars)
      guard result.last.map({ $0.upperBound <= whole.lowerBound }) ?? true else {
        throw Problem("two spans of the claim overlap", hint: "Join them into one")
      }
      result.append(whole)
    }
    return result
  }

  /// The words of a span.
  static func words(_ span: Range<Int>, in scalars: [Unicode.Scalar]) -> String {
    String(scalars: scalars[span.clamped(to: 0..<scalars.count)])
  }
}

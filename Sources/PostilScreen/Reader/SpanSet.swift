import PostilCore

/// Spans of one claim: in order, none overlapping another; half-open, code points.
struct SpanSet: Hashable, Sendable {
  private(set) var spans: [Range<Int>]

  /// Spans as a claim holds them.
  init(_ spans: [Range<Int>]) {
    self.spans = spans
  }

  /// The same with a range; spans that it overlaps are joined with it.
  func adding(_ range: Range<Int>) -> SpanSet {
    let joined = spans.filter { $0.overlaps(range) }
    let low = min(range.lowerBound, joined.first?.lowerBound ?? .max)
    let high = max(range.upperBound, joined.last?.upperBound ?? 0)
    let rest = spans.filter { !$0.overlaps(range) }
    return SpanSet((rest + [low..<high]).sorted { $0.lowerBound < $1.lowerBound })
  }

  /// The same without a range; what is left of a span loses the white space at its ends.
  func removing(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> SpanSet {
    SpanSet(
      spans.flatMap { span -> [Range<Int>] in
        guard span.overlaps(range) else { return [span] }
        return [
          span.lowerBound..<max(span.lowerBound, range.lowerBound),
          min(span.upperBound, range.upperBound)..<span.upperBound,
        ].map { Self.trimmed($0, in: scalars) }.filter { !$0.isEmpty }
      })
  }

  private static func trimmed(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, scalars[low].properties.isWhitespace { low += 1 }
    while high > low, scalars[high - 1].properties.isWhitespace { high -= 1 }
    return low..<high
  }
}

/// A text without what typesetting does to it: case, runs of white space, kinds of quotes and
/// dashes, soft hyphens and other characters without width.
struct Typography {
  private(set) var scalars: [Unicode.Scalar] = []
  /// The code points of the text that each scalar stands for.
  private var origins: [Range<Int>] = []

  init(_ text: some Sequence<Unicode.Scalar>) {
    for (index, scalar) in text.enumerated() {
      switch scalar {
      case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}", "\u{FE0E}", "\u{FE0F}":
        continue
      case "‘", "’", "‚", "‛", "′", "`", "´":
        append("'", index)
      case "“", "”", "„", "‟", "″", "«", "»":
        append("\"", index)
      case "‐", "‑", "‒", "–", "—", "―", "−":
        append("-", index)
      case "…":
        for _ in 0..<3 { append(".", index) }
      case _ where scalar.properties.isWhitespace:
        if scalars.last == " ", let run = origins.popLast() {
          origins.append(run.lowerBound..<index + 1)
        } else {
          append(" ", index)
        }
      default:
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { append(lower, index) }
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ index: Int) {
    scalars.append(scalar)
    origins.append(index..<index + 1)
  }

  /// The scalars without white space at the ends.
  var trimmed: [Unicode.Scalar] {
    let start = scalars.first == " " ? 1 : 0
    let end = scalars.count - (scalars.count > start && scalars.last == " " ? 1 : 0)
    return Array(scalars[start..<end])
  }

  /// The code points that a range of `scalars` stands for; nil when it cuts one of them.
  func origin(of found: Range<Int>) -> Range<Int>? {
    let (first, last) = (found.lowerBound, found.upperBound - 1)
    guard first == 0 || origins[first - 1] != origins[first],
      last + 1 == origins.count || origins[last + 1] != origins[last]
    else { return nil }
    return origins[first].lowerBound..<origins[last].upperBound
  }
}

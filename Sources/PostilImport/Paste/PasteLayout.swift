#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How much space somebody left between posts, which is the same space all through a text.
struct PasteLayout {
  /// Code points before which most posts end.
  static let limit = 280

  /// Blank lines between posts.
  let gap: Int

  /// Finds the width of gaps at which most lines look like the beginning of a post.
  ///
  /// - Parameter candidates: each with the blank lines before it and what speaks for it.
  init(_ candidates: [(gap: Int, weight: Double, isItem: Bool)]) {
    var votes: [Int: Int] = [:]
    var counts: [Int: Int] = [:]
    for candidate in candidates {
      counts[candidate.gap, default: 0] += 1
      if candidate.weight >= 2 { votes[candidate.gap, default: 0] += 1 }
    }
    let best = votes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    let singles = counts[1] ?? 0
    if votes.values.reduce(0, +) * 20 < candidates.count {
      // Nothing tells posts by their words; two blank lines here and there are then a sign.
      let doubles = candidates.count { $0.gap == 2 && !$0.isItem }
      if doubles > 1, singles >= doubles {
        gap = 2
        return
      }
    }
    gap = best ?? (singles > 0 ? 1 : 0)
  }

  /// What a gap says by its width alone, as a logit.
  func weight(ofGap width: Int) -> Double {
    let base = -1.0
    if gap > 1, width == gap { return base + 3.4 }
    if width < gap || gap == 0 && width > 0 { return base - 2.5 }
    return width > gap ? base - 1.5 : base
  }

  /// How little is lost by a piece of some length: hardly a post is shorter than 5 code points, and
  /// most end before `limit`.
  ///
  /// Where nothing but length tells posts apart, lists do not count, and a post with a very long
  /// line was not held to the limit.
  func weight(ofLength count: Int, listed: Int, isLong: Bool) -> Double {
    if count < 5 { return -2 }
    let size = Double(gap == 0 ? count - listed : count) / Double(Self.limit)
    guard gap == 0 else { return size > 1 ? -2.5 * log(size) : 0 }
    // Of cuts that are equally good, the most even one is taken.
    let unevenness = 0.2 * min(1, size * size)
    return (size > 1 ? -(isLong ? 1 : 4.7) * log(size) : 0) - unevenness
  }
}

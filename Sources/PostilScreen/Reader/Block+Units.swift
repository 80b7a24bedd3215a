import PostilCore

extension Block {
  /// The smallest unit of the ladder that holds a range and more.
  func unit(around range: Range<Int>) -> (unit: Range<Int>, level: Selection.Level)? {
    for level in Selection.Level.allCases {
      guard let unit = unit(level, at: range.lowerBound), unit.lowerBound <= range.lowerBound,
        unit.upperBound >= range.upperBound, unit != range
      else { continue }
      return (unit, level)
    }
    return nil
  }

  /// The first unit inside a range, of the largest kind below a level that makes it smaller.
  func unit(inside range: Range<Int>, below level: Selection.Level)
    -> (unit: Range<Int>, level: Selection.Level)?
  {
    for smaller in Selection.Level.allCases.reversed() where smaller.rawValue < level.rawValue {
      guard let unit = unit(smaller, from: range.lowerBound), unit.upperBound <= range.upperBound,
        unit != range || smaller == .word
      else { continue }
      return (unit, smaller)
    }
    return nil
  }

  /// The first unit that begins at an offset or after it.
  func unit(_ level: Selection.Level, from offset: Int) -> Range<Int>? {
    guard let unit = unit(level, at: offset) else { return nil }
    guard unit.lowerBound < offset else { return unit }
    return self.unit(level, at: unit.upperBound).flatMap { $0.lowerBound >= offset ? $0 : nil }
  }

  /// The grapheme cluster that holds a code point, found in its row so that no key reads the whole
  /// text.
  func cluster(at offset: Int) -> Range<Int> {
    let count = segments.scalars.count
    guard count > 0 else { return 0..<0 }
    let offset = min(max(0, offset), count - 1)
    let line = layout.lines[layout.row(of: offset)]
    if let piece = line.pieces.first(where: { offset < $0.range.upperBound }) {
      return piece.range
    }
    // What was dropped at the end of the row: blanks and a line end.
    let start = line.pieces.last?.range.upperBound ?? line.range.lowerBound
    let tail = start..<line.range.upperBound
    guard tail.contains(offset) else { return offset..<offset + 1 }
    let inner = Anchor.aligned(
      offset - start..<offset - start + 1, in: Array(segments.scalars[tail]))
    return inner.lowerBound + start..<inner.upperBound + start
  }

  /// The cluster before (-1) or after (1) another one; nil at the ends of the text.
  func cluster(beside cluster: Range<Int>, _ step: Int) -> Range<Int>? {
    let next = step > 0 ? cluster.upperBound : cluster.lowerBound - 1
    return segments.scalars.indices.contains(next) ? self.cluster(at: next) : nil
  }

  /// A range widened so that neither end cuts a cluster.
  func aligned(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return range }
    return cluster(at: range.lowerBound).lowerBound..<cluster(at: range.upperBound - 1).upperBound
  }
}

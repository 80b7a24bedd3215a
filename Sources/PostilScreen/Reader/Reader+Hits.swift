import PostilCore

/// Words looked for in an open post.
extension Reader {
  /// Selects the sentence of the next hit, round the ends of the page.
  mutating func selectMatch(of words: [SoughtWords], forward: Bool, fromHere: Bool) -> Bool {
    let all = blocks.indices.flatMap { index in hits(of: words, in: index).map { (index, $0) } }
    guard !all.isEmpty else { return false }
    let start = (selection.block, selection.range.lowerBound)
    let end = (selection.block, selection.range.upperBound)
    let found: (Int, Range<Int>)?
    if fromHere {
      found = all.first { ($0.0, $0.1.lowerBound) >= start }
    } else if forward {
      found = all.first { ($0.0, $0.1.lowerBound) >= end }
    } else {
      found = all.last { ($0.0, $0.1.lowerBound) < start }
    }
    guard let hit = found ?? (forward ? all.first : all.last),
      let sentence = blocks[hit.0].unit(.sentence, at: hit.1.lowerBound)
    else { return false }
    select(sentence, block: hit.0)
    return true
  }

  /// Begins at the post in hand, or at its first hit when that would be out of view.
  mutating func begin(at words: [SoughtWords], rows: Int) {
    top = beginning
    guard !words.isEmpty, rows > 0,
      page.row(of: blocks[main].segments.scalars.count, block: main, in: self) >= top + rows,
      let hit = hits(of: words, in: main).first
    else { return }
    let row = page.row(of: hit.lowerBound, block: main, in: self)
    // A line before it says what it is about.
    if row >= top + rows { top = max(top, min(row - 1, lastTop(rows: rows))) }
  }

  /// In the order of the text.
  private func hits(of words: [SoughtWords], in block: Int) -> [Range<Int>] {
    let scalars = blocks[block].segments.scalars
    return words.flatMap { $0.places(in: scalars) }.sorted { $0.lowerBound < $1.lowerBound }
  }
}

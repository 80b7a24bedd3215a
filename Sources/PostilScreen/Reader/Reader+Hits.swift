import PostilCore

/// Words looked for in an open post.
extension Reader {
  /// Selects the sentence of the next hit; `round` goes on at the other end of the page.
  mutating func selectMatch(
    of words: [SoughtWords], forward: Bool, fromHere: Bool, round: Bool = true
  ) -> Bool {
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
    let next = round ? forward ? all.first : all.last : nil
    guard let hit = found ?? next else { return false }
    return select(hitAt: hit.1.lowerBound, block: hit.0)
  }

  /// Selects the sentence of the first hit of the page, or of the last one.
  mutating func selectHit(of words: [SoughtWords], last: Bool) -> Bool {
    for index in last ? blocks.indices.reversed() : Array(blocks.indices) {
      let hits = hits(of: words, in: index)
      guard let hit = last ? hits.last : hits.first else { continue }
      return select(hitAt: hit.lowerBound, block: index)
    }
    return false
  }

  /// Whether any of the words stands on the page.
  func holds(_ words: [SoughtWords]) -> Bool {
    blocks.indices.contains { !hits(of: words, in: $0).isEmpty }
  }

  private mutating func select(hitAt offset: Int, block: Int) -> Bool {
    guard let sentence = blocks[block].unit(.sentence, at: offset) else { return false }
    select(sentence, block: block)
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

import PostilCore

extension Reader {
  /// The numbers and periods that begin in some rows of the page, each with its unit.
  func numbers(inRows rows: Range<Int>) -> [Labels.Target] {
    var found: [Labels.Target] = []
    for row in rows.clamped(to: 0..<page.rows.count) {
      guard case .text(let index, let line) = page.rows[row] else { continue }
      let range = blocks[index].layout.lines[line].range
      found += blocks[index].quantities.lazy.map(\.range)
        .filter { range.contains($0.lowerBound) }
        .map { .number(block: index, $0) }
    }
    return found
  }

  /// Selects words as a free span, ready to be grown by words or tagged.
  mutating func selectSpan(_ range: Range<Int>, block: Int) {
    select(range, level: .word, block: block)
    selection.free = Selection.Free(anchor: range, head: range)
  }
}

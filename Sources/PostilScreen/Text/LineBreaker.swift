internal import PostilCore

/// Fills rows one after the other; every cluster is looked at a bounded number of times.
struct LineBreaker {
  let width: Int
  /// Code points.
  let count: Int
  private var pieces: [TextLayout.Piece] = []
  private var kinds: [BreakKind] = []

  init(_ text: String, width: Int) {
    self.width = width
    var offset = 0
    let size = text.utf8.count
    pieces.reserveCapacity(size)
    kinds.reserveCapacity(size)
    var known = KnownClusters()
    for character in Characters(text) {
      let cluster = known[character]
      let fits = cluster.glyph.width <= width
      pieces.append(
        TextLayout.Piece(
          draw: fits ? cluster.glyph.draw : " ", width: fits ? cluster.glyph.width : 1,
          range: offset..<offset + cluster.count))
      kinds.append(cluster.kind)
      offset += cluster.count
    }
    count = offset
  }

  func lines() -> [TextLayout.Line] {
    var lines: [TextLayout.Line] = []
    var start = 0
    while true {
      let end = end(from: start)
      lines.append(line(from: start, to: end))
      guard end.next < pieces.count || end.isHard else { return lines }
      start = end.next
    }
  }

  /// Where a row ends.
  private struct End {
    /// The first cluster that is not drawn in it.
    var index: Int
    /// The first cluster of the next row.
    var next: Int
    /// Whether a newline ends it.
    var isHard = false
  }

  private func end(from start: Int) -> End {
    var column = 0
    var best: Int?
    var soft: Int?
    for index in start..<pieces.count {
      let kind = kinds[index]
      if kind == .newline { return End(index: index, next: index + 1, isHard: true) }
      if !kind.isSpace, index > start {
        if isBreak(before: index) { best = index }
        if isSoftBreak(before: index, from: start) { soft = index }
        if column + pieces[index].width > width {
          let next = choice(overflow: index, best: best, soft: soft)
          return End(index: next, next: next)
        }
      }
      column += cells(index, at: column)
    }
    return End(index: pieces.count, next: pieces.count)
  }

  /// Where to break when the cluster at `overflow` does not fit: a word goes to the next row as a
  /// whole if a row can hold it, else it is cut after a hyphen or slash, else anywhere.
  private func choice(overflow: Int, best: Int?, soft: Int?) -> Int {
    guard let best else { return soft ?? overflow }
    guard let soft, soft > best else { return best }
    var length = 0
    for index in best..<pieces.count {
      if kinds[index].isSpace || kinds[index] == .newline { return best }
      if index > best, isBreak(before: index) { return best }
      length += pieces[index].width
      if length > width { return soft }
    }
    return best
  }

  private func line(from start: Int, to end: End) -> TextLayout.Line {
    var stop = end.index
    let isWrapped = !end.isHard && end.next < pieces.count
    if isWrapped {
      while stop > start, kinds[stop - 1].isSpace { stop -= 1 }
    }
    var column = 0
    var shown: [TextLayout.Piece] = []
    shown.reserveCapacity(stop - start)
    for index in start..<stop {
      var piece = pieces[index]
      piece.width = min(cells(index, at: column), width - column)
      guard piece.width > 0 else { break }
      if kinds[index].isSpace { piece.draw = String(repeating: " ", count: piece.width) }
      shown.append(piece)
      column += piece.width
    }
    return TextLayout.Line(pieces: shown, range: offset(start)..<offset(end.next))
  }

  private func offset(_ index: Int) -> Int {
    index < pieces.count ? pieces[index].range.lowerBound : count
  }

  /// Cells of a cluster that begins at `column`; tab stops are every four.
  private func cells(_ index: Int, at column: Int) -> Int {
    kinds[index] == .tab ? 4 - column % 4 : pieces[index].width
  }

  private func isBreak(before index: Int) -> Bool {
    kinds[index - 1].allowsBreak(
      before: kinds[index], isWide: pieces[index - 1].width + pieces[index].width > 2)
  }

  private func isSoftBreak(before index: Int, from start: Int) -> Bool {
    guard kinds[index - 1] == .hyphen, kinds[index] != .hyphen, kinds[index] != .glue else {
      return false
    }
    // The slashes of "https://" are no place to cut.
    return index - 2 >= start && kinds[index - 2] != .hyphen
  }
}

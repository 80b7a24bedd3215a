/// The ways between code points of the text and cells of the screen.
extension TextLayout {
  /// The row in which a code point stands; the end of the text is in the last one.
  public func row(of offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].range.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The first cell of a code point's cluster in its row; the end of the row for one that is not
  /// drawn.
  public func column(of offset: Int) -> Int {
    var column = 0
    for piece in lines[row(of: offset)].pieces {
      if offset < piece.range.upperBound { return column }
      column += piece.width
    }
    return column
  }

  /// The code point at which the cluster in a cell begins. Rows and columns outside are moved to
  /// the nearest one inside; right of the text lies the end of the row.
  public func offset(row: Int, column: Int) -> Int {
    let row = min(max(0, row), lines.count - 1)
    let line = lines[row]
    var end = 0
    for piece in line.pieces {
      end += piece.width
      if column < end { return piece.range.lowerBound }
    }
    guard let last = line.pieces.last else { return line.range.lowerBound }
    let isEndInRow = last.range.upperBound < line.range.upperBound || row == lines.count - 1
    return isEndInRow ? last.range.upperBound : last.range.lowerBound
  }

  /// The cells that a range of code points covers in a row; nil when none of them is drawn there.
  public func columns(of range: Range<Int>, row: Int) -> Range<Int>? {
    guard lines.indices.contains(row), lines[row].range.overlaps(range) else { return nil }
    var columns: Range<Int>?
    var column = 0
    for piece in lines[row].pieces {
      if piece.range.overlaps(range) {
        columns = (columns?.lowerBound ?? column)..<column + piece.width
      }
      column += piece.width
    }
    return columns
  }
}

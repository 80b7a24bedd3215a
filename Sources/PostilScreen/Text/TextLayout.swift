internal import PostilCore

/// A text set in rows of at most so many cells, with the way back from every cell to its code point.
///
/// Rows end at spaces, between ideographs, after hyphens and slashes of words that no row could
/// hold, and inside a grapheme cluster never. `\n`, `\r\n` and `\r` each begin a new row. The space
/// at a wrap is not drawn; every other code point is drawn exactly once.
public struct TextLayout: Hashable, Sendable {
  /// One grapheme cluster in its place.
  public struct Piece: Hashable, Sendable {
    /// What is drawn; a tab is as many blanks as reach the next stop.
    public var draw: String
    /// Cells.
    public var width: Int
    /// Half-open, code points of the text.
    public var range: Range<Int>
  }

  /// One row.
  public struct Line: Hashable, Sendable {
    /// What is drawn, from the left edge on, without gaps.
    public var pieces: [Piece]
    /// Half-open, code points of the text: the pieces and what was dropped after them (spaces at a
    /// wrap, a newline). The ranges of all rows follow each other without gaps.
    public var range: Range<Int>

    /// The row as drawn.
    public var text: String { pieces.map(\.draw).joined() }

    /// Cells.
    public var width: Int { pieces.reduce(0) { $0 + $1.width } }
  }

  /// At least one row, also for an empty text.
  public let lines: [Line]
  /// The most cells a row may take.
  public let width: Int
  /// How many code points the text has.
  public let count: Int

  /// Sets `scalars` in rows of at most `width` cells (at least one).
  public init(_ scalars: some Collection<Unicode.Scalar>, width: Int) {
    self.init(String(scalars: scalars), width: width)
  }

  /// Sets `text` in rows of at most `width` cells (at least one).
  public init(_ text: String, width: Int) {
    let breaker = LineBreaker(text, width: max(1, width))
    self.width = breaker.width
    count = breaker.count
    lines = breaker.lines()
  }
}

extension Canvas {
  /// Draws a row of a layout; `looks` are those of the code points of its range.
  public mutating func write(
    _ line: TextLayout.Line, row: Int, column: Int, looks: [Look]
  ) {
    var column = column
    for piece in line.pieces {
      let place = piece.range.lowerBound - line.range.lowerBound
      put(piece.draw, width: piece.width, row: row, column: column, look: looks[place])
      column += piece.width
    }
  }
}

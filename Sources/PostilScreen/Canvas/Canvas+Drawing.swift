internal import PostilCore

/// Drawing on one row. Nothing outside the grid is drawn, no wide character is ever cut in half,
/// and every row always sums to exactly the width: what loses its other half becomes a blank.
extension Canvas {
  /// Stands where a text was cut off.
  public static let clipMark = "…"

  /// Draws `text` from `column` on, in at most `width` cells and not past the right edge; what does
  /// not fit ends in `…`. Answers the column after the last cell drawn.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, row: Int, column: Int, look: Look, width: Int? = nil
  ) -> Int {
    let room = min(width ?? size.columns, size.columns - column)
    guard room > 0, rows.contains(row) else { return column }
    if column >= 0, let bytes = Canvas.plainBytes(of: text, fitting: room) {
      return write(bytes, row: row, column: column, look: look)
    }
    var column = column
    for glyph in Canvas.glyphs(of: text, fitting: room) {
      put(glyph.draw, width: glyph.width, row: row, column: column, look: look)
      column += glyph.width
    }
    return column
  }

  /// Draws `text` so that it ends before `end`; what does not fit ends in `…`. Answers the column of
  /// the first cell drawn, `end` when there is none.
  @discardableResult
  public mutating func writeRight(
    _ text: some StringProtocol, row: Int, end: Int, look: Look, width: Int? = nil
  ) -> Int {
    let room = min(width ?? end, end)
    guard room > 0 else { return end }
    let taken =
      Canvas.plainBytes(of: text, fitting: room)?.count
      ?? Canvas.glyphs(of: text, fitting: room).reduce(0) { $0 + $1.width }
    write(text, row: row, column: end - taken, look: look, width: taken)
    return end - taken
  }

  /// Fills cells of a row with blanks, or with another narrow glyph.
  public mutating func fill(
    row: Int, columns: Range<Int>? = nil, look: Look = Look(.text), glyph: String = " "
  ) {
    guard rows.contains(row) else { return }
    let columns = visible(columns)
    mend(row, columns)
    let start = places(of: row).lowerBound
    let cell = Cell(Symbol(glyph), look)
    for column in columns { cells[start + column] = cell }
  }

  /// Puts a frame of one row and of the same width in the place of a row.
  mutating func place(_ line: Canvas, row: Int) {
    guard rows.contains(row), line.size.columns == size.columns else { return }
    cells.replaceSubrange(places(of: row), with: line.cells)
  }

  /// Draws a horizontal rule.
  public mutating func rule(row: Int, columns: Range<Int>? = nil, look: Look = Look(.rule)) {
    fill(row: row, columns: columns, look: look, glyph: "─")
  }

  /// Lays something over cells without touching what they show; a wide character that the range
  /// cuts is covered whole.
  public mutating func patch(row: Int, columns: Range<Int>? = nil, overlay: Overlay) {
    guard rows.contains(row) else { return }
    var columns = visible(columns)
    guard !columns.isEmpty else { return }
    if columns.lowerBound > 0, self[row, columns.lowerBound].symbol.isNone {
      columns = columns.lowerBound - 1..<columns.upperBound
    }
    if columns.upperBound < size.columns, self[row, columns.upperBound].symbol.isNone {
      columns = columns.lowerBound..<columns.upperBound + 1
    }
    for column in columns {
      self[row, column].look.overlay.formUnion(overlay)
    }
  }

  /// Draws one glyph, and mends wide characters of which it covers a half. A glyph that does not
  /// lie inside the grid as a whole leaves a blank in the cell that does.
  public mutating func put(_ draw: String, width: Int, row: Int, column: Int, look: Look) {
    guard rows.contains(row), width > 0 else { return }
    let columns = visible(column..<column + width)
    guard let first = columns.first else { return }
    mend(row, columns)
    guard columns.count == width, width <= 2 else {
      for column in columns { self[row, column] = Cell(.blank, look) }
      return
    }
    self[row, first] = Cell(Symbol(draw), look)
    if width == 2 { self[row, first + 1] = Cell(.none, look) }
  }

  /// Blanks the halves that stay of wide characters of which these columns will cover the other.
  private mutating func mend(_ row: Int, _ columns: Range<Int>) {
    guard !columns.isEmpty else { return }
    let first = columns.lowerBound
    if first > 0, self[row, first].symbol.isNone { self[row, first - 1].symbol = .blank }
    let next = columns.upperBound
    if next < size.columns, self[row, next].symbol.isNone { self[row, next].symbol = .blank }
  }

  private var rows: Range<Int> { 0..<size.rows }

  private func visible(_ columns: Range<Int>?) -> Range<Int> {
    (columns ?? 0..<size.columns).clamped(to: 0..<size.columns)
  }

  /// Most of what is drawn: nothing but printable ASCII, a cell a byte; nil for all else, and for what
  /// does not fit.
  private static func plainBytes<Text: StringProtocol>(
    of text: Text, fitting room: Int
  ) -> Text.UTF8View? {
    let bytes = text.utf8
    return bytes.count <= room && bytes.allSatisfy { 0x20...0x7E ~= $0 } ? bytes : nil
  }

  private mutating func write(
    _ bytes: some Collection<UInt8>, row: Int, column: Int, look: Look
  ) -> Int {
    let end = column + bytes.count
    mend(row, column..<end)
    var place = places(of: row).lowerBound + column
    for byte in bytes {
      cells[place] = Cell(Symbol(ascii: byte), look)
      place += 1
    }
    return end
  }

  /// What stood on the last screens mostly stands on the next.
  private static let known = Memo<Setting, [Glyph]>(limit: 250)

  /// The glyphs of a text that fit into `room` cells, ended by the clip mark when some do not.
  private static func glyphs(of text: some StringProtocol, fitting room: Int) -> [Glyph] {
    guard let setting = Setting(text, width: room) else { return glyphs(Characters(text), room) }
    return known.answer(to: setting) { glyphs(Characters($0.text), room) }
  }

  private static func glyphs(_ characters: Characters, _ room: Int) -> [Glyph] {
    var glyphs: [Glyph] = []
    var taken = 0
    for character in characters {
      let glyph = Glyph(character)
      taken += glyph.width
      glyphs.append(glyph)
      guard taken > room else { continue }
      while let last = glyphs.last, taken > room - 1 {
        taken -= last.width
        glyphs.removeLast()
      }
      let mark = Glyph("…")
      return glyphs + [mark] + Array(repeating: Glyph(" "), count: max(0, room - taken - 1))
    }
    return glyphs
  }
}

import PostilCore
import PostilScreen

/// What is wrong with the widths of a row, in words; nil when it sums to the width.
func wholeness(of canvas: Canvas, row: Int) -> String? {
  var column = 0
  let cells = Array(canvas.row(row))
  while column < cells.count {
    guard let character = cells[column].glyph.first else { return "half a glyph at \(column)" }
    let width = cells[column].glyph.count == 1 ? Glyph(character).width : 2
    if width == 2, column + 1 == cells.count || !cells[column + 1].glyph.isEmpty {
      return "a wide glyph without its second cell at \(column)"
    }
    column += width
  }
  return column == cells.count ? nil : "\(column) cells"
}

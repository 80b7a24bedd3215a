import PostilCore

/// A list narrowed by typing: the words typed on top, the best first.
func drawPicker(_ picker: Picker, _ state: State, in area: Area, on canvas: inout Canvas) {
  let left = area.columns.lowerBound
  let width = area.columns.count
  for row in area.rows { canvas.fill(row: row, columns: area.columns) }
  var top = area.rows.lowerBound
  var start = canvas.write(
    picker.title, row: top, column: left + 1, look: Look(.prompt), width: width - 1)
  if width < 48 {
    // Too narrow for both on one line.
    top += 1
    start = canvas.write("> ", row: top, column: left + 1, look: Look(.prompt))
  } else {
    start = canvas.write(": ", row: top, column: start, look: Look(.prompt))
  }
  let window = picker.editor.window(width: max(1, area.columns.upperBound - start - 1))
  canvas.write(window.text, row: top, column: start, look: Look(.text))
  canvas.cursor = (top, min(canvas.size.columns - 1, start + window.cursor))
  canvas.showsCursor = true

  let items = picker.shown
  let detail = detailLines(picker, state, width: width - 2).prefix(max(1, area.rows.count / 3))
  let rows = max(1, area.rows.upperBound - top - 2 - (detail.isEmpty ? 0 : detail.count + 1))
  var first = picker.top
  if picker.cursor >= first + rows { first = picker.cursor - rows + 1 }
  first = min(first, picker.cursor)
  let keyWidth = min(width < 48 ? 10 : 16, items.map { Glyph.width(of: $0.keys) }.max() ?? 0)
  let nameWidth = items.map { Glyph.width(of: $0.label ?? $0.value) }.max() ?? 0
  for (offset, item) in items.dropFirst(first).prefix(rows).enumerated() {
    let row = top + 2 + offset
    guard area.rows.contains(row) else { break }
    if item.isHeading {
      canvas.write(item.text, row: row, column: left + 1, look: Look(.marginHead), width: width - 1)
      continue
    }
    let isCursor = first + offset == picker.cursor
    let overlay: Overlay = isCursor ? .cursor : []
    canvas.fill(row: row, columns: area.columns, look: Look(.text, overlay))
    canvas.write(isCursor ? ">" : " ", row: row, column: left, look: Look(.text, overlay))
    canvas.write(
      item.keys, row: row, column: left + 2, look: Look(.hintKey, overlay), width: keyWidth)
    var column = left + 2 + (keyWidth > 0 ? keyWidth + 2 : 0)
    column = canvas.write(
      item.label ?? item.value, row: row, column: column, look: Look(.text, overlay),
      width: area.columns.upperBound - column)
    let textStart = max(column + 2, left + 4 + keyWidth + min(nameWidth, 22) + 2)
    let end = drawScope(
      of: item, in: picker, row: row, of: area.columns, overlay: overlay, on: &canvas)
    canvas.write(
      item.text, row: row, column: textStart, look: Look(item.role, overlay),
      width: max(0, end - textStart))
  }
  if items.isEmpty {
    canvas.write(
      "nothing found", row: min(top + 2, area.rows.upperBound - 1), column: left + 2,
      look: Look(.dim))
  }
  for (offset, line) in detail.enumerated() {
    let row = area.rows.upperBound - detail.count + offset
    guard row > top + 2 else { continue }
    canvas.write(line, row: row, column: left + 1, look: Look(.dim), width: width - 1)
  }
}

/// Where a command has its keys, at the right of a wide line; not under the heading that says it.
///
/// - Returns: the column where the room before it ends.
private func drawScope(
  of item: Picker.Item, in picker: Picker, row: Int, of columns: Range<Int>, overlay: Overlay,
  on canvas: inout Canvas
) -> Int {
  let end = columns.upperBound
  guard columns.count >= wideLine, let scope = item.scope,
    picker.purpose == .palette || !picker.editor.text.isEmpty
  else { return end }
  return canvas.writeRight(
    scope.rawValue, row: row, end: end - 1, look: Look(.dim, overlay)) - 2
}

/// From this width on a line of the palette holds all there is to say, in cells.
private let wideLine = 72

/// What the command does, and where it has its keys, where that did not fit.
private func detailLines(_ picker: Picker, _ state: State, width: Int) -> [String] {
  guard let item = picker.current, width > 8 else { return [] }
  if picker.purpose == .places || picker.purpose == .sources {
    return reasonLines(item, state, width: width)
      + Wrapping.lines(item.text, width: width).prefix(6)
  }
  guard width + 2 < wideLine, picker.purpose == .palette else { return [] }
  let scope = item.scope.map { " · " + $0.title } ?? ""
  return Array(Wrapping.lines(item.text + scope, width: width).prefix(4))
}

/// Why a record is offered, where there is more to say than fits before its name.
private func reasonLines(_ item: Picker.Item, _ state: State, width: Int) -> [String] {
  guard let index = Int(item.value), state.offered.indices.contains(index),
    !state.offered[index].reasons.isEmpty
  else { return [] }
  return Array(Wrapping.lines(item.keys, width: width).prefix(3))
}

import PostilCore

/// What a command wrote, over the whole body: it has nothing to do with the page below.
func drawOutput(_ output: OutputView, in area: Area, on canvas: inout Canvas) {
  let left = area.columns.lowerBound + 1
  let top = area.rows.lowerBound
  let rows = max(1, area.rows.count - 2)
  canvas.write(output.title, row: top, column: left, look: Look(.prompt), width: area.columns.count)
  let last = min(output.lines.count, output.top + rows)
  canvas.writeRight(
    "  \(output.top + 1)-\(last)/\(output.lines.count)", row: top, end: area.columns.upperBound - 1,
    look: Look(.dim))
  for index in output.top..<last {
    canvas.write(
      output.visible(index), row: top + 2 + index - output.top, column: left, look: Look(.text),
      width: area.columns.count - 2)
  }
  canvas.cursor = (min(top + 2, area.rows.upperBound - 1), 0)
}

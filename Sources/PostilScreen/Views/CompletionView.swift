import PostilCore

/// What a `[[` may become, below the note that is being written.
func drawCompletion(_ completion: Completion, in area: Area, on canvas: inout Canvas) {
  let left = area.columns.lowerBound
  let lines = completion.lines
  guard !area.rows.isEmpty else { return }
  guard !lines.isEmpty else {
    canvas.write("nothing is called so", row: area.rows.lowerBound, column: left, look: Look(.dim))
    return
  }
  let first = max(0, completion.cursor - area.rows.count + 1)
  for (line, (index, row)) in zip(
    lines.dropFirst(first), zip(lines.indices.dropFirst(first), area.rows))
  {
    let isCursor = index == completion.cursor
    let overlay: Overlay = isCursor ? .cursor : []
    canvas.fill(row: row, columns: area.columns, look: Look(.text, overlay))
    canvas.write(isCursor ? ">" : " ", row: row, column: left, look: Look(.text, overlay))
    canvas.write(line.kind, row: row, column: left + 2, look: Look(.dim, overlay), width: 6)
    let room = max(0, area.columns.upperBound - left - 8)
    canvas.write(
      Wrapping.oneLine(line.words, width: room), row: row, column: left + 8,
      look: Look(.text, overlay), width: room)
  }
}

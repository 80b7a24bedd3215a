import PostilCore

/// The list on its own: one line a post, the post in hand below.
func drawList(_ state: State, on canvas: inout Canvas) {
  let frame = state.frame
  let geometry = state.geometry
  let list = state.list
  guard list.total > 0 else {
    drawEmptyList(state, in: Area(frame.body, 0..<canvas.size.columns), on: &canvas)
    return
  }
  let columns = ListColumns(width: canvas.size.columns)
  var row = frame.body.lowerBound
  if geometry.heading > 0 {
    columns.drawHeading(row: row, on: &canvas)
    row += 1
  }
  for line in state.listLines {
    guard let position = line.position else {
      drawListHeading(line, list, row: row, 0..<canvas.size.columns, on: &canvas)
      row += 1
      continue
    }
    if let post = list.row(at: position) {
      columns.draw(
        post, row: row, isCursor: position == list.cursor,
        isMarked: list.marked.contains(post.id) || isInRange(position, list), today: state.today,
        on: &canvas)
    } else {
      canvas.write("  …", row: row, column: 0, look: Look(.dim))
    }
    if position == list.cursor, state.showsItemCursor { canvas.cursor = (row, 0) }
    row += 1
  }
  drawRowLabels(state, firstRow: frame.body.lowerBound + geometry.heading, on: &canvas)
  guard geometry.preview > 0 else { return }
  let rule = frame.body.upperBound - geometry.preview - 1
  canvas.rule(row: rule)
  let area = Area(rule + 1..<frame.body.upperBound, 0..<canvas.size.columns)
  if drawPopup(state, in: area, on: &canvas) { return }
  guard let reader = state.readerShown, reader.dossier.post.id == list.current?.id else { return }
  guard let margin = frame.margin else {
    drawPage(reader, state, in: area, selects: false, on: &canvas)
    return
  }
  drawPage(reader, state, in: Area(area.rows, frame.text), selects: false, on: &canvas)
  drawColumn(margin.lowerBound - 1, area.rows, on: &canvas)
  drawMargin(
    reader, state, in: Area(area.rows, margin.lowerBound + 1..<margin.upperBound), on: &canvas)
}

/// Each row's label in the blank cell before its date.
private func drawRowLabels(_ state: State, firstRow: Int, on canvas: inout Canvas) {
  guard state.room == .list else { return }
  for label in state.labels {
    guard case .row(let position) = label.target else { continue }
    guard let line = state.listLine(of: position) else { continue }
    canvas.write(String(label.letter), row: firstRow + line, column: 3, look: Look(.label))
  }
}

/// What a group of the list has in common, and how many rows it has.
private func drawListHeading(
  _ line: ListLine, _ list: PostList, row: Int, _ columns: Range<Int>, on canvas: inout Canvas
) {
  guard case .heading(let section) = line else { return }
  let start = columns.lowerBound + 1
  let end = canvas.write(
    section.name, row: row, column: start, look: Look(.marginHead), width: columns.count - 9)
  guard let count = list.count(of: section) else { return }
  canvas.write(" · \(count)", row: row, column: end, look: Look(.dim))
}

func isInRange(_ position: Int, _ list: PostList) -> Bool {
  guard let from = list.rangeFrom else { return false }
  return (min(from, list.cursor)...max(from, list.cursor)).contains(position)
}

/// What stands in the list when nothing does: that files are being read, else what to do next, with
/// the keys.
func drawEmptyList(_ state: State, in area: Area, on canvas: inout Canvas) {
  guard state.list.isLoaded else { return }
  let isReading = state.reading != nil || state.progress != nil
  guard state.list.filter.isEmpty, isReading else {
    return drawFresh(.list, state, in: area, on: &canvas)
  }
  let count = state.progress.map { " \($0.done) of \($0.total)" } ?? ""
  canvas.write(
    (state.progress?.label ?? "reading files") + " …" + count, row: area.rows.lowerBound + 1,
    column: area.columns.lowerBound + 2, look: Look(.text), width: area.columns.count - 3)
  canvas.cursor = (area.rows.lowerBound + 1, area.columns.lowerBound + 2)
}

/// The list beside an open post: two lines an item.
func drawListPane(_ state: State, in area: Area, on canvas: inout Canvas) {
  let list = state.list
  guard list.total > 0 else {
    drawEmptyList(state, in: area, on: &canvas)
    return
  }
  let geometry = state.geometry
  let width = area.columns.count
  for index in 0..<geometry.visible {
    let position = list.top + index
    let row = area.rows.lowerBound + (state.listLine(of: position) ?? 0)
    guard position < list.total, row < area.rows.upperBound else { break }
    if let section = list.heading(at: position, shown: list.top) {
      drawListHeading(.heading(section), list, row: row - 1, area.columns, on: &canvas)
    }
    guard let post = list.row(at: position) else {
      canvas.write("  …", row: row, column: 0, look: Look(.dim))
      continue
    }
    let isCursor = position == list.cursor
    let isMarked = list.marked.contains(post.id) || isInRange(position, list)
    let overlay: Overlay = isCursor ? .cursor : isMarked ? .marked : []
    let date = shortDate(post.posted, today: state.today)
    let role: Role = post.isRead ? .text : .unread
    canvas.fill(row: row, columns: area.columns, look: Look(.text, overlay))
    canvas.write(
      flags(post, isCursor: isCursor, isMarked: isMarked), row: row, column: 0,
      look: Look(.star, overlay))
    canvas.write(date, row: row, column: 4, look: Look(.date, overlay))
    let marks = claimMarks(post)
    let marksWidth = marks.reduce(0) { $0 + $1.text.count }
    let start = 5 + date.count
    canvas.write(
      source(post), row: row, column: start, look: Look(role, overlay),
      width: max(1, width - start - marksWidth - 2))
    var column = width - 1 - marksWidth
    for mark in marks {
      column = canvas.write(mark.text, row: row, column: column, look: Look(mark.role, overlay))
    }
    if row + 1 < area.rows.upperBound {
      let start = canvas.write(groupMark(post), row: row + 1, column: 4, look: Look(.dim))
      canvas.write(
        Wrapping.oneLine(summary(post), width: max(0, width - 1 - start)), row: row + 1,
        column: start, look: Look(post.isRead ? .dim : .text))
    }
    if isCursor, state.showsItemCursor, state.room == .list { canvas.cursor = (row, 0) }
  }
  drawRowLabels(state, firstRow: area.rows.lowerBound, on: &canvas)
}

import PostilCore

/// Every claim of every post, the one in hand in its sentence below.
func drawLedger(_ state: State, on canvas: inout Canvas) {
  let frame = state.frame
  let geometry = state.geometry
  let ledger = state.ledger
  let width = canvas.size.columns
  guard !ledger.rows.isEmpty else {
    guard ledger.isLoaded else { return }
    drawFresh(.ledger, state, in: Area(frame.body, 0..<width), on: &canvas)
    return
  }
  let columns = LedgerColumns(width: width)
  var row = frame.body.lowerBound
  if geometry.heading > 0 {
    columns.drawHeading(row: row, on: &canvas)
    row += 1
  }
  let shown = state.rowsInView(from: ledger.top, cursor: ledger.cursor)
  for index in shown.clamped(to: 0..<ledger.rows.count) {
    columns.draw(
      ledger.rows[index], row: row, isCursor: index == ledger.cursor,
      isMarked: ledger.marked.contains(ledger.rows[index].id) || ledger.isInRange(index),
      today: state.today, on: &canvas)
    if index == ledger.cursor, state.showsItemCursor { canvas.cursor = (row, 0) }
    row += 1
  }
  guard geometry.preview > 0 else { return }
  let rule = frame.body.upperBound - geometry.preview - 1
  canvas.rule(row: rule)
  let area = Area(rule + 1..<frame.body.upperBound, 0..<width)
  if drawPopup(state, in: area, on: &canvas) { return }
  drawClaimInPlace(state, in: area, on: &canvas)
}

/// The words around the claim in its post, then its history and note.
private func drawClaimInPlace(_ state: State, in area: Area, on canvas: inout Canvas) {
  guard let row = state.ledger.current, var reader = state.reader,
    let entry = reader.row(ofClaim: row.id)
  else { return }
  let claim = reader.claim(entry)
  reader.focus(claim, in: entry.block)
  let notes = MarginItem(claim: claim, number: entry.number)
  let history = claim.history.map { turn in
    "\(turn.day) \(turn.status.mark) \(turn.status.rawValue)"
      + (turn.confidence.map { " \($0)%" } ?? "") + (turn.words.map { "  \($0)" } ?? "")
  }
  let frame = state.frame
  var text = area
  var side = area
  if let margin = frame.margin {
    text.columns = frame.text
    side.columns = margin.lowerBound + 1..<margin.upperBound
    drawColumn(margin.lowerBound - 1, area.rows, on: &canvas)
  } else {
    text.rows = area.rows.prefix(max(2, area.rows.count / 2))
    side = Area(text.rows.upperBound..<area.rows.upperBound, 4..<area.columns.upperBound)
  }
  reader.top = max(0, entry.row - 1)
  drawPage(reader, state, in: text, selects: true, on: &canvas)
  let lines =
    notes.lines(width: side.columns.count, most: side.rows.count)
    + history.flatMap { Wrapping.lines($0, width: side.columns.count) }
    .map { MarginItem.Line($0, .dim) }
  for (line, row) in zip(lines, side.rows) {
    canvas.write(
      line.text, row: row, column: side.columns.lowerBound, look: Look(line.role),
      width: side.columns.count)
    if !line.right.isEmpty {
      canvas.writeRight(line.right, row: row, end: side.columns.upperBound, look: Look(.dim))
    }
  }
}

/// The columns of the ledger at a width.
private struct LedgerColumns {
  let due = 6..<16
  let words: Range<Int>
  let source: Range<Int>?
  let date: Range<Int>?
  let note: Int?

  init(width: Int) {
    let hasSource = width >= 60
    let hasDate = width >= 80
    let right = hasDate ? width - 9 : width
    date = hasDate ? width - 8..<width - 1 : nil
    source = hasSource ? right - 15..<right - 1 : nil
    note = hasSource ? right - 17 : nil
    words = 18..<(hasSource ? right - 18 : width - 1)
  }

  func drawHeading(row: Int, on canvas: inout Canvas) {
    let look = Look(.dim)
    canvas.write("st", row: row, column: 3, look: look)
    canvas.write("due", row: row, column: due.lowerBound, look: look)
    canvas.write("claim", row: row, column: words.lowerBound, look: look)
    if let source { canvas.write("source", row: row, column: source.lowerBound, look: look) }
    if let date { canvas.write("posted", row: row, column: date.lowerBound, look: look) }
  }

  func draw(
    _ claim: ClaimRow, row: Int, isCursor: Bool, isMarked: Bool, today: Day,
    on canvas: inout Canvas
  ) {
    let overlay: Overlay = isCursor ? .cursor : isMarked ? .marked : []
    canvas.fill(row: row, look: Look(.text, overlay))
    canvas.write(
      (isCursor ? ">" : " ") + (isMarked ? "x" : " "), row: row, column: 0,
      look: Look(.text, overlay))
    canvas.write(
      String(claim.mark), row: row, column: 3,
      look: Look(.status(claim.status, claim.type), overlay))
    if let day = claim.due {
      let isOverdue = claim.status == .open && day < today
      canvas.write(
        "\(day)\(isOverdue ? "!" : "")", row: row, column: due.lowerBound,
        look: Look(isOverdue ? .problem : .date, overlay), width: due.count + 1)
    }
    canvas.write(
      Wrapping.oneLine(claim.words, width: words.count), row: row, column: words.lowerBound,
      look: Look(.text, overlay))
    if let note, claim.hasNote {
      canvas.write("n", row: row, column: note, look: Look(.dim, overlay))
    }
    if let source {
      canvas.write(
        claim.author ?? "", row: row, column: source.lowerBound, look: Look(.author, overlay),
        width: source.count)
    }
    if let date {
      canvas.write(
        claim.posted == nil ? "" : shortDate(claim.posted, today: today), row: row,
        column: date.lowerBound, look: Look(.date, overlay))
    }
  }
}

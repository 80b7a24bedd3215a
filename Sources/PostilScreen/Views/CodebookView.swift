import PostilCore

/// Where the tags and what the one in hand means are drawn: beside each other, or one below.
struct CodebookPanes {
  let list: Area
  let detail: Area
  let isBeside: Bool

  /// `popup`: rows that something wants which lies over what the tag means.
  init(_ frame: Frame, popup: Int? = nil) {
    let columns = 0..<frame.size.columns
    isBeside = frame.size.columns >= 72
    guard !isBeside else {
      let middle = min(52, max(34, frame.size.columns * 44 / 100))
      list = Area(frame.body, 0..<middle)
      detail = Area(frame.body, middle + 2..<frame.size.columns - 1)
      return
    }
    let usual = frame.body.count < 7 ? 0 : max(3, frame.body.count * 2 / 5)
    let height = max(usual, min(popup ?? 0, frame.body.count * 2 / 3))
    let end = frame.body.upperBound - height
    list = Area(
      frame.body.lowerBound..<max(frame.body.lowerBound, end - (height > 0 ? 1 : 0)), columns)
    detail = Area(end..<frame.body.upperBound, columns.dropFirst().dropLast())
  }
}

/// Every tag under the one it belongs to, with its counts and what it means.
func drawCodebook(_ state: State, on canvas: inout Canvas) {
  if case .dryRun(let run) = state.layer { return drawDryRun(run, state, on: &canvas) }
  let room = state.codebook
  guard !room.rows.isEmpty else {
    if room.isLoaded {
      drawFresh(.codebook, state, in: Area(state.frame.body, 0..<canvas.size.columns), on: &canvas)
    }
    return
  }
  let panes = CodebookPanes(state.frame, popup: popupHeight(state))
  drawTagRows(state, in: panes.list, on: &canvas)
  if panes.isBeside {
    drawColumn(panes.list.columns.upperBound, state.frame.body, on: &canvas)
  } else if !panes.detail.rows.isEmpty {
    canvas.rule(row: panes.detail.rows.lowerBound - 1)
  }
  if drawPopup(state, in: panes.detail, on: &canvas) { return }
  guard let tag = room.current else { return }
  for (line, row) in zip(
    detail(of: tag, state, width: panes.detail.columns.count), panes.detail.rows)
  {
    canvas.write(
      line.text, row: row, column: panes.detail.columns.lowerBound, look: Look(line.role),
      width: panes.detail.columns.count)
  }
}

private func drawTagRows(_ state: State, in area: Area, on canvas: inout Canvas) {
  let room = state.codebook
  guard let head = area.rows.first else { return }
  let end = area.columns.upperBound - 1
  canvas.write("tag", row: head, column: 5, look: Look(.dim))
  canvas.writeRight("posts", row: head, end: end - 8, look: Look(.dim))
  canvas.writeRight("claims", row: head, end: end, look: Look(.dim))
  let rows = area.rows.dropFirst()
  let top = scrolled(top: room.top, cursor: room.cursor, rows: max(1, rows.count))
  for (index, row) in rows.enumerated() where room.rows.indices.contains(top + index) {
    let line = room.rows[top + index]
    let isCursor = top + index == room.cursor
    let overlay: Overlay = isCursor ? .cursor : []
    canvas.fill(row: row, columns: area.columns, look: Look(.text, overlay))
    let isLike = room.doubles[line.tag.name] != nil
    canvas.write(
      (isCursor ? ">" : " ") + (isLike ? "!" : " "), row: row, column: 0,
      look: Look(isLike ? .problem : .text, overlay))
    canvas.write(line.tag.key ?? " ", row: row, column: 3, look: Look(.hintKey, overlay))
    let indent = min(line.depth, 6) * 2
    let name = line.depth == 0 ? line.tag.name : TagName.leaf(of: line.tag.name)
    canvas.write(
      name, row: row, column: 5 + indent,
      look: Look(line.tag.isImplied ? .dim : line.tag.role, overlay),
      width: end - 16 - 5 - indent)
    let look = Look(.text, overlay)
    canvas.writeRight(
      counts(line.tag.posts, line.tag.allPosts), row: row, end: end - 8, look: look, width: 9)
    canvas.writeRight(
      counts(line.tag.claims, line.tag.allClaims), row: row, end: end, look: look, width: 8)
    // Free notes get no column for the few tags that only they carry.
    if line.tag.allPosts + line.tag.allClaims == 0, line.tag.allNotes > 0 {
      let count = counts(line.tag.notes, line.tag.allNotes)
      canvas.writeRight(
        count + (count == "1" ? " note" : " notes"), row: row, end: end, look: look, width: 16)
    }
    if isCursor, state.layer == nil { canvas.cursor = (row, 0) }
  }
}

/// `3/12`: its own, and with those below where these are more.
private func counts(_ own: Int, _ all: Int) -> String {
  all > own ? "\(own)/\(all)" : own > 0 ? "\(own)" : "·"
}

/// What the codebook says of a tag.
private func detail(of tag: TagCount, _ state: State, width: Int) -> [MarginItem.Line] {
  var lines = [MarginItem.Line("#\(tag.name)", .marginHead)]
  lines += Wrapping.lines(tag.counted, width: width).map { MarginItem.Line($0, .dim) }
  let traits = [tag.key.map { "letter \($0)" }, tag.color.map { "colour \($0)" }].compactMap(\.self)
  if !traits.isEmpty { lines.append(MarginItem.Line(traits.joined(separator: " · "), .dim)) }
  for near in state.codebook.doubles[tag.name] ?? [] {
    lines += Wrapping.lines(
      "! like #\(near.tag.name): \(near.likeness.words) · M merges", width: width
    ).map { MarginItem.Line($0, .problem) }
  }
  lines.append(MarginItem.Line("", .text))
  if tag.isImplied {
    let words = "Only stands above others. a says what it means."
    return lines + Wrapping.lines(words, width: width).map { MarginItem.Line($0, .dim) }
  }
  return lines + meaningLines(tag, width: width)
}

/// Every record that a new name changes, before anything is written.
private func drawDryRun(_ run: DryRun, _ state: State, on canvas: inout Canvas) {
  let body = state.frame.body
  let plan = run.plan
  let width = canvas.size.columns
  guard let head = body.first else { return }
  canvas.write(run.heading, row: head, column: 1, look: Look(.marginHead), width: width - 2)
  canvas.write(
    "\(run.counted); nothing is written yet", row: head + 1, column: 1, look: Look(.dim),
    width: width - 2)
  let rows = body.dropFirst(DryRun.headRows)
  let all = plan.items + plan.mentions
  let idWidth = min(all.map { Glyph.width(of: $0.id) }.max() ?? 0, max(8, width * 3 / 10))
  let widest = all.map { Glyph.width(of: $0.effect) }.max() ?? 0
  let effectWidth = max(10, min(widest, width * 9 / 20))
  for (index, row) in rows.enumerated() where all.indices.contains(run.top + index) {
    let item = all[run.top + index]
    let isMention = run.top + index >= plan.items.count
    canvas.write(
      item.id, row: row, column: 1, look: Look(isMention ? .dim : .text), width: idWidth)
    canvas.write(
      Wrapping.oneLine(item.words, width: max(0, width - idWidth - effectWidth - 6)), row: row,
      column: idWidth + 3, look: Look(.dim))
    canvas.write(
      item.effect, row: row, column: width - effectWidth - 1,
      look: Look(isMention ? .dim : .tag), width: effectWidth)
  }
  if let row = rows.first { canvas.cursor = (row, 1) }
}

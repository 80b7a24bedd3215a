import PostilCore
import PostilImport

/// The free notes: titles on the left, the one in hand on the right or below.
func drawNotes(_ state: State, on canvas: inout Canvas) {
  let body = state.frame.body
  let notes = state.notes
  let width = canvas.size.columns
  guard !notes.notes.isEmpty else {
    drawFresh(.notes, state, in: Area(body, 0..<width), on: &canvas)
    return
  }
  let pane = state.notesPane
  let split = width >= 72 ? pane.columns.lowerBound - 2 : width
  for (offset, row) in body.enumerated() {
    let index = notes.top + offset
    guard notes.notes.indices.contains(index) else { break }
    let note = notes.notes[index]
    let overlay: Overlay = index == notes.cursor ? .cursor : []
    canvas.fill(row: row, columns: 0..<split, look: Look(.text, overlay))
    canvas.write(
      (index == notes.cursor ? "> " : "  ") + (note.title ?? note.id), row: row, column: 0,
      look: Look(.text, overlay), width: split - 1)
    if index == notes.cursor, state.showsItemCursor { canvas.cursor = (row, 0) }
  }
  if split == width, popupHeight(state) != nil {
    _ = drawPopup(state, in: pane, on: &canvas)
    if let rule = pane.rows.first, rule > body.lowerBound { canvas.rule(row: rule - 1) }
  }
  guard split < width, let note = notes.current else { return }
  drawColumn(split, body, on: &canvas)
  if drawPopup(state, in: pane, on: &canvas) { return }
  let measure = min(Frame.measure, pane.columns.count)
  for (line, row) in zip(Wrapping.lines(note.text, width: measure, most: body.count), body) {
    canvas.write(line, row: row, column: split + 2, look: Look(.text))
  }
}

extension State {
  /// Where the free note in hand is shown and written: beside the titles, or over their lower part.
  var notesPane: Area {
    let body = frame.body
    guard size.columns >= 72 else {
      let height = min(popupHeight(self) ?? 12, max(1, body.count * 2 / 3))
      return Area(body.upperBound - height..<body.upperBound, 1..<max(2, size.columns - 1))
    }
    return Area(body, 30..<size.columns - 1)
  }
}

/// Every problem so far, newest first.
func drawProblems(_ state: State, on canvas: inout Canvas) {
  let body = state.frame.body
  let width = canvas.size.columns
  guard !state.problems.isEmpty else {
    drawFresh(.problems, state, in: Area(body, 0..<width), on: &canvas)
    return
  }
  var row = body.lowerBound
  let top = max(0, state.problemCursor - max(0, body.count / 2 - 1))
  for (index, problem) in state.problems.reversed().enumerated().dropFirst(top) {
    guard row < body.upperBound else { return }
    let overlay: Overlay = index == state.problemCursor ? .cursor : []
    canvas.fill(row: row, look: Look(.problem, overlay))
    canvas.write(
      (index == state.problemCursor ? "> " : "  ") + problem.description, row: row, column: 0,
      look: Look(.problem, overlay), width: width)
    if index == state.problemCursor, state.showsItemCursor { canvas.cursor = (row, 0) }
    row += 1
    if let hint = problem.hint, row < body.upperBound {
      canvas.write("    " + hint, row: row, column: 0, look: Look(.dim), width: width)
      row += 1
    }
  }
}

/// The split preview: every line, where posts begin, and how many there are.
func drawSplit(_ state: State, on canvas: inout Canvas) {
  guard let split = state.split else { return }
  let body = state.frame.body
  let pieces = split.draft.pieces
  let firstLines = Dictionary(
    pieces.enumerated().map { ($1.lines.lowerBound, $0) }, uniquingKeysWith: { one, _ in one })
  let inPiece = Set(pieces.flatMap(\.lines))
  for (offset, row) in body.enumerated() {
    let line = split.top + offset
    guard line < split.draft.lines.count else { break }
    let isCursor = line == split.cursor
    let overlay: Overlay = isCursor ? .cursor : []
    if isCursor { canvas.fill(row: row, look: Look(.text, overlay)) }
    canvas.write(isCursor ? ">" : " ", row: row, column: 0, look: Look(.text, overlay))
    if let number = firstLines[line] {
      canvas.writeRight("\(number + 1)", row: row, end: 6, look: Look(.label, overlay))
    } else {
      canvas.writeRight(
        inPiece.contains(line) ? "│" : "·", row: row, end: 6, look: Look(.rule, overlay))
    }
    let isDropped = !inPiece.contains(line)
    canvas.write(
      split.draft.text(line: line), row: row, column: 8,
      look: Look(isDropped ? .dim : .text, overlay), width: canvas.size.columns - 9)
    if let number = firstLines[line] { drawAbout(pieces[number].about, row, overlay, on: &canvas) }
    if isCursor, state.showsItemCursor { canvas.cursor = (row, 0) }
  }
}

/// Who and when, at the right end of the first line of a post.
private func drawAbout(
  _ about: SplitDraft.Attribution, _ row: Int, _ overlay: Overlay, on canvas: inout Canvas
) {
  let words = [
    about.author, about.posted.map { "\($0)" } ?? about.postedRaw, about.url.map { _ in "link" },
  ].compactMap(\.self)
  guard !words.isEmpty, canvas.size.columns >= 60 else { return }
  canvas.writeRight(
    "  " + words.joined(separator: " "), row: row, end: canvas.size.columns - 1,
    look: Look(.author, overlay), width: 30)
}

import PostilCore

/// The notes in view, each beginning at the row of its claim: pushed down, never up.
func drawMargin(_ reader: Reader, _ state: State, in area: Area, on canvas: inout Canvas) {
  let notes = placeNotes(reader, state, rows: area.rows.count, width: area.columns.count)
  let end = notes.last.map { $0.row + $0.lines.count } ?? 0
  if let row = area.rows.last, end < area.rows.count - 1, let count = reader.references {
    canvas.write(
      "linked from \(count)", row: row, column: area.columns.lowerBound, look: Look(.dim),
      width: area.columns.count)
  }
  for placed in notes {
    for (offset, line) in placed.lines.enumerated() {
      let row = area.rows.lowerBound + placed.row + offset
      guard area.rows.contains(row) else { break }
      let isHead = offset == 0
      let overlay: Overlay = isHead && placed.isCurrent ? .cursor : []
      canvas.write(
        line.text, row: row, column: area.columns.lowerBound, look: Look(line.role, overlay),
        width: area.columns.count)
      let room = area.columns.count - Glyph.width(of: line.text) - 2
      if !line.right.isEmpty, room >= line.right.count {
        canvas.writeRight(
          line.right, row: row, end: area.columns.upperBound, look: Look(.dim))
      }
    }
  }
}

/// A note with the row of the margin at which it begins.
struct PlacedNote {
  var row: Int
  var lines: [MarginItem.Line]
  var isCurrent: Bool
}

/// Where the notes of the claims in view go. A note that would not fit shrinks to its head line,
/// last ones first; the note of the current claim is always whole.
func placeNotes(_ reader: Reader, _ state: State, rows: Int, width: Int) -> [PlacedNote] {
  let current = reader.claimHere?.id
  var notes: [PlacedNote] = []
  for (block, start) in zip(reader.blocks, reader.page.starts) {
    // Beside the head of its post.
    let row = start - 1 - reader.top
    guard (0..<rows).contains(row) else { continue }
    for item in reader.items(onHeadOf: block) {
      notes.append(
        PlacedNote(
          row: row, lines: reader.lines(of: item, width: width, rows: rows),
          isCurrent: false))
    }
  }
  for entry in reader.noted(inRows: reader.top..<reader.top + rows) {
    let claim = reader.claim(entry)
    let item = reader.item(for: claim, number: entry.number)
    notes.append(
      PlacedNote(
        row: min(max(0, entry.row - reader.top), rows - 1),
        lines: reader.lines(of: item, width: width, rows: rows),
        isCurrent: claim.id == current))
  }
  // Those of one row stay in the order of the claims.
  notes = notes.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
    .map(\.element)
  var placed = pushedDown(notes)
  for index in placed.indices.reversed() {
    guard let last = placed.last, last.row + last.lines.count > rows else { break }
    guard !placed[index].isCurrent, placed[index].lines.count > 1 else { continue }
    notes[index].lines = shortened(notes[index].lines, width: width)
    placed = pushedDown(notes)
  }
  // What is in hand is shown even when those before it leave no room.
  if let index = placed.firstIndex(where: \.isCurrent) {
    let overflow = placed[index].row + placed[index].lines.count - rows
    if overflow > 0 {
      for other in 0...index { placed[other].row -= overflow }
      placed.removeAll { $0.row < 0 && !$0.isCurrent }
      if let first = placed.first, first.row < 0 { placed[0] = cut(first, rows: rows) }
    }
  }
  return placed
}

/// A note that is longer than the margin: from the top, with a sign that there is more.
private func cut(_ note: PlacedNote, rows: Int) -> PlacedNote {
  var lines = Array(note.lines.prefix(rows))
  if rows > 1, let last = lines.indices.last { lines[last].right = "…" }
  return PlacedNote(row: 0, lines: lines, isCurrent: note.isCurrent)
}

private func pushedDown(_ notes: [PlacedNote]) -> [PlacedNote] {
  var free = 0
  return notes.map { note in
    var placed = note
    placed.row = max(note.row, free)
    // A blank line after a note with words; bare heads stand close.
    free = placed.row + placed.lines.count + (placed.lines.count > 1 ? 1 : 0)
    return placed
  }
}

/// A head line alone, with a sign that there is more.
private func shortened(_ lines: [MarginItem.Line], width: Int) -> [MarginItem.Line] {
  guard var head = lines.first else { return [] }
  head.right = "…"
  return [head]
}

extension Reader {
  /// The claims whose notes belong beside some rows: those that begin there, and the current one.
  fileprivate func noted(inRows rows: Range<Int>) -> [Page.ClaimRow] {
    var found = Array(page.claims(inRows: rows))
    guard let id = claimHere?.id, let current = row(ofClaim: id), !found.contains(current) else {
      return found
    }
    found.insert(current, at: found.firstIndex { $0.row > current.row } ?? found.count)
    return found
  }
}

import PostilCore

/// The tags to choose from, and what the one in hand means, so that one chooses by the rules.
func drawTagPalette(_ palette: TagPalette, in area: Area, on canvas: inout Canvas) {
  for row in area.rows { canvas.fill(row: row, columns: area.columns) }
  let isNarrow = area.columns.count < 60
  var list = area
  var detail = area
  if isNarrow {
    let lines = detailLines(palette, width: area.columns.count - 2).count
    let most = max(2, area.rows.count * 3 / 5 - 2)
    let height = area.rows.count < 6 ? 0 : min(lines, most)
    list.rows = area.rows.lowerBound..<area.rows.upperBound - height - (height > 0 ? 1 : 0)
    detail.rows = area.rows.upperBound - height..<area.rows.upperBound
  } else {
    let middle = area.columns.lowerBound + area.columns.count * 45 / 100
    list.columns = area.columns.lowerBound..<middle - 1
    detail.columns = middle..<area.columns.upperBound
  }
  drawTyped(palette, in: &list, on: &canvas)
  drawEntries(palette, in: list, on: &canvas)
  let lines = detailLines(palette, width: detail.columns.count - 2)
  for (index, (line, row)) in zip(lines, detail.rows).enumerated() {
    let isCut = index == detail.rows.count - 1 && lines.count > detail.rows.count
    canvas.write(
      isCut ? line.text + " …" : line.text, row: row, column: detail.columns.lowerBound + 1,
      look: Look(line.role), width: detail.columns.count - 1)
  }
}

/// The title and what was typed; what is left of the area is for the list.
private func drawTyped(_ palette: TagPalette, in area: inout Area, on canvas: inout Canvas) {
  let left = area.columns.lowerBound + 1
  let room = area.columns.count - 1
  var row = area.rows.lowerBound
  var start = canvas.write(palette.title, row: row, column: left, look: Look(.prompt), width: room)
  if area.rows.count < 8, start + 12 < area.columns.upperBound {
    start = canvas.write(": ", row: row, column: start, look: Look(.prompt))
  } else {
    row += 1
    start = canvas.write("> ", row: row, column: left, look: Look(.prompt))
  }
  let window = palette.editor.window(width: max(1, area.columns.upperBound - start - 1))
  canvas.write(window.text, row: row, column: start, look: Look(.text))
  canvas.cursor = (row, min(canvas.size.columns - 1, start + window.cursor))
  canvas.showsCursor = true
  let isTall = area.rows.count > 8
  area.rows = min(row + (isTall ? 2 : 1), area.rows.upperBound)..<area.rows.upperBound
}

private func drawEntries(_ palette: TagPalette, in area: Area, on canvas: inout Canvas) {
  let entries = palette.shown
  let left = area.columns.lowerBound
  guard !entries.isEmpty else {
    let words =
      palette.typed.isEmpty ? "no tags yet: type one" : "no tag can be called so"
    if let row = area.rows.first {
      canvas.write(
        words, row: row, column: left + 2, look: Look(.dim), width: area.columns.count - 2)
    }
    return
  }
  var first = palette.top
  if palette.cursor >= first + area.rows.count { first = palette.cursor - area.rows.count + 1 }
  first = max(0, min(first, palette.cursor))
  for (index, row) in area.rows.enumerated() where entries.indices.contains(first + index) {
    let entry = entries[first + index]
    let isCursor = first + index == palette.cursor
    draw(entry, palette, isCursor: isCursor, row: row, columns: area.columns, on: &canvas)
  }
}

private func draw(
  _ entry: TagPalette.Entry, _ palette: TagPalette, isCursor: Bool, row: Int, columns: Range<Int>,
  on canvas: inout Canvas
) {
  let left = columns.lowerBound
  let overlay: Overlay = isCursor ? .cursor : []
  canvas.fill(row: row, columns: columns, look: Look(.text, overlay))
  canvas.write(isCursor ? ">" : " ", row: row, column: left, look: Look(.text, overlay))
  let digit = palette.editor.text.isEmpty ? entry.digit.map(String.init) : nil
  let keys = (digit ?? " ") + (entry.isNew ? "+" : entry.tag.key ?? " ")
  canvas.write(keys, row: row, column: left + 1, look: Look(.hintKey, overlay), width: 2)
  // `x` for a topic that all targets carry, `-` for one that some of them do.
  let mark = entry.carriers == 0 ? " " : entry.carriers < palette.targets ? "-" : "x"
  canvas.write(mark, row: row, column: left + 4, look: Look(.text, overlay))
  let count = entry.tag.allPosts + entry.tag.allClaims + entry.tag.allNotes
  let right = entry.note.isEmpty ? (count > 0 ? "\(count)" : "") : entry.note
  let name = entry.tag.name == TagPalette.top ? "(the top)" : "#" + entry.tag.name
  let end = canvas.write(
    name, row: row, column: left + 6, look: Look(entry.tag.role, overlay),
    width: columns.upperBound - left - 7)
  let room = columns.upperBound - 1 - end - 1
  guard room > 2, !right.isEmpty else { return }
  canvas.writeRight(
    right, row: row, end: columns.upperBound - 1, look: Look(.dim, overlay), width: room)
}

/// The rules of the tag under the cursor.
private func detailLines(_ palette: TagPalette, width: Int) -> [MarginItem.Line] {
  guard let entry = palette.current, width > 8 else { return [] }
  let tag = entry.tag
  if entry.isNew { return newLines(entry, palette, width: width) }
  guard tag.name != TagPalette.top else { return [] }
  var lines = Wrapping.lines("#\(tag.name)  \(tag.counted)", width: width).map {
    MarginItem.Line($0, .marginHead)
  }
  if entry.carriers > 0, palette.isTagging {
    let share = palette.targets == 1 ? "set" : "on \(entry.carriers) of \(palette.targets)"
    let takes = palette.removes || entry.carriers == palette.targets
    lines.append(MarginItem.Line("x \(share): Enter \(takes ? "takes it away" : "sets all")", .dim))
  }
  return lines + meaningLines(tag, width: width)
}

private func newLines(_ entry: TagPalette.Entry, _ palette: TagPalette, width: Int)
  -> [MarginItem.Line]
{
  var lines = [MarginItem.Line("#\(entry.tag.name)  new tag", .marginHead)]
  let near = palette.book.near(entry.tag.name)
  for one in near.prefix(3) {
    lines += Wrapping.lines("! like #\(one.tag.name): \(one.likeness.words)", width: width)
      .map { MarginItem.Line($0, .problem) }
  }
  let words = "Enter makes it; g t then says what it means."
  return lines + Wrapping.lines(words, width: width).map { MarginItem.Line($0, .dim) }
}

/// Definition, when to use it and when not; what else it is called.
func meaningLines(_ tag: TagCount, width: Int) -> [MarginItem.Line] {
  let meaning = TagMeaning(tag.definition ?? "")
  var lines = Wrapping.lines(meaning.definition, width: width).map {
    MarginItem.Line($0, .marginNote)
  }
  for (sign, rules) in [("+ use ", meaning.use), ("- not ", meaning.not)] {
    for rule in rules {
      lines += Wrapping.lines(sign + rule, width: width).map { MarginItem.Line($0, .marginNote) }
    }
  }
  if lines.isEmpty { lines = [MarginItem.Line("no definition yet", .dim)] }
  guard !tag.aliases.isEmpty else { return lines }
  return lines
    + Wrapping.lines("also " + tag.aliases.joined(separator: ", "), width: width).map {
      MarginItem.Line($0, .dim)
    }
}

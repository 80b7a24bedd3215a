import PostilCore

/// Draws what pops up (key hints, labels, pickers, the note being written) in the margin, or where
/// the margin would be.
///
/// - Returns: whether anything was drawn.
func drawPopup(_ state: State, in area: Area, on canvas: inout Canvas) -> Bool {
  switch state.layer {
  case .picker(let picker) where picker.purpose != .help:
    drawPicker(picker, state, in: area, on: &canvas)
  case .tags(let palette): drawTagPalette(palette, in: area, on: &canvas)
  case .matches(let matches): drawLines(matchLines(matches, state), in: area, on: &canvas)
  case .editor(let editor): drawEditor(editor, state, in: area, on: &canvas)
  case .labels(let labels): drawLines(labelLines(labels, state), in: area, on: &canvas)
  case nil where !state.pending.isEmpty: drawLines(keyLines(state), in: area, on: &canvas)
  default: return false
  }
  return true
}

/// Rows that a popup wants when there is no margin; nil when none is open.
func popupHeight(_ state: State) -> Int? {
  switch state.layer {
  case .picker(let picker): picker.purpose == .help ? nil : 12
  case .editor(let editor):
    max(5, editor.editor.height(width: state.noteWidth, most: 12) + 2)
      + (editor.completion == nil ? 0 : 7)
  case .labels(let labels): labels.chosen == nil ? nil : 9
  case .tags: 14
  case .matches: 12
  case nil where !state.pending.isEmpty: keyLines(state).count
  default: nil
  }
}

/// A line of a popup: a key, and what it does.
struct PopupLine {
  var key = ""
  var text: String
  var role = Role.text
}

/// Lines under each other; where they are too many for a low and wide area, in columns under the
/// first one.
private func drawLines(_ lines: [PopupLine], in area: Area, on canvas: inout Canvas) {
  let keys = lines.dropFirst().filter { !$0.text.isEmpty }
  let height = max(1, area.rows.count - 1)
  let columns = min(area.columns.count / 24, (keys.count + height - 1) / height)
  guard lines.count > area.rows.count, columns > 1, area.rows.count > 2 else {
    return drawColumn(lines, in: area, on: &canvas)
  }
  for row in area.rows { canvas.fill(row: row, columns: area.columns) }
  var rest = keys[...]
  let rows = area.rows.dropFirst()
  let width = area.columns.count / columns
  drawColumn(Array(lines.prefix(1)), in: Area(area.rows.prefix(1), area.columns), on: &canvas)
  for column in 0..<columns {
    let left = area.columns.lowerBound + column * width
    drawColumn(Array(rest.prefix(rows.count)), in: Area(rows, left..<left + width), on: &canvas)
    rest = rest.dropFirst(rows.count)
  }
}

private func drawColumn(_ lines: [PopupLine], in area: Area, on canvas: inout Canvas) {
  let keyWidth = lines.map { Glyph.width(of: $0.key) }.max() ?? 0
  for (line, row) in zip(lines, area.rows) {
    let left = area.columns.lowerBound
    canvas.fill(row: row, columns: area.columns)
    canvas.write(line.key, row: row, column: left + 1, look: Look(.hintKey))
    let column = line.key.isEmpty ? left : left + keyWidth + 3
    canvas.write(
      line.text, row: row, column: column, look: Look(line.role),
      width: area.columns.upperBound - column)
  }
}

/// What the keys pressed so far may go on to, at once and while typing ahead.
private func keyLines(_ state: State) -> [PopupLine] {
  guard case .pending(let next) = state.keyMap.resolve(keys: state.pending, scopes: state.scopes)
  else {
    return []
  }
  let keys = state.pending.label
  var lines = [
    PopupLine(text: "\(keys) …  \(target(state))", role: .marginHead), PopupLine(text: ""),
  ]
  lines += next.map { continuation in
    let text = continuation.command.flatMap { Action(rawValue: $0)?.summary } ?? "…"
    let role = continuation.command.flatMap(Action.init(rawValue:)).map(\.role) ?? .text
    return PopupLine(key: [continuation.key].label, text: text, role: role)
  }
  return lines + [PopupLine(text: ""), PopupLine(key: "Esc", text: "cancel", role: .dim)]
}

/// What a verb would act on now.
private func target(_ state: State) -> String {
  switch state.room {
  case .reader: state.reader.map { $0.focus == nil ? $0.selection.level.name : "claim" } ?? ""
  case .list: state.list.marked.isEmpty ? "post" : plural(state.list.marked.count, "post")
  case .page: state.page?.claim == nil ? "" : "claim"
  case .ledger: state.ledger.marked.isEmpty ? "claim" : plural(state.ledger.marked.count, "claim")
  default: ""
  }
}

/// What can be done to everything that a filter finds.
func matchLines(_ matches: Matches, _ state: State) -> [PopupLine] {
  let verbs = state.keyMap.tagVerbs.compactMap { key, name -> PopupLine? in
    guard let action = Action(rawValue: name), State.bulk.contains(action) else { return nil }
    switch (action, matches.kind) {
    case (.matches, .posts): return PopupLine(key: [key].label, text: "a star")
    case (.claimRemove, .claims): return PopupLine(key: [key].label, text: "remove the claims")
    case (.matches, .claims), (.claimRemove, .posts): return nil
    // A due day is of one claim.
    case (.claimForecast, _):
      return PopupLine(key: [key].label, text: "> forecast", role: action.role)
    default: return PopupLine(key: [key].label, text: action.summary, role: action.role)
    }
  }
  return [
    PopupLine(text: "every match of the filter: \(matches.words)", role: .marginHead),
    PopupLine(text: ""),
  ] + verbs + [PopupLine(key: "Esc", text: "cancel", role: .dim)]
}

/// The note being written: head, text, and how to leave.
private func drawEditor(
  _ editor: NoteEditor, _ state: State, in area: Area, on canvas: inout Canvas
) {
  let left = area.columns.lowerBound
  for row in area.rows { canvas.fill(row: row, columns: area.columns) }
  canvas.write(
    editor.title, row: area.rows.lowerBound, column: left, look: Look(.marginHead),
    width: area.columns.count)
  let listed = editor.completion.map { min($0.lines.count + 1, area.rows.count / 2) } ?? 0
  let rows = max(1, area.rows.count - 2 - listed)
  let window = editor.editor.window(width: state.noteWidth, height: rows)
  for (offset, line) in window.lines.enumerated() {
    canvas.write(
      line, row: area.rows.lowerBound + 1 + offset, column: left, look: Look(.marginNote),
      width: area.columns.count)
  }
  if let completion = editor.completion, listed > 0 {
    let top = min(area.rows.lowerBound + 2 + window.lines.count, area.rows.upperBound)
    let rows = top..<min(top + listed, area.rows.upperBound)
    drawCompletion(completion, in: Area(rows, area.columns), on: &canvas)
  }
  canvas.cursor = (
    area.rows.lowerBound + 1 + window.row,
    min(canvas.size.columns - 1, left + window.column)
  )
  canvas.showsCursor = true
}

extension Action {
  /// The role in which its line is drawn, where it stands for a status.
  var role: Role {
    switch self {
    case .claimOpen: .claimOpen
    case .claimSupported: .claimSupported
    case .claimRefuted: .claimRefuted
    case .claimMixed: .claimMixed
    case .claimVoid: .claimVoid
    case .claimForecast: .claimForecast
    default: .text
    }
  }
}

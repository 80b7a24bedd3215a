import PostilCore

/// The rule, the hints or the prompt, and the status line.
func drawFoot(_ state: State, on canvas: inout Canvas) {
  let rows = state.size.rows
  if state.frame.foot == 3 {
    canvas.rule(row: rows - 3)
    if case .prompt(let prompt) = state.layer {
      drawPrompt(prompt, row: rows - 2, on: &canvas)
    } else if case .confirm(let question) = state.layer {
      canvas.write("\(question.text)  y / n", row: rows - 2, column: 1, look: Look(.prompt))
      canvas.cursor = (rows - 2, min(1, canvas.size.columns - 1))
    } else {
      drawHints(state, row: rows - 2, on: &canvas)
    }
    drawStatus(state, row: rows - 1, on: &canvas)
    return
  }
  // On a low screen the prompt takes the only line there is.
  if case .prompt(let prompt) = state.layer {
    drawPrompt(prompt, row: rows - 1, on: &canvas)
  } else {
    drawStatus(state, row: rows - 1, on: &canvas)
  }
}

private func drawPrompt(_ prompt: Prompt, row: Int, on canvas: inout Canvas) {
  let width = canvas.size.columns
  let start = canvas.write(
    prompt.written, row: row, column: 1, look: Look(.prompt), width: width * 2 / 3)
  let window = prompt.editor.window(width: max(1, width - start - 1))
  canvas.write(window.text, row: row, column: start, look: Look(.text))
  canvas.cursor = (row, min(width - 1, start + window.cursor))
  canvas.showsCursor = true
}

private func drawStatus(_ state: State, row: Int, on canvas: inout Canvas) {
  canvas.fill(row: row, look: Look(.status))
  let width = drawSticky(state, row: row, on: &canvas)
  let parts = statusRight(state)
  let left: (text: String, role: Role)
  var start = 1
  if case .prompt(let prompt) = state.layer,
    let reading = PromptReading(
      prompt,
      found: state.room == .ledger ? "\(state.ledger.rows.count)" : state.list.totalWords,
      width: canvas.size.columns)
  {
    left = (reading.text, reading.role)
    start = reading.column
  } else if case .editor(let editor) = state.layer, let problem = editor.problem {
    left = (said(problem), .problem)
  } else if let message = state.message {
    left = (message.text, message.isProblem ? .problem : .message)
  } else {
    left = (position(state), .status)
  }
  let end = canvas.write(
    left.text, row: row, column: start, look: Look(left.role), width: max(1, width - 1 - start))
  // What was said goes first, except before keys of which more are expected.
  var right = typedKeys(state)
  for part in parts {
    let longer = right.isEmpty ? part : right + "   " + part
    guard end + Glyph.width(of: longer) + 2 < width else { break }
    right = longer
  }
  canvas.writeRight(right, row: row, end: width - 1, look: Look(.status))
}

/// The sticky tag keeps its place whatever is said: people forget that it is on.
///
/// - Returns: the columns that are left.
private func drawSticky(_ state: State, row: Int, on canvas: inout Canvas) -> Int {
  guard let sticky = state.sticky else { return canvas.size.columns }
  let text = Glyph.clipped("+ #" + sticky, to: max(4, canvas.size.columns / 3))
  return canvas.writeRight(
    text, row: row, end: canvas.size.columns - 1, look: Look(.hintKey)) - 1
}

private func said(_ problem: Problem) -> String {
  let column = problem.place?.column.map { "column \($0): " } ?? ""
  return column + problem.message + (problem.hint.map { " · \($0)" } ?? "")
}

private func typedKeys(_ state: State) -> String {
  (state.count.map { "\($0) " } ?? "") + state.pending.label
}

/// What stands at the right as far as there is room, the most important first.
private func statusRight(_ state: State) -> [String] {
  if let progress = state.progress {
    let percent = progress.total > 0 ? " \(progress.done * 100 / progress.total)%" : ""
    return ["\(progress.label)\(percent) · C-c stops"]
  }
  return [lastTag(state), state.saved.map { "saved \($0)" }].compactMap { $0 }
}

private func lastTag(_ state: State) -> String? {
  guard state.room == .list || state.room == .reader, let verb = state.lastVerb else { return nil }
  switch verb {
  case .judge(let status, let type):
    return "(.) \(type == .forecast && status == .open ? "forecast" : status.rawValue)"
  case .topic(let name): return "(.) #\(name)"
  }
}

/// Where the cursor is, in words.
private func position(_ state: State) -> String {
  if let words = state.labelWords { return words }
  switch state.room {
  case .list:
    let list = state.list
    var parts = [list.total == 0 ? "no posts" : "\(list.cursor + 1)/\(list.totalWords)"]
    let order = list.ask.sort.grouping.map { "grouped by \($0.rawValue)" }
    parts.append(
      (order ?? "by \(list.ask.sort.key.rawValue)")
        + (list.ask.sort.isReversed ? ", reversed" : ""))
    if !list.filter.isEmpty { parts.append("filter: \(list.filter)") }
    if !list.marked.isEmpty { parts.append("x \(list.marked.count) marked") }
    return parts.joined(separator: " · ")
  case .reader:
    guard let reader = state.reader else { return "opening …" }
    let selection = reader.selection
    let count = plural(selection.range.count, "character")
    if let words = state.borderWords { return words }
    if selection.free != nil { return "span: \(count) · t tags · Esc leaves" }
    let units = reader.block.units(selection.level)
    let index = units.firstIndex(of: selection.range).map { " \($0 + 1)/\(units.count)" } ?? ""
    if let words = reader.claimWords { return words }
    let why = state.suggestionHere.map { " · ! " + $0 } ?? ""
    return "\(selection.level.name)\(index) · \(count)\(why)\(reader.wordsOnKept)"
  case .ledger:
    let ledger = state.ledger
    var parts = [ledger.rows.isEmpty ? "no claims" : "\(ledger.cursor + 1)/\(ledger.rows.count)"]
    parts.append("by \(ledger.sort.key.rawValue)\(ledger.sort.isReversed ? ", reversed" : "")")
    if !ledger.filter.isEmpty { parts.append("filter: \(ledger.filter)") }
    if !ledger.marked.isEmpty { parts.append("x \(ledger.marked.count) marked") }
    return parts.joined(separator: " · ")
  case .split: return "nothing is written before y"
  case .codebook:
    let room = state.codebook
    if case .dryRun(let run) = state.layer {
      return "y does it, as one step of undo · n leaves all as it is · \(run.count) lines"
    }
    return room.rows.isEmpty ? "no tags" : "\(room.cursor + 1)/\(room.rows.count) by name"
  case .page: return state.page.map(rowPlace) ?? ""
  case .notes, .problems: return ""
  }
}

/// The keys that matter most here, as many as fit.
private func drawHints(_ state: State, row: Int, on canvas: inout Canvas) {
  var column = 1
  let live = state.keyMap.live(in: state.isCompleting ? [.picker] : state.scopes)
  for (action, words) in hints(state) {
    let keys = live.hint(for: action.rawValue)
    guard !keys.isEmpty else { continue }
    let width = Glyph.width(of: keys) + 1 + words.count
    guard column + width < canvas.size.columns else { break }
    column = canvas.write(keys, row: row, column: column, look: Look(.hintKey)) + 1
    column = canvas.write(words, row: row, column: column, look: Look(.hint)) + 3
  }
}

private func hints(_ state: State) -> [(Action, String)] {
  if case .editor(let editor) = state.layer, editor.completion != nil {
    return [(.accept, "link"), (.complete, "link with words"), (.cancel, "no link")]
  }
  if case .editor = state.layer {
    return [(.noteSave, "save"), (.noteAbandon, "leave as it was"), (.noteEditor, "$EDITOR")]
  }
  if case .picker = state.layer {
    return [(.accept, "take"), (.complete, "complete"), (.cancel, "close")]
  }
  if case .tags(let palette) = state.layer {
    let go = palette.staysOpen ? [(Action.complete, "take, go on")] : []
    return [(.accept, "take")] + go + [(.cancel, "close")]
  }
  if case .matches = state.layer { return [(.cancel, "cancel")] }
  if case .dryRun = state.layer {
    return [(.yes, "do it"), (.no, "leave it"), (.down, "on"), (.pageDown, "page on")]
  }
  if case .output = state.layer {
    return [(.down, "scroll"), (.pageDown, "page"), (.back, "close")]
  }
  if case .labels(let labels) = state.layer {
    let more = state.labelPages(labels.purpose).count > 1 && labels.chosen == nil
    return (more ? [(.pageOn, "more labels")] : []) + [(.cancel, "cancel")]
  }
  if case .borders = state.layer {
    return [
      (.borderStart, "first"), (.borderEnd, "last border"), (.spanLeft, "left"),
      (.spanRight, "right"), (.spanWordBack, "back"), (.spanWordNext, "word"),
      (.borderNextSpan, "span"), (.accept, "keep"), (.cancel, "give up"),
    ]
  }
  if state.runInHand != nil {
    return [(.pageOn, "on"), (.undo, "undo"), (.otherDown, "next post"), (.cancel, "end")]
  }
  switch state.room {
  case .list:
    return [
      (.open, "read"), (.claimSupported, "tag"), (.search, "search"), (.filter, "filter"),
      (.goLedger, "ledger"), (.palette, "command"), (.help, "help"), (.back, "quit"),
    ]
  case .reader where state.reader?.selection.free != nil:
    return [
      (.spanWordNext, "word on"), (.spanWordBack, "back"), (.spanOtherEnd, "other end"),
      (.spanStepBack, "undo step"), (.cancel, "leave"),
    ]
  case .reader:
    return [
      (.down, "next"), (.claimOpen, "tag"), (.labelTag, "label+tag"), (.again, "again"),
      (.note, "note"), (.claimNext, "claim"), (.spanWords, "words"), (.grow, "grow"),
      (.shrink, "shrink"), (.search, "search"), (.goLedger, "ledger"), (.help, "help"),
      (.back, "back"),
    ]
  case .ledger:
    return [
      (.claimGo, "go to text"), (.claimSupported, "verdict"), (.note, "note"), (.claimDue, "due"),
      (.filter, "filter"), (.export, "export"), (.help, "help"), (.back, "back"),
    ]
  case .split:
    return [
      (.splitToggle, "cut/join here"), (.splitAccept, "import"), (.splitMerge, "join"),
      (.splitAuthor, "author"), (.splitDate, "date"), (.splitLink, "link"), (.splitUndo, "undo"),
      (.cancel, "cancel"),
    ]
  case .codebook:
    return [
      (.tagPosts, "posts"), (.note, "define"), (.tagNew, "new"), (.tagRename, "rename"),
      (.tagMerge, "merge"), (.tagMove, "move"), (.tagKey, "letter"), (.tagColor, "colour"),
      (.tagAliases, "aliases"), (.tagRemove, "delete"), (.help, "help"), (.back, "back"),
    ]
  case .page:
    return [
      (.open, "open"), (.sectionNext, "next part"), (.goPage, "its page"), (.goPages, "pages"),
      (.filter, "its posts"), (.linkOpen, "link"), (.export, "export"), (.help, "help"),
      (.back, "back"),
    ]
  case .notes:
    return [
      (.accept, "edit"), (.note, "write here"), (.noteNew, "new"), (.linkFollow, "follow a link"),
      (.help, "help"), (.back, "back"),
    ]
  case .problems: return [(.accept, "open the place"), (.help, "help"), (.back, "back")]
  }
}

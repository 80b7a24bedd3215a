import PostilImport

internal import PostilCore

/// The frame for a state: a grid of cells, nothing else.
public func view(_ state: State) -> Canvas {
  var canvas = Canvas(state.size)
  let frame = state.frame
  guard !frame.isTooSmall else {
    let words = "\(Frame.least.columns)x\(Frame.least.rows) needed"
    canvas.write(words, row: 0, column: 0, look: Look(.problem))
    return canvas
  }
  if case .bare(let bare) = state.layer {
    drawBare(bare, state, on: &canvas)
    return canvas
  }
  drawTitle(state, on: &canvas)
  if case .picker(let picker) = state.layer, picker.purpose == .help {
    drawPicker(picker, state, in: Area(frame.body, 0..<state.size.columns), on: &canvas)
  } else if case .output(let output) = state.layer {
    drawOutput(output, in: Area(frame.body, 0..<state.size.columns), on: &canvas)
  } else {
    drawRoom(state, on: &canvas)
  }
  drawFoot(state, on: &canvas)
  return canvas
}

/// Some rows and columns of the screen.
struct Area: Hashable {
  var rows: Range<Int>
  var columns: Range<Int>

  init(_ rows: Range<Int>, _ columns: Range<Int>) {
    self.rows = rows
    self.columns = columns
  }
}

private func drawRoom(_ state: State, on canvas: inout Canvas) {
  let frame = state.frame
  switch state.room {
  case .list, .reader:
    if let columns = frame.list {
      drawListPane(state, in: Area(frame.body, columns), on: &canvas)
      drawColumn(columns.upperBound, frame.body, on: &canvas)
    }
    if state.room == .list, frame.list == nil {
      drawList(state, on: &canvas)
    } else {
      drawReader(state, on: &canvas)
    }
  case .ledger: drawLedger(state, on: &canvas)
  case .page: drawSubject(state, on: &canvas)
  case .notes: drawNotes(state, on: &canvas)
  case .codebook: drawCodebook(state, on: &canvas)
  case .problems: drawProblems(state, on: &canvas)
  case .split: drawSplit(state, on: &canvas)
  }
  drawLowPopup(state, on: &canvas)
}

/// The line between two panes.
func drawColumn(_ column: Int, _ rows: Range<Int>, on canvas: inout Canvas) {
  for row in rows {
    canvas.put("│", width: 1, row: row, column: column, look: Look(.rule))
  }
}

private func drawTitle(_ state: State, on canvas: inout Canvas) {
  let right = titleRight(state)
  let width = state.size.columns
  let room = width - 1 - Glyph.width(of: right)
  var left = titleLeft(state)
  if room < 24 { left = titleLeft(state, isShort: true) }
  canvas.write(left, row: 0, column: 1, look: Look(.title), width: max(1, width - 2))
  if Glyph.width(of: left) + 3 < room {
    canvas.writeRight(right, row: 0, end: width - 1, look: Look(.dim))
  }
  if state.frame.head > 1 { canvas.rule(row: 1) }
}

private func titleLeft(_ state: State, isShort: Bool = false) -> String {
  let name = isShort ? "Postil" : "Postil   \(state.title)"
  switch state.room {
  case .list: return name
  case .reader:
    guard let post = state.reader?.dossier.post else { return name }
    let who = post.author ?? post.name ?? "unknown author"
    let when = post.posted.map { " \($0.day)" } ?? ""
    return isShort ? who : "\(name) › \(who)\(when)"
  case .ledger: return "Claim ledger"
  case .notes: return "Free notes"
  case .codebook: return "Codebook"
  case .page:
    let subject = state.page.map { $0.page?.subject ?? $0.subject }
    return subject.map { isShort ? $0.name : "\($0.name)   \($0.kind)" } ?? name
  case .problems: return "Problems"
  case .split: return "Import: \(state.split?.name ?? "")"
  }
}

private func titleRight(_ state: State) -> String {
  switch state.room {
  case .list:
    guard let totals = state.totals else { return "" }
    var parts = [plural(totals.posts, "post")]
    if totals.untagged > 0 { parts.append("\(totals.untagged) untagged") }
    if let open = totals.claims[.open], open > 0 { parts.append(plural(open, "open claim")) }
    return parts.joined(separator: "   ")
  case .reader:
    let claims = state.reader?.claims ?? 0
    let lost = state.reader?.lostClaims ?? 0
    let place = state.list.total > 0 ? "\(state.list.cursor + 1)/\(state.list.totalWords)" : ""
    let words = plural(claims, "claim") + (lost > 0 ? ", \(lost) lost" : "")
    return [place, words].joined(separator: "   ")
  case .ledger:
    let ledger = state.ledger
    let counts = Status.allCases.compactMap { status in
      ledger.counts[status].map { "\($0) \(status.mark)" }
    }
    return ([plural(ledger.rows.count, "claim")] + counts).joined(separator: "   ")
  case .split:
    return state.split.map { plural($0.draft.count, "post") } ?? ""
  case .page:
    guard let page = state.page?.page else { return "" }
    return [plural(page.posts, "post"), plural(page.track.claims, "claim")].joined(
      separator: "   ")
  case .notes: return plural(state.notes.notes.count, "note")
  case .codebook:
    let likes = state.codebook.doubles.count
    return plural(state.codebook.rows.count, "tag") + (likes > 0 ? "   ! \(likes) alike" : "")
  case .problems: return plural(state.problems.count, "problem")
  }
}

/// `1 post`, `2 posts`.
func plural(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

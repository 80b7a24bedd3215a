import PostilCore

/// The reader: the page on the left, the margin beside it.
func drawReader(_ state: State, on canvas: inout Canvas) {
  let frame = state.frame
  var area = Area(frame.body, frame.text)
  guard var reader = state.readerShown,
    state.room == .reader || reader.dossier.post.id == state.list.current?.id
  else {
    if state.room == .list, state.list.total == 0, frame.list == nil {
      drawEmptyList(state, in: area, on: &canvas)
    }
    if let margin = frame.margin { drawColumn(margin.lowerBound - 1, frame.body, on: &canvas) }
    return
  }
  if let margin = frame.margin {
    drawColumn(margin.lowerBound - 1, frame.body, on: &canvas)
    let inner = Area(frame.body, margin.lowerBound + 1..<margin.upperBound)
    if !drawPopup(state, in: inner, on: &canvas) {
      if state.isFirstMargin {
        drawFresh(.margin, state, in: inner, on: &canvas)
      } else {
        drawMargin(reader, state, in: inner, on: &canvas)
      }
    }
  } else if let height = popupHeight(state) {
    // Without a margin the popup takes rows from below, and the text moves up to stay in view.
    let rows = min(height, area.rows.count * 2 / 3)
    let popup = Area(area.rows.upperBound - rows..<area.rows.upperBound, area.columns)
    area.rows = area.rows.lowerBound..<popup.rows.lowerBound - 1
    canvas.rule(row: area.rows.upperBound)
    _ = drawPopup(state, in: popup, on: &canvas)
    reader.reveal(rows: area.rows.count)
  }
  drawPage(reader, state, in: area, selects: state.room == .reader, on: &canvas)
}

/// The rows of a page that fit, from the first in view; `selects` shows the selection too.
func drawPage(
  _ reader: Reader, _ state: State, in area: Area, selects: Bool, on canvas: inout Canvas
) {
  let gutter = state.frame.gutter
  let left = area.columns.lowerBound + gutter
  let end = selects ? state.borderCell ?? reader.movingEnd : nil
  let paint = Paint(reader, words: state.soughtWords, selects: selects, end: end)
  let place = end?.lowerBound ?? reader.selection.range.lowerBound
  let cursorRow = reader.page.row(of: place, block: reader.selection.block, in: reader)
  for (offset, row) in area.rows.enumerated() {
    let index = reader.top + offset
    guard reader.page.rows.indices.contains(index) else { break }
    let width = area.columns.upperBound - left
    switch reader.page.rows[index] {
    case .blank: break
    case .head(let block):
      drawHead(
        reader, block, state.book, row: row, columns: left..<area.columns.upperBound, on: &canvas)
    case .stub(let words):
      canvas.write(words, row: row, column: left, look: Look(.dim), width: width)
    case .divider(let words):
      canvas.write("·· \(words) ", row: row, column: left, look: Look(.dim), width: width)
    case .folded(let text, let role, _):
      canvas.write("  " + text, row: row, column: left, look: Look(role), width: width)
    case .link(_, let url):
      canvas.write(url, row: row, column: left, look: Look(.link), width: width)
    case .text(let block, let line):
      canvas.write(
        reader.blocks[block].layout.lines[line], row: row, column: left,
        looks: paint.looks(block: block, line: line))
    }
    if let marks = reader.page.marks[index] {
      drawMarks(marks, reader, row: row, gutter, area, on: &canvas)
    } else if state.suggestions.areMarked,
      reader.suggestion(inRow: index, hiding: state.suggestions.hidden) != nil
    {
      drawSuggestion(row: row, gutter, area, on: &canvas)
    }
    if selects, index == cursorRow {
      canvas.write(">", row: row, column: left - 2, look: Look(.text))
      if state.room == .reader, state.showsItemCursor {
        let column = reader.block.layout.column(of: place)
        canvas.cursor = (row, min(canvas.size.columns - 1, left + column))
      }
    }
  }
  if selects { drawLabels(state, top: reader.top, area, left: left, on: &canvas) }
}

/// The number and the status letter of the claim that begins in a row. Of several, the letters stand
/// side by side; the one in hand stands alone, so that its note in the margin is found.
private func drawMarks(
  _ marks: [Page.Mark], _ reader: Reader, row: Int, _ gutter: Int, _ area: Area,
  on canvas: inout Canvas
) {
  let claims = marks.compactMap { mark -> (claim: Claim, number: Int)? in
    let block = reader.blocks[mark.block]
    guard block.claims.indices.contains(mark.claim) else { return nil }
    return (reader.seen(block.claims[mark.claim]), block.firstNumber + mark.claim)
  }
  let room = max(1, gutter - 2)
  var end = area.columns.lowerBound + room
  let inHand = claims.first { $0.claim.id == reader.focus }
  guard let one = inHand ?? (claims.count == 1 || room == 1 ? claims.first : nil) else {
    if claims.count > room {
      canvas.writeRight("…", row: row, end: end, look: Look(.dim))
      end -= 1
    }
    for (claim, _) in claims.prefix(claims.count > room ? room - 1 : room).reversed() {
      canvas.writeRight("\(claim.mark)", row: row, end: end, look: Look(.status(of: claim)))
      end -= 1
    }
    return
  }
  let text = gutter < 5 ? "\(one.claim.mark)" : "\(one.number)\(one.claim.mark)"
  let look = Look(.status(of: one.claim), inHand == nil ? [] : .cursor)
  canvas.writeRight(text, row: row, end: end, look: look, width: room)
}

/// The mark of a sentence worth a tag, where claims have theirs.
private func drawSuggestion(row: Int, _ gutter: Int, _ area: Area, on canvas: inout Canvas) {
  canvas.writeRight(
    "!", row: row, end: area.columns.lowerBound + max(1, gutter - 2), look: Look(.suggestion))
}

/// Who wrote it and when; at the right the tags, or how many others react to it.
private func drawHead(
  _ reader: Reader, _ index: Int, _ book: Codebook, row: Int, columns: Range<Int>,
  on canvas: inout Canvas
) {
  let post = reader.blocks[index].post
  let goesOn = reader.blocks[index].part.map { $0 > 0 } ?? false
  // Within a thread it is known who writes.
  var column = canvas.write(
    goesOn ? place(reader, index) ?? "" : post.author ?? post.name ?? "unknown author", row: row,
    column: columns.lowerBound, look: Look(goesOn ? .dim : .author), width: columns.count)
  let when =
    switch post.posted {
    case .instant(let instant): "\(instant.day) \(instant.clock)"
    case .day(let day): "\(day)"
    case nil: post.postedRaw ?? "no date"
    }
  if let name = post.name, post.author != nil, columns.count > 60, !goesOn {
    column = canvas.write(
      "  " + name, row: row, column: column, look: Look(.dim), width: columns.count / 3)
  }
  column = canvas.write(
    "  " + when, row: row, column: column, look: Look(goesOn ? .dim : .date),
    width: max(0, columns.upperBound - column))
  let text = remarks(reader, index).joined(separator: " ")
  let room = columns.upperBound - 1 - column - 2
  guard !text.isEmpty, room > 3 else { return }
  let shown = Wrapping.oneLine(text, width: room)
  var start = canvas.writeRight(shown, row: row, end: columns.upperBound - 1, look: Look(.tag))
  // A tag with a colour of its own is drawn over.
  for word in shown.split(separator: " ", omittingEmptySubsequences: false) {
    if word.hasPrefix("#"), let tag = book.tag(String(word.dropFirst())), tag.color != nil {
      canvas.write(word, row: row, column: start, look: Look(tag.role))
    }
    start += Glyph.width(of: String(word)) + 1
  }
}

/// `2/12`: where a post stands in its thread; nil for one that stands alone.
private func place(_ reader: Reader, _ index: Int) -> String? {
  guard reader.parts.count > 1, let part = reader.blocks[index].part else { return nil }
  return "\(part + 1)/\(reader.parts.count)"
}

/// What else is known of a post: captures, kind, place in its thread, star, tags.
private func remarks(_ reader: Reader, _ index: Int) -> [String] {
  let block = reader.blocks[index]
  var remarks: [String] = []
  if index == reader.main {
    let captures = reader.dossier.captures.count
    if captures > 0 { remarks.append("\(captures + 1) captures") }
  }
  if block.part == 0, let place = place(reader, index) { remarks.append("thread \(place)") }
  if block.post.repostOf != nil { remarks.append("repost") }
  if let state = block.post.state { remarks.append(state) }
  let tags = block.margin?.tags ?? []
  if tags.contains(Note.star) { remarks.append("*") }
  return remarks + tags.filter { $0 != Note.star }.map { "#\($0)" }
}

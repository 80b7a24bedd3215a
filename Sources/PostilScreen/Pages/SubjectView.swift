import PostilCore

/// The page of a ticker, an author or a tag; on wide screens the post in hand stands beside it.
func drawSubject(_ state: State, on canvas: inout Canvas) {
  let frame = state.frame
  let area = Area(frame.body, frame.text)
  if let margin = frame.margin {
    drawColumn(margin.lowerBound - 1, frame.body, on: &canvas)
    let inner = Area(frame.body, margin.lowerBound + 1..<margin.upperBound)
    if !drawPopup(state, in: inner, on: &canvas) { drawRowPost(state, in: inner, on: &canvas) }
  }
  guard let room = state.page else { return }
  guard room.page != nil else {
    canvas.write(
      "reading \(room.subject.name) …", row: area.rows.lowerBound, column: SubjectLayout.left,
      look: Look(.dim), width: area.columns.count - SubjectLayout.left)
    return
  }
  let inView = state.rowsInView(from: room.top, cursor: room.cursor)
  for (index, row) in zip(inView.clamped(to: room.lines.indices), area.rows) {
    let line = room.lines[index]
    let isCursor = index == room.cursor && line.target != nil
    draw(line, isCursor: isCursor, state.search?.plain, row, area.columns, on: &canvas)
    if isCursor, state.layer == nil { canvas.cursor = (row, area.columns.lowerBound) }
  }
}

private func draw(
  _ line: SubjectLine, isCursor: Bool, _ search: String?, _ row: Int, _ columns: Range<Int>,
  on canvas: inout Canvas
) {
  let overlay: Overlay = isCursor ? .cursor : []
  if isCursor {
    canvas.fill(row: row, columns: columns, look: Look(.text, overlay))
    canvas.write(">", row: row, column: columns.lowerBound, look: Look(.text, overlay))
  }
  for piece in line.pieces {
    canvas.write(
      piece.text, row: row, column: columns.lowerBound + piece.column,
      look: Look(piece.role, overlay), width: columns.count - piece.column)
    guard let search else { continue }
    for hit in Fold.places(of: search, in: Array(piece.text.unicodeScalars)) {
      let before = String(
        String.UnicodeScalarView(piece.text.unicodeScalars.prefix(hit.lowerBound)))
      let found = String(String.UnicodeScalarView(piece.text.unicodeScalars.prefix(hit.upperBound)))
      let start = columns.lowerBound + piece.column
      canvas.patch(
        row: row, columns: start + Glyph.width(of: before)..<start + Glyph.width(of: found),
        overlay: .match)
    }
  }
}

/// The post of the row in hand, from a little before the place that the row is about.
private func drawRowPost(_ state: State, in area: Area, on canvas: inout Canvas) {
  guard let room = state.page, let place = room.shownPost, let reader = state.reader,
    reader.dossier.post.id == place.id
  else { return }
  let post = reader.dossier.post
  let width = area.columns.count
  let left = area.columns.lowerBound
  var rows = Array(area.rows)[...]
  func next() -> Int? { rows.popFirst() }
  guard let head = next() else { return }
  let end = canvas.write(
    post.author ?? post.name ?? "unknown author", row: head, column: left, look: Look(.author),
    width: width)
  canvas.writeRight(
    post.posted.map { "\($0.day)" } ?? "", row: head, end: area.columns.upperBound,
    look: Look(.date), width: max(0, area.columns.upperBound - end - 1))
  let excerpt = Excerpt(reader.blocks[reader.main], from: place.start, width: width)
  let claim = room.claim.flatMap { reader.claim(withID: $0.id) }
  let notes =
    claim.map { MarginItem(claim: $0, number: 1).lines(width: width, most: rows.count) } ?? []
  let height = max(3, rows.count - min(notes.count + 1, rows.count / 2))
  for line in excerpt.layout.lines.prefix(height) {
    guard let row = next() else { return }
    canvas.write(line, row: row, column: left, looks: line.range.map(excerpt.look))
  }
  _ = next()
  for note in notes {
    guard let row = next() else { return }
    canvas.write(note.text, row: row, column: left, look: Look(note.role), width: width)
    if !note.right.isEmpty {
      canvas.writeRight(note.right, row: row, end: area.columns.upperBound, look: Look(.dim))
    }
  }
}

/// A piece of a post, from a paragraph break before a place on.
private struct Excerpt {
  let layout: TextLayout
  private let start: Int
  private let spans: [(range: Range<Int>, role: Role)]

  init(_ block: Block, from place: Int?, width: Int) {
    let scalars = block.segments.scalars
    let place = min(place ?? 0, scalars.count)
    // What stands closely above comes along; a long post does not.
    var start = 0
    if place > 400 {
      start = scalars[..<(place - 200)].lastIndex { $0 == "\n" }.map { $0 + 1 } ?? 0
      if place - start > 600 { start = block.unit(.sentence, at: place)?.lowerBound ?? place }
    }
    self.start = start
    layout = TextLayout(Array(scalars[start..<min(scalars.count, start + 4_000)]), width: width)
    spans =
      block.entities.map { ($0.range, Role.entity($0.kind)) }
      + block.claims.flatMap { claim in claim.spans.map { ($0, Role.status(of: claim)) } }
  }

  func look(_ offset: Int) -> Look {
    Look(spans.last { $0.range.contains(offset + start) }?.role ?? .text)
  }
}

/// Which row of its section the cursor is on, for the status line.
func rowPlace(_ room: SubjectRoom) -> String {
  guard let current = room.current, let page = room.page else { return "" }
  let rows = room.lines.indices.filter {
    room.lines[$0].section == current.section && room.lines[$0].target != nil
  }
  let index = (rows.firstIndex(of: room.cursor) ?? 0) + 1
  switch current.section {
  case .head, .timeline: return "\(page.subject.kind) \(page.subject.name)"
  case .track: return "track so far"
  case .claims: return "claim \(index)/\(page.track.claims)"
  case .posts: return "post \(index)/\(page.posts)"
  case .mentions: return "post \(index)/\(page.mentionCount)"
  case .numbers(let unit):
    let count = page.numbers.first { $0.unit == unit }?.entries.count ?? 0
    return "number \(index)/\(count)\(unit.isEmpty ? "" : " of \(unit)")"
  case .beside(let kind): return "\(kind) \(index)/\(page.beside.count { $0.subject.kind == kind })"
  }
}

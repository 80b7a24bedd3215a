import PostilCore

/// The page of a subject on the screen: its lines, the cursor among them, and what is unfolded.
struct SubjectRoom: Sendable {
  /// As it was asked for.
  let subject: Subject
  /// Nil until the answer has come.
  private(set) var page: SubjectPage?
  private(set) var lines: [SubjectLine] = []
  /// Index of the line that the cursor is on.
  private(set) var cursor = 0
  var top = 0
  private var unfolded: Set<SubjectLine.Section> = []
  private var frame: Frame?
  private var today = Day(number: 0)

  init(_ subject: Subject) {
    self.subject = subject
  }

  /// The page read for the first time, or anew: the cursor stays on its row.
  mutating func take(_ page: SubjectPage, frame: Frame, today: Day) {
    self.page = page
    self.frame = frame
    self.today = today
    set()
  }

  /// Sets the page for another size of the screen.
  mutating func fit(_ frame: Frame) {
    guard frame != self.frame else { return }
    self.frame = frame
    set()
  }

  private mutating func set() {
    guard let page, let frame else { return }
    let row = current
    let old = cursor
    lines =
      SubjectLayout(
        page, width: frame.text.count, rows: frame.body.count, today: today, unfolded: unfolded
      ).lines
    let found = row.flatMap { row in
      lines.firstIndex { $0.section == row.section && $0.target == row.target }
    }
    cursor = nearest(to: found ?? old) ?? 0
    reveal()
  }

  /// Shows the rest of a section.
  mutating func unfold(_ section: SubjectLine.Section) {
    unfolded.insert(section)
    let place = cursor
    set()
    cursor = nearest(to: place) ?? 0
    reveal()
  }

  var current: SubjectLine? {
    lines.indices.contains(cursor) && lines[cursor].target != nil ? lines[cursor] : nil
  }

  /// The claim that the cursor is on.
  var claim: ClaimRow? {
    guard case .claim(let id) = current?.target else { return nil }
    return page?.claims.first { $0.id == id }
  }

  /// The post that is shown beside the page: the one in hand, at the head of the page the newest.
  var shownPost: (id: String, start: Int?)? {
    post ?? page?.rows.first.map { ($0.id, nil) }
  }

  /// The post that the cursor is on, and a place in it.
  var post: (id: String, start: Int?)? {
    switch current?.target {
    case .claim: claim.flatMap { row in row.post.map { ($0, row.start) } }
    case .post(let id): (id, nil)
    case .number(let post, let start): (post, start)
    default: nil
    }
  }

  private var rows: Int { max(1, frame?.body.count ?? 1) }

  /// The line nearest to an index at which the cursor can stop, a later one before an earlier one.
  private func nearest(to index: Int) -> Int? {
    let index = min(max(0, index), lines.count)
    return lines.indices.dropFirst(index).first { lines[$0].target != nil }
      ?? lines.indices.prefix(index).last { lines[$0].target != nil }
  }

  /// Moves by lines at which the cursor stops.
  mutating func step(_ count: Int) {
    for _ in 0..<min(abs(count), lines.count) {
      let next =
        count > 0
        ? lines.indices.dropFirst(cursor + 1).first { lines[$0].target != nil }
        : lines.indices.prefix(cursor).last { lines[$0].target != nil }
      guard let next else { break }
      cursor = next
    }
    reveal()
    if count > 0, lines.indices.dropFirst(cursor + 1).allSatisfy({ lines[$0].target == nil }) {
      top = max(top, lastTop)
    }
  }

  /// Goes to a row by its number from 1, counting the lines at which the cursor stops.
  mutating func go(toRow number: Int) {
    cursor = stops.dropFirst(max(0, number - 1)).first ?? stops.last ?? 0
    reveal()
  }

  /// The lines at which the cursor stops.
  var stops: [Int] { lines.indices.filter { lines[$0].target != nil } }

  mutating func goToEnd() {
    cursor = lines.indices.last { lines[$0].target != nil } ?? 0
    top = lastTop
  }

  /// Goes to the first row of another section; one back is the beginning of this one, when the cursor
  /// is not there.
  mutating func jump(_ count: Int) {
    let starts = lines.indices.filter {
      lines[$0].target != nil && ($0 == 0 || isFirst($0))
    }
    guard !starts.isEmpty else { return }
    let target =
      count > 0 ? starts.first { $0 > cursor } : starts.last { $0 < cursor }
    guard let target else { return }
    cursor = target
    // A section that begins is shown from its heading on, with as much of it as there is room for.
    let heading = headingIndex(of: target)
    top = min(max(0, heading), max(lastTop, 0))
    reveal()
  }

  private func isFirst(_ index: Int) -> Bool {
    let section = lines[index].section
    return !lines[..<index].contains { $0.section == section && $0.target != nil }
  }

  private func headingIndex(of index: Int) -> Int {
    let section = lines[index].section
    let first = lines[..<index].lastIndex { $0.section != section }.map { $0 + 1 } ?? 0
    // The blank line before a heading is not its beginning.
    return lines[first].pieces.isEmpty ? min(first + 1, index) : first
  }

  mutating func scroll(_ count: Int) {
    top = min(max(0, top + count), lastTop)
    if cursor < top { cursor = nearest(to: top) ?? cursor }
    if cursor >= top + rows {
      cursor = lines.indices.prefix(top + rows).last { lines[$0].target != nil } ?? cursor
    }
  }

  var lastTop: Int { max(0, lines.count - rows) }

  /// Scrolls as little as possible so that the cursor is in view, with what leads to its first row.
  private mutating func reveal() {
    guard !lines.isEmpty else {
      top = 0
      return
    }
    top = scrolled(top: top, cursor: cursor, rows: rows)
    let isFirstOfAll = !lines[..<cursor].contains { $0.target != nil }
    if isFirstOfAll, cursor < rows { top = 0 }
    guard isFirst(cursor) else { return }
    let heading = headingIndex(of: cursor)
    if heading < top, cursor - heading < rows { top = heading }
  }

  /// Puts the cursor's line at the top, in the middle or at the bottom of the screen.
  mutating func place(_ offset: Int) {
    top = min(max(0, cursor - offset), max(0, lines.count - 1))
  }

  /// Goes to the next line that holds some words, round the ends.
  mutating func find(_ words: String, forward: Bool, fromHere: Bool) -> Bool {
    let sought = Fold.folded(words)
    let hits = lines.indices.filter { Fold.folded(lines[$0].text).contains(sought) }
    guard !hits.isEmpty else { return false }
    let found =
      forward
      ? hits.first { fromHere ? $0 >= cursor : $0 > cursor } ?? hits[0]
      : hits.last { $0 < cursor } ?? hits[hits.count - 1]
    cursor = nearest(to: found) ?? cursor
    top = scrolled(top: top, cursor: found, rows: rows)
    reveal()
    return true
  }
}

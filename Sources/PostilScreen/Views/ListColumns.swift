import PostilCore

/// The columns of the list at a width: date, source, claims, words.
struct ListColumns {
  private let width: Int
  let source: Range<Int>
  let claims: Range<Int>
  let words: Range<Int>

  init(width: Int) {
    self.width = width
    let sourceWidth = width >= 72 ? 14 : width >= 44 ? 11 : 8
    let claimWidth = width >= 60 ? 9 : width >= 44 ? 5 : 3
    source = 12..<12 + sourceWidth
    claims = source.upperBound + 1..<source.upperBound + 1 + claimWidth
    words = min(width - 1, claims.upperBound + 1)..<width
  }

  func drawHeading(row: Int, on canvas: inout Canvas) {
    let look = Look(.dim)
    canvas.write("date", row: row, column: 4, look: look)
    canvas.write("source", row: row, column: source.lowerBound, look: look, width: source.count)
    canvas.write("claims", row: row, column: claims.lowerBound, look: look, width: claims.count)
    canvas.write("post", row: row, column: words.lowerBound, look: look, width: words.count)
  }

  /// Flags, date and source. Flags and date alone are lit where the cursor is, and in one look: a step
  /// through the list is then some bytes and not two lines.
  private func drawFront(
    _ post: PostRow, _ row: Int, _ isCursor: Bool, _ isMarked: Bool, _ today: Day,
    on canvas: inout Canvas
  ) {
    let overlay: Overlay = isCursor ? .cursor : isMarked ? .marked : []
    func look(_ role: Role) -> Look { Look(isCursor ? .text : role, overlay) }
    canvas.fill(row: row, columns: 0..<source.lowerBound - 1, look: look(.date))
    canvas.write(
      flags(post, isCursor: isCursor, isMarked: isMarked), row: row, column: 0, look: look(.date))
    if post.isStarred, !isMarked {
      canvas.write("*", row: row, column: 1, look: Look(.star, overlay))
    }
    canvas.write(shortDate(post.posted, today: today), row: row, column: 4, look: look(.date))
    canvas.write(
      PostilScreen.source(post), row: row, column: source.lowerBound,
      look: Look(.author, isMarked ? .marked : []), width: source.count)
  }

  /// What stood in a list mostly stands in it after the next key too.
  private static let known = Memo<ListRow, Canvas>(limit: 150)

  func draw(
    _ post: PostRow, row: Int, isCursor: Bool, isMarked: Bool, today: Day, on canvas: inout Canvas
  ) {
    let asked = ListRow(
      post: post, isCursor: isCursor, isMarked: isMarked, today: today, width: width)
    canvas.place(Self.known.answer(to: asked, drawn), row: row)
  }

  private func drawn(_ asked: ListRow) -> Canvas {
    var canvas = Canvas(Size(rows: 1, columns: width))
    draw(asked, row: 0, on: &canvas)
    return canvas
  }

  private func draw(_ asked: ListRow, row: Int, on canvas: inout Canvas) {
    let (post, isMarked) = (asked.post, asked.isMarked)
    let overlay: Overlay = isMarked ? .marked : []
    let role: Role = post.isRead ? .text : .unread
    canvas.fill(row: row, look: Look(.text, overlay))
    drawFront(post, row, asked.isCursor, isMarked, asked.today, on: &canvas)
    var column = claims.lowerBound
    for mark in claimMarks(post) {
      column = canvas.write(
        mark.text, row: row, column: column, look: Look(mark.role, overlay),
        width: max(0, claims.upperBound - column))
    }
    let start = canvas.write(
      groupMark(post), row: row, column: words.lowerBound, look: Look(.dim, overlay),
      width: words.count)
    let room = max(0, words.upperBound - start)
    canvas.write(
      Wrapping.oneLine(summary(post), width: room), row: row, column: start,
      look: Look(role, overlay), width: room)
  }
}

/// All that a row of the list is drawn from.
private struct ListRow: Hashable, Sendable {
  let post: PostRow
  let isCursor: Bool
  let isMarked: Bool
  let today: Day
  let width: Int

  /// Of the post its name is enough.
  func hash(into hasher: inout Hasher) {
    hasher.combine(post.id)
    hasher.combine(isCursor)
    hasher.combine(width)
  }
}

/// `>` the cursor, `x` marked, `*` starred, `·` unread.
func flags(_ post: PostRow, isCursor: Bool, isMarked: Bool) -> String {
  (isCursor ? ">" : " ") + (isMarked ? "x" : post.isStarred ? "*" : " ") + (post.isRead ? " " : "·")
}

/// `1/12 ` of a thread, `3x ` said three times; what stands beneath another row is set in.
func groupMark(_ post: PostRow) -> String {
  guard let group = post.group else { return "" }
  let part = group.thread > 0 ? "\(group.part)/\(group.thread) " : ""
  guard !post.isBeneath else { return "  " + part }
  return part + (group.copies > 1 ? "\(group.copies)x " : "")
}

func source(_ post: PostRow) -> String { post.author ?? post.name ?? "unknown" }

/// Title and text as one line.
func summary(_ post: PostRow) -> String {
  let repost = post.isRepost ? "repost: " : ""
  guard let title = post.title, !title.isEmpty else { return repost + post.excerpt }
  return repost + title + (post.excerpt.isEmpty ? "" : " — " + post.excerpt)
}

/// Month and day within the last year, year and month before.
func shortDate(_ moment: Moment?, today: Day) -> String {
  guard let day = moment?.day else { return "no date" }
  let text = String(describing: day)
  return today.number - day.number < 330 && day <= today + 31
    ? String(text.dropFirst(5)) : String(text.dropLast(3))
}

/// How many claims of each status, `2? 1+`, each in its role.
func claimMarks(_ post: PostRow) -> [(text: String, role: Role)] {
  let order: [(String, Role)] = [
    ("?", .claimOpen), (">", .claimForecast), ("+", .claimSupported), ("-", .claimRefuted),
    ("~", .claimMixed), ("0", .claimVoid),
  ]
  return order.compactMap { mark, role in
    guard let count = post.marks[mark], count > 0 else { return nil }
    return ("\(count > 1 ? "\(count)" : "")\(mark)", role)
  }
}

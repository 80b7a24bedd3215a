public import PostilCore

/// The list of posts: what was asked, a window of the answer, and where the cursor is.
public struct PostList: Hashable, Sendable {
  /// What the worker is asked for; an answer to an older one is dropped.
  public struct Ask: Hashable, Sendable {
    /// What is looked for.
    public var query: Query
    /// In which order.
    public var sort: PostSort
    /// What folds into one row.
    public var folding: Folding

    /// A question to the worker.
    public init(_ query: Query, _ sort: PostSort, _ folding: Folding = Folding()) {
      self.query = query
      self.sort = sort
      self.folding = folding
    }
  }

  /// The filter as typed.
  var filter = ""
  var ask = Ask(.all, PostSort())
  /// How many rows there are; until they are counted, how many are known of.
  var total = 0
  /// Whether all of them are counted.
  var isCounted = false
  /// Whether the cursor goes to the last row as soon as it is known which that is.
  var goesToLast = false
  var isLoaded = false
  /// The rows at hand, from `start`.
  var rows: [PostRow] = []
  var start = 0
  var cursor = 0
  var top = 0
  /// Ids of rows marked with Space.
  var marked: Set<String> = []
  /// The groups that the list is cut into, in its order; empty until they are counted.
  var sections: [SectionCount] = []
  /// Where a range of marks was begun.
  var rangeFrom: Int?

  init() {}

  /// The row at a position of the list, when it is at hand.
  func row(at position: Int) -> PostRow? {
    let index = position - start
    return rows.indices.contains(index) ? rows[index] : nil
  }

  var current: PostRow? { row(at: cursor) }

  /// Ids that a verb acts on: the marked rows, else the one under the cursor.
  var targets: [String] {
    marked.isEmpty ? current.map { [$0.id] } ?? [] : marked.sorted()
  }

  /// How many rows are asked for at once.
  static let page = 96

  /// The window around the cursor that should be at hand, when it is not.
  func missingWindow(rows visible: Int) -> Range<Int>? {
    let end = max(top + visible, cursor + 1)
    let needed = top..<max(top, isCounted ? min(end, max(total, 1)) : end)
    let have = start..<(start + rows.count)
    if isLoaded, needed.lowerBound >= have.lowerBound, needed.upperBound <= have.upperBound {
      return nil
    }
    return window(rows: visible)
  }

  /// As many rows as the first frame shows; the others are asked for once those are there.
  func firstWindow(rows visible: Int) -> Range<Int> { 0..<visible }

  /// Whether these are the first rows, and there are more.
  func isShort(rows visible: Int) -> Bool {
    rows.count == firstWindow(rows: visible).count && (!isCounted || start + rows.count < total)
  }

  /// Takes rows from `start` on; of `total`, when that is known. What was counted before holds until
  /// it is counted anew, unless the rows are those of another question.
  mutating func take(_ rows: [PostRow], from start: Int, of total: Int?) {
    let isOther = !isLoaded
    self.rows = rows
    self.start = start
    isLoaded = true
    isCounted = total != nil || isCounted && !isOther
    self.total = total ?? max(isOther ? 0 : self.total, start + rows.count)
  }

  /// Another question is asked; until rows come what is shown stays.
  mutating func restart() {
    isLoaded = false
    goesToLast = false
    rangeFrom = nil
  }

  /// The number of rows in words, as far as it is known.
  var totalWords: String { isCounted ? "\(total)" : "…" }

  func window(rows visible: Int) -> Range<Int> {
    let begin = max(0, top - (Self.page - visible) / 2)
    return begin..<(begin + max(Self.page, visible * 3))
  }

  mutating func moveCursor(to position: Int, rows visible: Int) {
    goesToLast = false
    cursor = min(max(0, position), max(0, total - 1))
    top = scrolled(top: top, cursor: cursor, rows: visible)
  }
}

/// The first row to show so that the cursor is on the screen, moved as little as possible.
func scrolled(top: Int, cursor: Int, rows: Int) -> Int {
  if cursor < top { return cursor }
  if cursor >= top + rows { return max(0, cursor - rows + 1) }
  return top
}

import PostilCore

/// All claims that a filter finds, and where the cursor is.
struct Ledger: Hashable, Sendable {
  var filter = ""
  var query = Query.all
  var sort = ClaimSort()
  var rows: [ClaimRow] = [] {
    didSet {
      counts = [:]
      // By their places: to copy each of ten thousand rows takes longer than to draw them.
      for index in rows.indices { counts[rows[index].status, default: 0] += 1 }
    }
  }
  /// How many of them have a status; one that none has may be missing.
  private(set) var counts: [Status: Int] = [:]
  var isLoaded = false
  var cursor = 0
  var top = 0
  var marked: Set<String> = []
  /// Where a range of marks was begun.
  var rangeFrom: Int?

  init() {}

  var current: ClaimRow? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  /// Ids that a verb acts on: the marked rows, else the one under the cursor.
  var targets: [String] {
    marked.isEmpty ? current.map { [$0.id] } ?? [] : marked.sorted()
  }

  /// The rows of those.
  var targetRows: [ClaimRow] {
    marked.isEmpty ? current.map { [$0] } ?? [] : rows.filter { marked.contains($0.id) }
  }

  func isInRange(_ position: Int) -> Bool {
    rangeFrom.map { (min($0, cursor)...max($0, cursor)).contains(position) } ?? false
  }

  mutating func moveCursor(to position: Int, rows visible: Int) {
    cursor = min(max(0, position), max(0, rows.count - 1))
    top = scrolled(top: top, cursor: cursor, rows: visible)
  }
}

/// The free notes of the notebook, by base name.
struct NoteList: Hashable, Sendable {
  var notes: [Note] = []
  var cursor = 0
  var top = 0

  init() {}

  var current: Note? { notes.indices.contains(cursor) ? notes[cursor] : nil }
}

import PostilCore

/// The codebook: every tag under the one it belongs to, and where the cursor is.
struct CodebookRoom: Sendable {
  var rows: [Codebook.Row] = []
  /// What each tag is like.
  var doubles: [String: [NearTag]] = [:]
  var isLoaded = false
  var cursor = 0
  var top = 0
  /// Follows a tag that has just got this name.
  var following: String?

  init() {}

  var current: TagCount? { rows.indices.contains(cursor) ? rows[cursor].tag : nil }

  /// The tags as they are now; the cursor stays on the one it was on, by whatever name.
  mutating func take(_ book: Codebook) {
    let here = following ?? current.map { book.canonical($0.name) }
    rows = book.rows.filter { $0.tag.name != Note.star }
    doubles = book.doubles
    isLoaded = true
    if let place = rows.firstIndex(where: { $0.tag.name == here }) {
      cursor = place
      following = nil
    }
    cursor = min(cursor, max(0, rows.count - 1))
  }

  mutating func moveCursor(to position: Int, rows visible: Int) {
    cursor = min(max(0, position), max(0, rows.count - 1))
    top = scrolled(top: top, cursor: cursor, rows: visible)
  }

  mutating func moveCursor(to name: String, rows visible: Int) {
    guard let place = rows.firstIndex(where: { $0.tag.name == name }) else { return }
    moveCursor(to: place, rows: visible)
  }
}

/// What a new name of a tag would change, waiting for a yes.
struct DryRun: Sendable {
  var plan: TagPlan
  var top = 0

  init(_ plan: TagPlan) {
    self.plan = plan
  }

  /// Rows above the records: what is asked for, and a blank one.
  static let headRows = 3

  /// `rename #a to #b`.
  var heading: String {
    let names = plan.deed.names
    return switch plan.deed {
    case .rename: "rename #\(names.from) to #\(names.to)"
    case .merge: "merge #\(names.from) into #\(names.to)"
    }
  }

  /// `6 records, 1 definition`.
  var counted: String {
    let records = plan.items.count { $0.kind != .tag }
    return plural(records, "record") + ", " + plural(plan.items.count - records, "definition")
  }

  /// Lines that can be scrolled through.
  var count: Int { plan.items.count + plan.mentions.count }

  mutating func scroll(by n: Int, rows: Int) {
    top = min(max(0, top + n), max(0, count - rows))
  }
}

import GRDB
public import PostilCore

extension Index {
  /// How many rows the list of the posts that `query` finds has.
  public func count(_ query: Query, folding: Folding, today: Day) throws(Problem) -> Int {
    try ask { db in try listing(query, folding, today: today, db).count(db) }
  }

  /// The same, given up as soon as `isWanted` answers false; nil then.
  public func count(
    _ query: Query, folding: Folding, today: Day, while isWanted: () -> Bool
  ) throws(Problem) -> Int? {
    try ask { db in
      try db.working(while: isWanted) {
        try listing(query, folding, today: today, db).count(db)
      }
    }
  }

  /// A window of that list.
  public func posts(
    _ query: Query, sort: PostSort, folding: Folding, window: Range<Int>, today: Day
  ) throws(Problem) -> [PostRow] {
    let window = window.clamped(to: 0..<Int.max)
    guard !window.isEmpty else { return [] }
    return try ask { db in
      let listing = try self.listing(query, folding, today: today, db)
      let sections = sort.grouping.map { Sections(grouping: $0) }
      let pieces = try listing.openings(by: sort, db).pieces(of: window).map {
        piece -> (entries: [Int64], isBeneath: Bool) in
        switch piece {
        case .rows(let range): return (try listing.entries(by: sort, range, db), false)
        case .beneath(let entries): return (Array(entries), true)
        }
      }
      let known = try postRows(of: pieces.flatMap(\.entries), folding, db)
      var rows: [PostRow] = []
      for (entries, isBeneath) in pieces {
        for entry in entries {
          guard var row = known[entry] else { continue }
          row.isBeneath = isBeneath
          row.section =
            try isBeneath
            ? sections?.section(ofGroupWith: entry, listing, db)
            : sections?.section(of: entry, row, db)
          rows.append(row)
        }
      }
      return rows
    }
  }

  /// Rows by their entries: those of the last window are not read again.
  private func postRows(
    of entries: [Int64], _ folding: Folding, _ db: Database
  ) throws -> [Int64: PostRow] {
    let state = try KeptRows.State(db, folding)
    let known = kept.rows(at: state)
    let missing = entries.filter { known[$0] == nil }
    var rows = try PostRow.all(missing, db, folding: folding)
    for entry in entries { rows[entry] = rows[entry] ?? known[entry] }
    kept.keep(rows, at: state)
    return rows
  }

  /// Where a post, or the row that it folds into, stands in the list.
  public func position(
    of post: String, in query: Query, sort: PostSort, folding: Folding, today: Day
  ) throws(Problem) -> Int? {
    try ask { db in
      let listing = try self.listing(query, folding, today: today, db)
      let entry = try db.cachedStatement(sql: "SELECT id FROM entry WHERE base = ?")
      guard
        let entry = try Int64.fetchOne(entry, arguments: [Layout.firstCapture(of: post)])
      else { return nil }
      return try listing.position(of: entry, by: sort, db)
    }
  }
}

extension PostRow {
  /// The row of an entry; nil when it has no post.
  init?(entry: Int64, _ db: Database, folding: Folding) throws {
    guard let row = try Self.all([entry], db, folding: folding)[entry] else { return nil }
    self = row
  }

  /// The rows of entries that have posts, all by one question.
  static func all(
    _ entries: [Int64], _ db: Database, folding: Folding
  ) throws -> [Int64: PostRow] {
    guard !entries.isEmpty else { return [:] }
    let posts = try db.cachedStatement(
      sql: """
        SELECT record.name, substr(text.body, 1, 400), post.author, post.name, post.moment,
          post.title, entry.isRead, entry.isStarred, post.isRepost, post.isReply, entry.isTagged,
          entry.weight, entry.lead, entry.id
        FROM json_each(?) CROSS JOIN entry ON entry.id = value
          JOIN record ON record.id = entry.head JOIN post ON post.record = entry.head
          JOIN written AS text ON text.id = entry.head
        """)
    var rows: [Int64: PostRow] = [:]
    let found = try Row.fetchCursor(posts, arguments: [Texts.list(entries)])
    while let row = try found.next() {
      let entry = try row.decode(Int64.self, atIndex: 13)
      rows[entry] = try PostRow(row, of: entry, db, folding: folding)
    }
    return rows
  }

  private init(_ row: Row, of entry: Int64, _ db: Database, folding: Folding) throws {
    self.init(
      id: try row.decode(String.self, atIndex: 0), excerpt: try row.decode(String.self, atIndex: 1))
    author = try row.decode(String?.self, atIndex: 2)
    name = try row.decode(String?.self, atIndex: 3)
    posted = try row.decode(String?.self, atIndex: 4).flatMap { Moment($0) }
    title = try row.decode(String?.self, atIndex: 5)
    isRead = try row.decode(Bool.self, atIndex: 6)
    isStarred = try row.decode(Bool.self, atIndex: 7)
    isRepost = try row.decode(Bool.self, atIndex: 8)
    isReply = try row.decode(Bool.self, atIndex: 9)
    if try row.decode(Bool.self, atIndex: 10) { try takeTags(of: entry, db) }
    if try row.decode(Int64?.self, atIndex: 12) != nil { group = try Group(of: entry, db) }
    if try row.decode(Int.self, atIndex: 11) > 0 { try takeMarks(of: entry, db, folding: folding) }
  }

  private mutating func takeTags(of entry: Int64, _ db: Database) throws {
    let tags = try db.cachedStatement(
      sql: """
        SELECT tag FROM record JOIN tagging ON tagging.record = record.id
        WHERE entry = ? AND kind = 'note' AND tag <> '\(Note.star)' ORDER BY path, position
        """)
    self.tags = try String.fetchAll(tags, arguments: [entry])
  }

  private mutating func takeMarks(of entry: Int64, _ db: Database, folding: Folding) throws {
    let claims = try db.cachedStatement(
      sql: """
        SELECT status, type FROM verdict
        WHERE entry = ?1 OR (?2 AND entry IN (SELECT id FROM entry WHERE lead = ?1))
        """)
    for row in try Row.fetchAll(claims, arguments: [entry, folded(by: folding) > 0]) {
      guard let status = Status(rawValue: try row.decode(String.self, atIndex: 0)),
        let type = ClaimType(rawValue: try row.decode(String.self, atIndex: 1))
      else { continue }
      let mark = ClaimRow(id: "", words: "", status: status, type: type).mark
      marks[String(mark), default: 0] += 1
    }
  }
}

extension Group {
  /// The group of an entry; nil when it stands alone.
  fileprivate init?(of entry: Int64, _ db: Database) throws {
    let group = try db.cachedStatement(
      sql: """
        SELECT lead.base,
          (SELECT count(*) FROM entry AS other WHERE other.lead = entry.lead),
          (SELECT count(*) FROM entry AS other WHERE other.thread = entry.thread),
          (SELECT count(*) FROM entry AS other WHERE other.original = entry.original)
        FROM entry JOIN entry AS lead ON lead.id = entry.lead WHERE entry.id = ?
        """)
    guard let row = try Row.fetchOne(group, arguments: [entry]) else { return nil }
    self.init(
      lead: try row.decode(String.self, atIndex: 0), count: try row.decode(Int.self, atIndex: 1),
      thread: try row.decode(Int.self, atIndex: 2),
      copies: max(1, try row.decode(Int.self, atIndex: 3)))
    guard thread > 0 else { return }
    let order = try db.cachedStatement(
      sql: """
        SELECT place FROM (
          SELECT entry.id, row_number() OVER (ORDER BY \(Groups.order)) AS place FROM entry
          WHERE thread = (SELECT thread FROM entry WHERE id = ?1))
        WHERE id = ?1
        """)
    part = try Int.fetchOne(order, arguments: [entry]) ?? 0
  }
}

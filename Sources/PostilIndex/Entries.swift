import GRDB
import PostilCore

/// The entries: what hangs on one post, with the columns that lists are sorted and filtered by.
///
/// An entry is `late` unless the ids of it and of all others that are not late have the order of
/// their dates. The record of the post that an entry is placed by has the entry's id; the ids of
/// all other records begin at `firstBeside`.
final class Entries {
  /// Above the ids of all posts that have their place.
  static let firstBeside: Int64 = 1 << 40

  /// The entry that a record hangs on.
  struct Holder {
    var id: Int64
    /// Whether it came into being with the record, so that its columns say all there is.
    var isNew: Bool
  }

  private let db: Database
  private let rows: Rows
  private var order: PlacedOrder
  /// Whether anything is known of what was read, which is asked for each new post then.
  private let hasReadings: Bool
  /// The id of the next entry.
  private var next: Int64

  /// - Throws: what SQLite says.
  init(_ db: Database, _ rows: Rows) throws {
    self.db = db
    self.rows = rows
    order = try PlacedOrder(db)
    hasReadings = try Int.fetchOne(db, sql: "SELECT 1 FROM reading LIMIT 1") != nil
    next = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM entry") ?? 1
  }

  /// The entry of a post by its first capture, made when there is none.
  func holder(of draft: Draft, base: String) throws -> Holder {
    // A post that is captured for the first time has a new entry, nearly always.
    if let post = draft.post, draft.name == base, let holder = try newHolder(of: post, base: base) {
      return holder
    }
    let find = try db.cachedStatement(sql: "SELECT id FROM entry WHERE base = ?")
    if let id = try Int64.fetchOne(find, arguments: [base]) { return Holder(id: id, isNew: false) }
    let insert = try db.cachedStatement(sql: "INSERT INTO entry (id, base) VALUES (?, ?)")
    try insert.execute(arguments: [next, base])
    defer { next += 1 }
    return Holder(id: next, isNew: false)
  }

  /// Nil when there is one already.
  private func newHolder(of post: Post, base: String) throws -> Holder? {
    let posted = Schema.place(of: post)
    let isLate = !order.comesLast(next, posted, base)
    try rows.insert(
      .entry, next, base, next, posted, Schema.part(of: post),
      Name.author(post.author, name: post.name),
      Name.folded(post.name ?? ""), hasReadings && isRead(base), isLate)
    guard db.changesCount > 0 else { return nil }
    if !isLate { order.take(next, posted, base) }
    defer { next += 1 }
    return Holder(id: next, isNew: true)
  }

  private func isRead(_ post: String) throws -> Bool {
    let find = try db.cachedStatement(sql: "SELECT isRead FROM reading WHERE post = ?")
    return try Bool.fetchOne(find, arguments: [post]) ?? false
  }

  /// The id that a new record gets.
  func recordID(of kind: RecordKind, on entry: Holder?) throws -> Int64 {
    if kind == .post, let entry {
      if entry.isNew { return entry.id }
      let isTaken = try db.cachedStatement(sql: "SELECT 1 FROM record WHERE id = ?")
      if try Int.fetchOne(isTaken, arguments: [entry.id]) == nil { return entry.id }
    }
    let next = try db.cachedStatement(
      sql: "SELECT max(coalesce(max(id), 0) + 1, \(Self.firstBeside)) FROM record")
    return try Int64.fetchOne(next) ?? Self.firstBeside
  }

  /// Works the columns out again, from the tables; what has no post any more is as if it never had.
  func refresh(_ entries: Set<Int64>) throws {
    let find = try db.cachedStatement(
      sql: """
        SELECT entry.head, entry.posted, entry.isLate, entry.base, post.record, post.posted,
          post.author, post.name
        FROM entry LEFT JOIN post ON post.record = (
          SELECT post.record FROM record JOIN post ON post.record = record.id
          WHERE record.entry = entry.id AND record.kind = 'post'
          ORDER BY post.capture, record.path LIMIT 1)
        WHERE entry.id = ?
        """)
    let columns = try db.cachedStatement(
      sql: """
        UPDATE entry SET
          head = ?2,
          isLate = ?3,
          posted = post.posted,
          part = post.part,
          foldedAuthor = ?4,
          foldedName = ?5,
          isRead = EXISTS (SELECT 1 FROM reading WHERE post = record.name AND isRead),
          isStarred = EXISTS (
            SELECT 1 FROM record AS note JOIN tagging ON tagging.record = note.id
            WHERE note.entry = ?1 AND note.kind = 'note' AND tag = '\(Note.star)'),
          isTagged = EXISTS (
            SELECT 1 FROM record AS note JOIN tagging ON tagging.record = note.id
            WHERE note.entry = ?1 AND note.kind = 'note' AND tag <> '\(Note.star)'
          ) OR EXISTS (SELECT 1 FROM claim WHERE claim.entry = ?1),
          claims = (SELECT count(*) FROM claim WHERE claim.entry = ?1),
          weight = CASE WHEN fold = 1 THEN weight
            ELSE (SELECT count(*) FROM claim WHERE claim.entry = ?1) END
        FROM post JOIN record ON record.id = post.record
        WHERE entry.id = ?1 AND post.record = ?2
        """)
    let nothing = try db.cachedStatement(
      sql: """
        UPDATE entry SET head = NULL, posted = 0, part = 0, foldedAuthor = '', foldedName = '',
          isRead = 0, isStarred = 0, isTagged = 0, claims = 0, isLate = 1
        WHERE id = ?
        """)
    for entry in entries.sorted() {
      guard let row = try Row.fetchOne(find, arguments: [entry]) else { continue }
      guard let head = try row.decode(Int64?.self, atIndex: 4) else {
        try nothing.execute(arguments: [entry])
        continue
      }
      let name = try row.decode(String?.self, atIndex: 7)
      let author = Name.author(try row.decode(String?.self, atIndex: 6), name: name)
      try columns.execute(arguments: [
        entry, head, try order.isLate(entry, row), author, Name.folded(name ?? ""),
      ])
    }
    try order.save(db)
  }

  /// The entry that was placed last, which is the newest of those that are not late.
  private struct PlacedOrder {
    private var entry: Int64?
    private var posted = 0
    private var base = ""
    private var hasGrown = false

    init(_ db: Database) throws {
      let row = try Row.fetchOne(db, sql: "SELECT placed, placedOn, placedBase FROM notebook")
      guard let row, let placed = try row.decode(Int64?.self, atIndex: 0) else { return }
      entry = placed
      posted = try row.decode(Int.self, atIndex: 1)
      base = try row.decode(String.self, atIndex: 2)
    }

    /// Whether an entry is late, by what was known and what is known now.
    mutating func isLate(_ entry: Int64, _ row: Row) throws -> Bool {
      let posted = try row.decode(Int.self, atIndex: 5)
      guard try row.decode(Int64.self, atIndex: 4) == entry else { return true }
      let wasPlaced = try !row.decode(Bool.self, atIndex: 2)
      if try wasPlaced && row.decode(Int64?.self, atIndex: 0) != nil {
        return try posted != row.decode(Int.self, atIndex: 1)
      }
      let base = try row.decode(String.self, atIndex: 3)
      guard comesLast(entry, posted, base) else { return true }
      take(entry, posted, base)
      return false
    }

    mutating func take(_ entry: Int64, _ posted: Int, _ base: String) {
      (self.entry, self.posted, self.base, hasGrown) = (entry, posted, base, true)
    }

    func comesLast(_ entry: Int64, _ posted: Int, _ base: String) -> Bool {
      guard let last = self.entry else { return true }
      guard last < entry else { return false }
      guard posted == self.posted else { return posted > self.posted }
      return self.base.utf8.lexicographicallyPrecedes(base.utf8)
    }

    func save(_ db: Database) throws {
      guard hasGrown else { return }
      try db.execute(
        sql: "UPDATE notebook SET placed = ?, placedOn = ?, placedBase = ? WHERE rowid = 1",
        arguments: [entry, posted, base])
    }
  }
}

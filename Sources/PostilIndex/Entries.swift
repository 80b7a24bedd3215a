import GRDB
import PostilCore

/// The entries: what hangs on one post, with the columns that lists are sorted and filtered by.
///
/// An entry is `late` unless the ids of it and of all others that are not late have the order of
/// their dates. The record of the post that an entry is placed by has the entry's id; the ids of
/// all other records begin at `firstBeside`.
enum Entries {
  /// Above the ids of all posts that have their place.
  static let firstBeside: Int64 = 1 << 40

  /// The entry of a post by its first capture, made when there is none.
  static func id(of base: String, _ db: Database) throws -> (id: Int64, isNew: Bool) {
    let find = try db.cachedStatement(sql: "SELECT id FROM entry WHERE base = ?")
    if let id = try Int64.fetchOne(find, arguments: [base]) { return (id, false) }
    try db.cachedStatement(sql: "INSERT INTO entry (base) VALUES (?)").execute(arguments: [base])
    return (db.lastInsertedRowID, true)
  }

  /// The id that a new record gets.
  static func recordID(
    of kind: RecordKind, on entry: (id: Int64, isNew: Bool)?, _ db: Database
  ) throws -> Int64 {
    if kind == .post, let entry {
      if entry.isNew { return entry.id }
      let isTaken = try db.cachedStatement(sql: "SELECT 1 FROM record WHERE id = ?")
      if try Int.fetchOne(isTaken, arguments: [entry.id]) == nil { return entry.id }
    }
    let next = try db.cachedStatement(
      sql: "SELECT max(coalesce(max(id), 0) + 1, \(firstBeside)) FROM record")
    return try Int64.fetchOne(next) ?? firstBeside
  }

  /// Works the columns out again, from the tables; what has no post any more is as if it never had.
  static func refresh(_ entries: Set<Int64>, _ db: Database) throws {
    let find = try db.cachedStatement(
      sql: """
        SELECT entry.head, entry.posted, entry.isLate, entry.base, post.record, post.posted
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
          foldedAuthor = post.foldedAuthor,
          foldedName = post.foldedName,
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
    var order = try PlacedOrder(db)
    for entry in entries.sorted() {
      guard let row = try Row.fetchOne(find, arguments: [entry]) else { continue }
      guard let head = try row.decode(Int64?.self, atIndex: 4) else {
        try nothing.execute(arguments: [entry])
        continue
      }
      try columns.execute(arguments: [entry, head, try order.isLate(entry, row)])
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
      (self.entry, self.posted, self.base, hasGrown) = (entry, posted, base, true)
      return false
    }

    private func comesLast(_ entry: Int64, _ posted: Int, _ base: String) -> Bool {
      guard let last = self.entry else { return true }
      guard last < entry else { return false }
      guard posted == self.posted else { return posted > self.posted }
      return self.base.utf8.lexicographicallyPrecedes(base.utf8)
    }

    func save(_ db: Database) throws {
      guard hasGrown else { return }
      try db.execute(
        sql: "UPDATE notebook SET placed = ?, placedOn = ?, placedBase = ?",
        arguments: [entry, posted, base])
    }
  }
}

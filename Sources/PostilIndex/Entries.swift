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
  static func id(of base: String, _ db: Database) throws -> Int64 {
    let find = try db.cachedStatement(sql: "SELECT id FROM entry WHERE base = ?")
    if let id = try Int64.fetchOne(find, arguments: [base]) { return id }
    try db.cachedStatement(sql: "INSERT INTO entry (base) VALUES (?)").execute(arguments: [base])
    return db.lastInsertedRowID
  }

  /// The id that a new record gets.
  static func recordID(of kind: RecordKind, on entry: Int64?, _ db: Database) throws -> Int64 {
    if kind == .post, let entry {
      let isTaken = try db.cachedStatement(sql: "SELECT 1 FROM record WHERE id = ?")
      if try Int.fetchOne(isTaken, arguments: [entry]) == nil { return entry }
    }
    let next = try db.cachedStatement(
      sql: "SELECT max(coalesce(max(id), 0) + 1, \(firstBeside)) FROM record")
    return try Int64.fetchOne(next) ?? firstBeside
  }

  /// Works the columns out again, from the tables; what has no post any more is as if it never had.
  static func refresh(_ entries: Set<Int64>, _ db: Database) throws {
    let old = try db.cachedStatement(sql: "SELECT head, posted, isLate FROM entry WHERE id = ?")
    let head = try db.cachedStatement(
      sql: """
        SELECT post.record FROM record JOIN post ON post.record = record.id
        WHERE record.entry = ? AND record.kind = 'post'
        ORDER BY post.capture, record.path LIMIT 1
        """)
    let columns = try db.cachedStatement(
      sql: """
        UPDATE entry SET
          head = ?2,
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
          claims = (SELECT count(*) FROM claim WHERE claim.entry = ?1)
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
      guard let before = try Row.fetchOne(old, arguments: [entry]) else { continue }
      guard let post = try Int64.fetchOne(head, arguments: [entry]) else {
        try nothing.execute(arguments: [entry])
        continue
      }
      try columns.execute(arguments: [entry, post])
      try place(entry, head: post, before, db)
    }
  }

  /// Says whether an entry is late.
  private static func place(_ entry: Int64, head: Int64, _ before: Row, _ db: Database) throws {
    let find = try db.cachedStatement(sql: "SELECT posted, base, isLate FROM entry WHERE id = ?")
    guard let now = try Row.fetchOne(find, arguments: [entry]) else { return }
    let posted = try now.decode(Int.self, atIndex: 0)
    let wasLate = try before.decode(Bool.self, atIndex: 2)
    let isLate: Bool
    if try wasLate || before.decode(Int64?.self, atIndex: 0) == nil {
      isLate = try head != entry || !isNewest(entry, now, db)
    } else {
      isLate = try head != entry || posted != before.decode(Int.self, atIndex: 1)
    }
    if isLate != wasLate {
      try db.cachedStatement(sql: "UPDATE entry SET isLate = ? WHERE id = ?")
        .execute(arguments: [isLate, entry])
    }
    if wasLate, !isLate {
      try db.cachedStatement(sql: "UPDATE notebook SET placed = ?, placedOn = ?, placedBase = ?")
        .execute(arguments: [entry, posted, now.decode(String.self, atIndex: 1)])
    }
  }

  /// Whether an entry comes after all that are not late, by its id as by its date.
  private static func isNewest(_ entry: Int64, _ row: Row, _ db: Database) throws -> Bool {
    let last = try db.cachedStatement(sql: "SELECT placed, placedOn, placedBase FROM notebook")
    guard let last = try Row.fetchOne(last),
      let posted = try last.decode(Int?.self, atIndex: 1)
    else { return true }
    guard try last.decode(Int64.self, atIndex: 0) < entry else { return false }
    let own = try row.decode(Int.self, atIndex: 0)
    guard own == posted else { return own > posted }
    return try last.decode(String.self, atIndex: 2).utf8
      .lexicographicallyPrecedes(row.decode(String.self, atIndex: 1).utf8)
  }
}

import GRDB
import PostilCore

/// The entries: what hangs on one post, with the columns that lists are sorted and filtered by.
enum Entries {
  /// The entry of a post by its first capture, made when there is none.
  static func id(of base: String, _ db: Database) throws -> Int64 {
    let find = try db.cachedStatement(sql: "SELECT id FROM entry WHERE base = ?")
    if let id = try Int64.fetchOne(find, arguments: [base]) { return id }
    try db.cachedStatement(sql: "INSERT INTO entry (base) VALUES (?)").execute(arguments: [base])
    return db.lastInsertedRowID
  }

  /// Works the columns out again, from the tables; what has no post any more is as if it never had.
  static func refresh(_ entries: Set<Int64>, _ db: Database) throws {
    let head = try db.cachedStatement(
      sql: """
        UPDATE entry SET head = (
          SELECT post.record FROM record JOIN post ON post.record = record.id
          WHERE record.entry = entry.id AND record.kind = 'post'
          ORDER BY post.capture, record.path LIMIT 1)
        WHERE id = ?
        """)
    let columns = try db.cachedStatement(
      sql: """
        UPDATE entry SET
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
        WHERE entry.id = ?1 AND post.record = entry.head
        """)
    let nothing = try db.cachedStatement(
      sql: """
        UPDATE entry SET posted = 0, part = 0, foldedAuthor = '', foldedName = '',
          isRead = 0, isStarred = 0, isTagged = 0, claims = 0
        WHERE id = ? AND head IS NULL
        """)
    for entry in entries {
      try head.execute(arguments: [entry])
      try nothing.execute(arguments: [entry])
      try columns.execute(arguments: [entry])
    }
  }
}

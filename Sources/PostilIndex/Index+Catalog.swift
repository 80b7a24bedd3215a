import GRDB
public import PostilCore

extension Index: Catalog {
  /// How much there is, over the whole notebook.
  public func totals(today: Day) throws(Problem) -> Totals {
    try ask { db in
      var totals = Totals()
      let counts = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*), coalesce(sum(NOT isRead), 0), coalesce(sum(NOT isTagged), 0)
          FROM entry WHERE head IS NOT NULL
          """)
      totals.posts = try counts?.decode(Int.self, atIndex: 0) ?? 0
      totals.unread = try counts?.decode(Int.self, atIndex: 1) ?? 0
      totals.untagged = try counts?.decode(Int.self, atIndex: 2) ?? 0
      for row in try Row.fetchAll(db, sql: "SELECT status, count(*) FROM verdict GROUP BY status") {
        guard let status = Status(rawValue: try row.decode(String.self, atIndex: 0)) else {
          continue
        }
        totals.claims[status] = try row.decode(Int.self, atIndex: 1)
      }
      let due: SQL = "SELECT count(*) FROM verdict WHERE \(Condition(today: today).isDue(by: .due))"
      totals.due = try SQLRequest<Int>(literal: due).fetchOne(db) ?? 0
      return totals
    }
  }

  /// The file of a record by its base name, its `key:`, or the name or an alias of a tag.
  public func path(of id: String) throws(Problem) -> String? {
    try ask { db in
      // Asked for every claim of a post, and nearly always by a base name.
      let named = try db.cachedStatement(
        sql: "SELECT path FROM record WHERE name = ? ORDER BY path LIMIT 1")
      if let path = try String.fetchOne(named, arguments: [id]) { return path }
      let statement = try db.cachedStatement(
        sql: """
          SELECT path FROM (
            SELECT 1 AS rank, path FROM post JOIN record ON id = record WHERE key = ?1
            UNION ALL SELECT 2, path FROM definition JOIN record ON id = record WHERE tag = ?1
            UNION ALL SELECT 3, path FROM alias JOIN record ON id = record
              WHERE written = ?1 OR substr(written, -length(?1) - 1) = '/' || ?1)
          ORDER BY rank, path LIMIT 1
          """)
      return try String.fetchOne(statement, arguments: [id])
    }
  }

  /// Whether `reading.log` last called the post read.
  public func isRead(_ post: String) throws(Problem) -> Bool {
    try ask { db in
      let statement = try db.cachedStatement(sql: "SELECT isRead FROM reading WHERE post = ?")
      return try Bool.fetchOne(statement, arguments: [post]) ?? false
    }
  }
}

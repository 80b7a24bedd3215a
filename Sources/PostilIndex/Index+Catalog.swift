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
      let due: SQL = "SELECT count(*) FROM verdict WHERE \(Condition.isDue(by: .due, today: today))"
      totals.due = try SQLRequest<Int>(literal: due).fetchOne(db) ?? 0
      return totals
    }
  }

  /// The file of a record by its base name, its `key:`, or the name of a tag.
  public func path(of id: String) throws(Problem) -> String? {
    try ask { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT path FROM (
            SELECT 0 AS rank, path FROM record WHERE name = ?1
            UNION ALL SELECT 1, path FROM post JOIN record ON id = record WHERE key = ?1
            UNION ALL SELECT 2, path FROM definition JOIN record ON id = record WHERE tag = ?1)
          ORDER BY rank, path LIMIT 1
          """, arguments: [id])
    }
  }

  /// Every tag in use or defined, most used first.
  public func tags() throws(Problem) -> [TagCount] {
    try ask { db in
      var tags: [String: TagCount] = [:]
      let used = try Row.fetchAll(
        db,
        sql: """
          SELECT coalesce((SELECT min(alias.tag) FROM alias WHERE alias.alias = folded), tagging.tag),
            count(DISTINCT CASE kind WHEN 'note' THEN entry END),
            count(DISTINCT CASE kind WHEN 'claim' THEN id END)
          FROM tagging JOIN record ON id = record GROUP BY 1
          """)
      for row in used {
        let name = try row.decode(String.self, atIndex: 0)
        tags[name] = TagCount(
          name: name, posts: try row.decode(Int.self, atIndex: 1),
          claims: try row.decode(Int.self, atIndex: 2))
      }
      let defined = try Row.fetchAll(
        db,
        sql: """
          SELECT tag, meaning, key FROM definition JOIN record ON id = record ORDER BY path DESC
          """)
      for row in defined {
        let name = try row.decode(String.self, atIndex: 0)
        let meaning = try row.decode(String.self, atIndex: 1)
        tags[name, default: TagCount(name: name, posts: 0, claims: 0)].definition = meaning
        tags[name]?.key = try row.decode(String?.self, atIndex: 2)
      }
      return tags.values.sorted {
        ($1.posts + $1.claims, $0.name) < ($0.posts + $0.claims, $1.name)
      }
    }
  }

  /// Whether `reading.log` last called the post read.
  public func isRead(_ post: String) throws(Problem) -> Bool {
    try ask { db in
      try Bool.fetchOne(db, sql: "SELECT isRead FROM reading WHERE post = ?", arguments: [post])
        ?? false
    }
  }
}

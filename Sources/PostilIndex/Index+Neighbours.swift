import GRDB
public import PostilCore

extension Index {
  /// Ids of all captures of a post, oldest first.
  public func captures(of post: String) throws(Problem) -> [String] {
    try ask { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT DISTINCT record.name FROM entry JOIN record ON record.entry = entry.id
            JOIN post ON post.record = record.id
          WHERE base = ? ORDER BY capture, record.name
          """)
      return try String.fetchAll(statement, arguments: [Layout.firstCapture(of: post)])
    }
  }

  /// Ids of the posts of its author's thread, first to last, itself among them.
  public func thread(of post: String) throws(Problem) -> [String] {
    try companions(of: post, by: "thread")
  }

  /// Ids of the other posts that say the same, earliest first.
  public func copies(of post: String) throws(Problem) -> [String] {
    let base = Layout.firstCapture(of: post)
    return try companions(of: post, by: "original").filter { Layout.firstCapture(of: $0) != base }
  }

  private func companions(of post: String, by column: String) throws(Problem) -> [String] {
    try ask { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT record.name FROM entry JOIN record ON record.id = entry.head
          WHERE entry.\(column) = (SELECT \(column) FROM entry WHERE base = ?1)
          ORDER BY \(Groups.order)
          """)
      return try String.fetchAll(statement, arguments: [Layout.firstCapture(of: post)])
    }
  }

  /// Ids of stored posts that quote it, oldest first.
  public func quoting(_ post: String) throws(Problem) -> [String] {
    try ask { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT head.name FROM entry JOIN record AS head ON head.id = entry.head
          WHERE entry.base <> ?1 AND entry.id IN (
            SELECT record.entry FROM reference JOIN record ON record.id = reference.record
            WHERE target = ?1 AND reference.kind = 'quote')
          ORDER BY entry.posted, entry.base
          """)
      return try String.fetchAll(statement, arguments: [Layout.firstCapture(of: post)])
    }
  }

  /// Ids of the records that link to it with `[[…]]`, by name.
  public func backlinks(to id: String) throws(Problem) -> [String] {
    try ask { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT DISTINCT record.name FROM reference JOIN record ON record.id = reference.record
          WHERE target = ?1 AND reference.kind = 'link' AND record.name <> ?1
          ORDER BY record.name
          """)
      return try String.fetchAll(statement, arguments: [id])
    }
  }
}

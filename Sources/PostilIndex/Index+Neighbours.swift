import GRDB
public import PostilCore

extension Index {
  /// Ids of all captures of a post, oldest first.
  public func captures(of post: String) throws(Problem) -> [String] {
    try ask { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT record.name FROM entry JOIN record ON record.entry = entry.id
            JOIN post ON post.record = record.id
          WHERE base = ? ORDER BY capture, record.name
          """, arguments: [Layout.firstCapture(of: post)])
    }
  }

  /// Ids of the other posts of its thread, oldest first.
  public func thread(of post: String) throws(Problem) -> [String] {
    try ask { db in
      // Names are the nodes, stored or not: two answers to a post that nobody stored belong together.
      try String.fetchAll(
        db,
        sql: """
          WITH RECURSIVE node (base) AS (
            VALUES (?1)
            UNION
            SELECT target FROM node JOIN entry USING (base)
              JOIN record ON record.entry = entry.id AND record.kind = 'post'
              JOIN reference ON reference.record = record.id
                AND reference.kind IN ('thread', 'reply')
            UNION
            SELECT entry.base FROM node JOIN reference ON reference.target = node.base
                AND reference.kind IN ('thread', 'reply')
              JOIN record ON record.id = reference.record
              JOIN entry ON entry.id = record.entry
          )
          SELECT record.name FROM node JOIN entry USING (base)
            JOIN record ON record.id = entry.head
          WHERE entry.base <> ?1 ORDER BY entry.posted, entry.base
          """, arguments: [Layout.firstCapture(of: post)])
    }
  }

  /// Ids of stored posts that quote it, oldest first.
  public func quoting(_ post: String) throws(Problem) -> [String] {
    try ask { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT head.name FROM entry JOIN record AS head ON head.id = entry.head
          WHERE entry.base <> ?1 AND entry.id IN (
            SELECT record.entry FROM reference JOIN record ON record.id = reference.record
            WHERE target = ?1 AND reference.kind = 'quote')
          ORDER BY entry.posted, entry.base
          """, arguments: [Layout.firstCapture(of: post)])
    }
  }

  /// Ids of the records that link to it with `[[…]]`, by name.
  public func backlinks(to id: String) throws(Problem) -> [String] {
    try ask { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT record.name FROM reference JOIN record ON record.id = reference.record
          WHERE target = ?1 AND reference.kind = 'link' AND record.name <> ?1
          ORDER BY record.name
          """, arguments: [id])
    }
  }
}

import GRDB
public import PostilCore

extension Index {
  /// The claims that `query` finds.
  public func claims(_ query: Query, sort: ClaimSort, today: Day) throws(Problem) -> [ClaimRow] {
    try ask { db in
      let query = try query.expanded(in: db)
      let isFound = try Condition(today: today).prepared(for: query, texts(db))
        .onClaims(query)
      return try ClaimRow.all(isFound, by: Order(sort).sql, db)
    }
  }

  /// Ids of the claims on a capture, in order of their first span.
  public func claims(on post: String) throws(Problem) -> [String] {
    try ask { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT claim.id FROM entry JOIN claim ON claim.entry = entry.id
            JOIN record ON record.id = claim.record
          WHERE entry.base = ? AND claim.post = ?
          ORDER BY start IS NULL, start, claim.id, path
          """)
      return try String.fetchAll(statement, arguments: [Layout.firstCapture(of: post), post])
    }
  }
}

extension ClaimRow {
  /// The claims of a condition, in an order, and at most so many of them.
  static func all(_ condition: SQL, by order: String, limit: Int = -1, _ db: Database) throws
    -> [ClaimRow]
  {
    let claims: SQL = """
      SELECT verdict.id, words, status, type, due, confidence, verdict.post, post.author,
        post.moment, start, hasNote, evidence, verdict.record
      FROM verdict JOIN record AS file ON file.id = verdict.record
        LEFT JOIN entry ON entry.id = verdict.entry
        LEFT JOIN post ON post.record = entry.head
      WHERE \(condition)
      ORDER BY \(sql: order) LIMIT \(limit)
      """
    return try SQLRequest<Row>(literal: claims).fetchAll(db).compactMap { try ClaimRow($0, db) }
  }

  private init?(_ row: Row, _ db: Database) throws {
    guard let status = Status(rawValue: try row.decode(String.self, atIndex: 2)),
      let type = ClaimType(rawValue: try row.decode(String.self, atIndex: 3))
    else { return nil }
    self.init(
      id: try row.decode(String.self, atIndex: 0), words: try row.decode(String.self, atIndex: 1),
      status: status, type: type)
    due = try row.decode(Int?.self, atIndex: 4).map { Day(number: $0) }
    confidence = try row.decode(Int?.self, atIndex: 5)
    post = try row.decode(String?.self, atIndex: 6)
    author = try row.decode(String?.self, atIndex: 7)
    posted = try row.decode(String?.self, atIndex: 8).flatMap { Moment($0) }
    start = try row.decode(Int?.self, atIndex: 9)
    hasNote = try row.decode(Bool.self, atIndex: 10)
    evidence = try row.decode(Int.self, atIndex: 11)
    let tags = try db.cachedStatement(
      sql: "SELECT tag FROM tagging WHERE record = ? ORDER BY position")
    self.tags = try String.fetchAll(tags, arguments: [try row.decode(Int64.self, atIndex: 12)])
  }
}

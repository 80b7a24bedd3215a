import GRDB
public import PostilCore

extension Index {
  /// How many posts `query` finds.
  public func count(_ query: Query, today: Day) throws(Problem) -> Int {
    try ask { db in
      let condition = Condition.onPosts(query, today: today)
      let count: SQL = "SELECT count(*) FROM entry WHERE head IS NOT NULL AND (\(condition))"
      return try SQLRequest<Int>(literal: count).fetchOne(db) ?? 0
    }
  }

  /// A window of the posts that `query` finds.
  public func posts(_ query: Query, sort: PostSort, window: Range<Int>, today: Day)
    throws(Problem) -> [PostRow]
  {
    let window = window.clamped(to: 0..<Int.max)
    guard !window.isEmpty else { return [] }
    return try ask { db in
      // The rows to skip are skipped in an index; only those of the window are looked up.
      let window: SQL = """
        SELECT entry.id FROM entry
        WHERE head IS NOT NULL AND (\(Condition.onPosts(query, today: today)))
        ORDER BY \(sql: Order(sort).sql)
        LIMIT \(window.count) OFFSET \(window.lowerBound)
        """
      let entries = try SQLRequest<Int64>(literal: window).fetchAll(db)
      return try entries.compactMap { try PostRow(entry: $0, db) }
    }
  }

  /// Where a post stands in the list of those that `query` finds; nil when it is none of them.
  public func position(of post: String, in query: Query, sort: PostSort, today: Day)
    throws(Problem) -> Int?
  {
    try ask { db in
      let order = Order(sort)
      let condition = Condition.onPosts(query, today: today)
      let place: SQL = """
        SELECT \(sql: order.columns) FROM entry
        WHERE base = \(Layout.firstCapture(of: post)) AND head IS NOT NULL AND (\(condition))
        """
      guard let row = try SQLRequest<Row>(literal: place).fetchOne(db) else { return nil }
      let before: SQL = """
        SELECT count(*) FROM entry
        WHERE head IS NOT NULL AND (\(order.isBefore(Array(row.databaseValues))))
          AND (\(condition))
        """
      return try SQLRequest<Int>(literal: before).fetchOne(db)
    }
  }
}

extension PostRow {
  fileprivate init?(entry: Int64, _ db: Database) throws {
    let post = try db.cachedStatement(
      sql: """
        SELECT record.name, substr(text.body, 1, 400), post.author, post.name, post.moment,
          post.title, entry.isRead, entry.isStarred, post.isRepost, post.isReply
        FROM entry JOIN record ON record.id = entry.head JOIN post ON post.record = entry.head
          JOIN text ON text.id = entry.head
        WHERE entry.id = ?
        """)
    guard let row = try Row.fetchOne(post, arguments: [entry]) else { return nil }
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
    let tags = try db.cachedStatement(
      sql: """
        SELECT tag FROM record JOIN tagging ON tagging.record = record.id
        WHERE entry = ? AND kind = 'note' AND tag <> '\(Note.star)' ORDER BY path, position
        """)
    self.tags = try String.fetchAll(tags, arguments: [entry])
    let claims = try db.cachedStatement(sql: "SELECT status, type FROM verdict WHERE entry = ?")
    for row in try Row.fetchAll(claims, arguments: [entry]) {
      guard let status = Status(rawValue: try row.decode(String.self, atIndex: 0)),
        let type = ClaimType(rawValue: try row.decode(String.self, atIndex: 1))
      else { continue }
      let mark = ClaimRow(id: "", words: "", status: status, type: type).mark
      marks[String(mark), default: 0] += 1
    }
  }
}

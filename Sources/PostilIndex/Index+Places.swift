import GRDB
public import PostilCore

extension Index {
  /// The records of some names, in the order of the names.
  public func places(named names: [String]) throws(Problem) -> [Place] {
    try ask { db in
      try names.compactMap { name in
        guard let record = try Self.record(named: name, db) else { return nil }
        var place = try Place(record: record, db)
        place?.asked = name
        return place
      }
    }
  }

  /// Who refers to a record, newest first.
  public func places(referringTo id: String) throws(Problem) -> [Place] {
    try ask { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT referrer.id, referrer.referring FROM (\(Self.referrers))
          AS referrer LEFT JOIN entry ON entry.id = referrer.entry
          ORDER BY coalesce(entry.posted, 0) DESC, referrer.name, referrer.id
          """, arguments: Self.arguments(id)
      ).compactMap { row in
        var place = try Place(record: try row.decode(Int64.self, atIndex: 0), db)
        place?.relation = try Self.relation(of: row, to: id, db)
        return place
      }
    }
  }

  /// How many records refer to each of some.
  public func references(to ids: [String]) throws(Problem) -> [String: Int] {
    try ask { db in
      let count = try db.cachedStatement(sql: "SELECT count(*) FROM (\(Self.referrers))")
      var counts: [String: Int] = [:]
      for id in ids {
        let found = try Int.fetchOne(count, arguments: Self.arguments(id)) ?? 0
        if found > 0 { counts[id] = found }
      }
      return counts
    }
  }

  /// Records by what was typed of their name, title or words, best first.
  public func places(like typed: String, limit: Int) throws(Problem) -> [Place] {
    try ask { db in try Likeness(typed).places(limit: limit, db) }
  }

  private static func record(named name: String, _ db: Database) throws -> Int64? {
    let find = try db.cachedStatement(
      sql: """
        SELECT id FROM (
          SELECT 0 AS rank, id, path FROM record WHERE name = ?1
          UNION ALL SELECT 1, id, path FROM post JOIN record ON id = record WHERE key = ?1
          UNION ALL SELECT 2, id, path FROM definition JOIN record ON id = record WHERE tag = ?1
          UNION ALL SELECT 3, id, path FROM post JOIN record ON id = record WHERE address = ?2
          UNION ALL SELECT 4, id, path FROM record WHERE name = ?3)
        ORDER BY rank, path LIMIT 1
        """)
    return try Int64.fetchOne(
      find, arguments: [name, Name.address(name).map(Name.mark), Post.id(at: name)])
  }

  /// The records that refer to one of the names of a record, but for what hangs on it and for the
  /// answers of its own thread.
  private static let referrers = """
    SELECT record.id, record.name, record.entry, max(reference.kind) AS referring
    FROM reference JOIN record ON record.id = reference.record
      LEFT JOIN entry AS here ON here.base = ?2
      LEFT JOIN entry AS there ON there.id = record.entry
    WHERE target IN (?1, ?2, ?3) AND reference.kind <> 'thread' AND record.name <> ?1
      AND (?4 OR record.entry IS NOT here.id)
      AND (reference.kind <> 'reply' OR there.thread IS NULL OR there.thread IS NOT here.thread)
    GROUP BY record.id
    """

  private static func arguments(_ id: String) -> StatementArguments {
    // A claim hangs on a post like its other claims, which may well refer to it.
    [id, Layout.firstCapture(of: id), Layout.id(of: id), id.hasPrefix("c-")]
  }

  private static func relation(of row: Row, to id: String, _ db: Database) throws
    -> Place.Relation
  {
    switch try row.decode(String.self, atIndex: 1) {
    case Draft.Reference.Kind.quote.rawValue: return .quotes
    case Draft.Reference.Kind.reply.rawValue: return .answers
    default: break
    }
    let same = try String.fetchOne(
      db, sql: "SELECT same FROM claim WHERE record = ?",
      arguments: [try row.decode(Int64.self, atIndex: 0)])
    return same == id ? .same : .links
  }
}

extension Place {
  /// A record by its number; nil when it is gone.
  init?(record: Int64, _ db: Database) throws {
    let find = try db.cachedStatement(
      sql: """
        SELECT record.name, record.kind, substr(text.title, 1, 200), substr(text.body, 1, 300),
          claim.words, claim.post, claim.start, coalesce(first.name, entry.base),
          post.author, post.name, post.moment, definition.tag
        FROM record LEFT JOIN written AS text ON text.id = record.id
          LEFT JOIN claim ON claim.record = record.id
          LEFT JOIN definition ON definition.record = record.id
          LEFT JOIN entry ON entry.id = record.entry
          LEFT JOIN record AS first ON first.id = entry.head
          LEFT JOIN post ON post.record = entry.head
        WHERE record.id = ?
        """)
    guard let row = try Row.fetchOne(find, arguments: [record]),
      let kind = RecordKind(rawValue: try row.decode(String.self, atIndex: 1))
    else { return nil }
    let name = try row.decode(String.self, atIndex: 0)
    let title = try row.decode(String?.self, atIndex: 2) ?? ""
    let body = try row.decode(String?.self, atIndex: 3) ?? ""
    let claim = try row.decode(String?.self, atIndex: 4)
    let tag = try row.decode(String?.self, atIndex: 11)
    self.init(id: tag ?? name, kind: kind, words: claim ?? (title.isEmpty ? body : title))
    post =
      kind == .post
      ? name
      : try row.decode(String?.self, atIndex: 5)
        ?? row.decode(String?.self, atIndex: 7)
    start = try row.decode(Int?.self, atIndex: 6)
    author = try row.decode(String?.self, atIndex: 8) ?? row.decode(String?.self, atIndex: 9)
    posted = try row.decode(String?.self, atIndex: 10).flatMap { Moment($0) }
  }
}

import GRDB
import PostilCore

extension Draft {
  /// Puts the record into the tables; returns the entry it hangs on.
  ///
  /// The entry's own columns are brought up to date by `Entries`.
  func insert(_ db: Database, _ texts: TextWriter) throws -> Int64? {
    let holder = try base.map { try Entries.id(of: $0, db) }
    let record = try Entries.recordID(of: kind, on: holder, db)
    let entry = holder?.id
    try db.cachedStatement(
      sql: """
        INSERT INTO record (id, path, name, kind, size, modified, inode, problem, entry)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      record, stamp.path, name, kind.rawValue, stamp.size, stamp.modified,
      Int64(bitPattern: stamp.inode), problem, entry,
    ])
    if let post { try insert(post, record, db) }
    if let claim { try insert(claim, record, entry, db) }
    if let definition { try insert(definition, record, db) }
    if let query {
      try db.cachedStatement(sql: "INSERT INTO saved VALUES (?, ?, ?)")
        .execute(arguments: [record, Layout.name(of: stamp.path, in: .query), query])
    }
    try insertFacts(record, db)
    try insertParts(record, db)
    if let entry { try insertTies(record, entry, db) }
    if let text { try insert(text, record, db, texts) }
    return entry
  }

  /// Takes a record out of the tables; returns the entry it hung on.
  static func delete(_ record: Int64, _ db: Database) throws -> Int64? {
    let entry = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT entry FROM record WHERE id = ?"), arguments: [record])
    let tables = [
      "post", "claim", "definition", "alias", "tagging", "ticker", "entity", "number", "own_key",
      "saved", "reference",
    ]
    for table in tables {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE record = ?")
        .execute(arguments: [record])
    }
    try deleteText(record, db)
    try db.cachedStatement(sql: "DELETE FROM tie WHERE entry = ? AND record = ?")
      .execute(arguments: [entry, record])
    for table in ["front", "record"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE id = ?").execute(arguments: [record])
    }
    return entry
  }

  private func insert(_ post: Post, _ record: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT INTO post VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    .execute(arguments: [
      record, Name.capture(in: name), post.key, post.posted?.description,
      Schema.place(of: post), post.author,
      (post.author ?? post.name).map(Name.person) ?? Schema.nobody, post.name,
      post.name.map(Name.folded) ?? "", post.title,
      post.repostOf != nil, post.replyTo != nil, Schema.part(of: post),
      post.url.flatMap(Name.address).map(Name.mark),
    ])
  }

  private func insert(_ claim: Claim, _ record: Int64, _ entry: Int64?, _ db: Database) throws {
    let words = [claim.title, claim.quotes.first, claim.test].compactMap(\.self)
    try db.cachedStatement(sql: "INSERT INTO claim VALUES (\(Self.places(15)))")
      .execute(arguments: [
        record, entry, name, claim.post.map(Name.target),
        Self.bound(words.first { !$0.isEmpty } ?? ""),
        claim.type.rawValue, claim.status.rawValue, claim.due?.number, claim.confidence,
        claim.spans.first?.lowerBound, claim.evidence.count,
        claim.notes.contains { !$0.isWhitespace }, claim.same.map(Name.target),
        claim.spans.first?.upperBound, claim.judged?.number,
      ])
  }

  private func insert(_ definition: TagDefinition, _ record: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO definition VALUES (?, ?, ?, ?, ?)").execute(
      arguments: [
        record, definition.name, definition.key.map(String.init), definition.color,
        Self.bound(definition.text),
      ])
    for alias in definition.aliases {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO alias VALUES (?, ?, ?, ?, ?)").execute(
        arguments: [
          record, alias, Name.tag(alias), definition.name, Name.tag(definition.name),
        ])
    }
  }

  private func insertParts(_ record: Int64, _ db: Database) throws {
    for (position, tag) in tags.enumerated() {
      try db.cachedStatement(sql: "INSERT INTO tagging VALUES (?, ?, ?, ?)")
        .execute(arguments: [record, position, tag, Name.tag(tag)])
    }
    for ticker in tickers {
      try db.cachedStatement(sql: "INSERT INTO ticker VALUES (?, ?)")
        .execute(arguments: [record, ticker])
    }
    for reference in references {
      try db.cachedStatement(sql: "INSERT INTO reference VALUES (?, ?, ?)")
        .execute(arguments: [record, reference.kind.rawValue, reference.target])
    }
  }

  private func insertTies(_ record: Int64, _ entry: Int64, _ db: Database) throws {
    for tie in ties {
      try db.cachedStatement(sql: "INSERT INTO tie VALUES (?, ?, ?, ?)")
        .execute(arguments: [record, tie.kind.rawValue, tie.key, entry])
    }
  }

  static func places(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }

  /// SQLite ends a text at its first NUL.
  static func bound(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return text.replacing("\0", with: "\u{FFFD}")
  }
}

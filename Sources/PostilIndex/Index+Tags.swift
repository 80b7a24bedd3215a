import GRDB
public import PostilCore

extension Index {
  /// Every tag in use or defined and every name above one, most used first.
  public func tags() throws(Problem) -> [TagCount] {
    try ask { db in
      let defined = try Self.definitions(db)
      var census = Census(book: Codebook(Array(defined.values)))
      let used = try Row.fetchCursor(
        db,
        sql: """
          SELECT tagging.tag, \(Self.counts) FROM tagging JOIN record ON id = record
          GROUP BY tagging.tag
          """)
      while let row = try used.next() {
        census.take(try row.decode(String.self, atIndex: 0), try Self.count(in: row, from: 1))
      }
      return try census.tags(defined) { names in try Self.count(names, db) }
        .sorted { ($1.posts + $1.claims, $0.name) < ($0.posts + $0.claims, $1.name) }
    }
  }

  /// Files of the claims and notes that carry a tag or one below it, by these very names.
  public func records(tagged name: String) throws(Problem) -> [String] {
    let folded = Name.tag(name)
    return try ask { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT path FROM tagging JOIN record ON id = record
          WHERE folded = ?1 OR (folded >= ?2 AND folded < ?3) ORDER BY path
          """, arguments: [folded, folded + "/", folded + "/" + Schema.nobody])
    }
  }

  private static let counts = """
    count(DISTINCT CASE kind WHEN 'note' THEN entry END),
    count(DISTINCT CASE kind WHEN 'claim' THEN record.id END),
    count(DISTINCT CASE WHEN kind = 'note' AND entry IS NULL THEN record.id END)
    """

  private static func count(in row: Row, from index: Int) throws -> Census.Count {
    (
      try row.decode(Int.self, atIndex: index), try row.decode(Int.self, atIndex: index + 1),
      try row.decode(Int.self, atIndex: index + 2)
    )
  }

  /// Posts, claims and free notes that carry one of several names, each counted once.
  private static func count(_ names: Set<String>, _ db: Database) throws -> Census.Count {
    let folded = Set(names.map(Name.tag))
    let request: SQL = """
      SELECT \(sql: counts) FROM tagging JOIN record ON id = record
      WHERE folded IN \(folded) AND tag IN \(names)
      """
    guard let row = try SQLRequest<Row>(literal: request).fetchOne(db) else { return (0, 0, 0) }
    return try count(in: row, from: 0)
  }

  private static func definitions(_ db: Database) throws -> [String: TagCount] {
    var tags: [String: TagCount] = [:]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT tag, meaning, key, color, definition.record
        FROM definition JOIN record ON id = record ORDER BY path DESC
        """)
    for row in rows {
      var tag = TagCount(name: try row.decode(String.self, atIndex: 0), posts: 0, claims: 0)
      tag.definition = try row.decode(String.self, atIndex: 1)
      tag.key = try row.decode(String?.self, atIndex: 2)
      tag.color = try row.decode(String?.self, atIndex: 3)
      tag.aliases = try String.fetchAll(
        db, sql: "SELECT written FROM alias WHERE record = ? ORDER BY written",
        arguments: [try row.decode(Int64.self, atIndex: 4)])
      tags[tag.name] = tag
    }
    return tags
  }
}

/// Who counts for whom: an alias for its tag, a tag for all above it.
private struct Census {
  typealias Count = (posts: Int, claims: Int, notes: Int)

  let book: Codebook
  private var counts: [String: Count] = [:]
  /// The names under which records carry a tag, and those of all below it.
  private var own: [String: Set<String>] = [:]
  private var below: [String: Set<String>] = [:]

  init(book: Codebook) {
    self.book = book
  }

  mutating func take(_ name: String, _ count: Count) {
    counts[name] = count
    let tag = book.canonical(name)
    own[tag, default: []].insert(name)
    for place in [tag] + TagName.ancestors(of: tag) { below[place, default: []].insert(name) }
  }

  /// All tags; what has more than one name is counted by `count`.
  func tags(_ defined: [String: TagCount], count: (Set<String>) throws -> Count) rethrows
    -> [TagCount]
  {
    let above = defined.keys.flatMap(TagName.ancestors)
    let names = Set(below.keys).union(defined.keys).union(above)
    return try names.map { name in
      var tag = defined[name] ?? TagCount(name: name, posts: 0, claims: 0)
      tag.isImplied = defined[name] == nil && own[name] == nil
      (tag.posts, tag.claims, tag.notes) = try total(own[name] ?? [], count)
      (tag.allPosts, tag.allClaims, tag.allNotes) = try total(below[name] ?? [], count)
      return tag
    }
  }

  private func total(_ names: Set<String>, _ count: (Set<String>) throws -> Count) rethrows -> Count
  {
    if names.isEmpty { return (0, 0, 0) }
    if names.count == 1, let only = names.first.flatMap({ counts[$0] }) { return only }
    return try count(names)
  }
}

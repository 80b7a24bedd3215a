import GRDB

/// Which entries belong together: the posts of a thread, and posts that say the same.
///
/// `thread` is the first post of the author's thread, `original` the earliest of those that say the
/// same, `lead` the one that both fold into; all are null for what stands alone. `fold` is 0 for
/// that, 1 for a lead, 2 for what folds into it. `weight` counts the claims of all that folds into
/// an entry. A thread post never folds away with a copy of it elsewhere.
enum Groups {
  /// The `fold` of what folds into another.
  static let folded = 2

  /// What comes first in a thread and among copies: by time, and then as pasted (`Schema.place`).
  static let order = """
    entry.posted < \(Schema.dateless),
      CASE WHEN entry.posted < \(Schema.dateless) THEN -entry.posted ELSE entry.posted END,
      entry.part, entry.base
    """

  /// Groups some entries anew, with all that they belonged to and now belong to.
  static func refresh(_ touched: Set<Int64>, _ db: Database) throws {
    let touched = try withOthers(touched, db)
    guard !touched.isEmpty else { return }
    let threads = try regroup(touched, Threads(db: db), column: "thread", db)
    let copies = try regroup(touched, Copies(db: db), column: "original", db)
    var changed = threads.union(copies).union(touched)
    let copiesOf = try db.cachedStatement(sql: "SELECT id FROM entry WHERE original = ?")
    // A copy folds into the thread of its original.
    for entry in threads { changed.formUnion(try Int64.fetchAll(copiesOf, arguments: [entry])) }
    try lead(changed, db)
  }

  /// Those of which anything says that they belong to others, or did: most posts stand alone.
  private static func withOthers(_ entries: Set<Int64>, _ db: Database) throws -> Set<Int64> {
    let words = Draft.Tie.Kind.words.rawValue
    let find = try db.cachedStatement(
      sql: """
        SELECT entry.id FROM json_each(?) AS list CROSS JOIN entry ON entry.id = list.value
        WHERE lead IS NOT NULL OR thread IS NOT NULL OR original IS NOT NULL
          OR EXISTS (SELECT 1 FROM tie WHERE tie.entry = entry.id AND kind <> '\(words)')
          OR EXISTS (SELECT 1 FROM tie WHERE key = entry.base AND kind <> '\(words)')
          OR EXISTS (
            SELECT 1 FROM tie AS own JOIN tie AS other USING (key, kind)
            WHERE own.entry = entry.id AND other.entry <> entry.id)
        """)
    return try Int64.fetchSet(find, arguments: [Texts.list(Array(entries))])
  }

  /// Sets one column; returns the entries whose group may be another now.
  private static func regroup(
    _ touched: Set<Int64>, _ kin: some Kinship, column: String, _ db: Database
  ) throws -> Set<Int64> {
    let companions = try db.cachedStatement(
      sql: """
        SELECT id FROM entry
        WHERE \(column) = (SELECT \(column) FROM entry WHERE id = ?) AND \(column) IS NOT NULL
        """)
    var old: Set<Int64> = []
    for entry in touched where !old.contains(entry) {
      old.formUnion(try Int64.fetchAll(companions, arguments: [entry]))
    }
    let set = try db.cachedStatement(
      sql: "UPDATE entry SET \(column) = ?2 WHERE id = ?1 AND \(column) IS NOT ?2")
    var seen: Set<Int64> = []
    var changed: Set<Int64> = []
    for entry in old.union(touched).sorted() where !seen.contains(entry) {
      let members = try kin.all(from: entry)
      seen.formUnion(members)
      seen.insert(entry)
      let first = members.count > 1 ? try kin.first(of: members) : nil
      for member in members.union([entry]) {
        try set.execute(arguments: [member, first])
        if db.changesCount > 0 { changed.insert(member) }
      }
    }
    return changed
  }

  private static func lead(_ entries: Set<Int64>, _ db: Database) throws {
    let find = try db.cachedStatement(sql: "SELECT lead FROM entry WHERE id = ?")
    let set = try db.cachedStatement(
      sql: """
        UPDATE entry SET lead = ?2, fold = CASE WHEN ?2 IS NULL THEN 0 WHEN ?2 = id THEN 1 ELSE 2 END
        WHERE id = ?1 AND lead IS NOT ?2
        """)
    let target = try db.cachedStatement(
      sql: """
        SELECT coalesce(thread, (
          SELECT coalesce(first.thread, first.id) FROM entry AS first
          WHERE first.id = entry.original)) FROM entry WHERE id = ?
        """)
    var weighed = entries
    for entry in entries {
      if let old = try Int64.fetchOne(find, arguments: [entry]) { weighed.insert(old) }
      let new = try Int64.fetchOne(target, arguments: [entry])
      if let new { weighed.insert(new) }
      try set.execute(arguments: [entry, new])
    }
    let weigh = try db.cachedStatement(
      sql: """
        UPDATE entry SET weight = CASE WHEN fold = 1 THEN (
          SELECT sum(claims) FROM entry AS member WHERE member.lead = entry.id
        ) ELSE claims END
        WHERE id = ?1 AND (fold = 1 OR weight <> claims)
        """)
    for entry in weighed { try weigh.execute(arguments: [entry]) }
  }
}

import GRDB

/// One way in which posts belong together.
protocol Kinship {
  var db: Database { get }
  /// The stored entries next to one; what was followed is not followed again, or a post that
  /// thousands repeat would be looked at thousands of times.
  func next(to entry: Int64, _ followed: inout Set<Draft.Tie>) throws -> [Int64]
  /// What the one that others belong to comes first by.
  var order: String { get }
}

extension Kinship {
  /// All entries that belong together with one, itself included; none when no post of it is stored.
  func all(from entry: Int64) throws -> Set<Int64> {
    let isStored = try db.cachedStatement(sql: "SELECT head IS NOT NULL FROM entry WHERE id = ?")
    guard try Bool.fetchOne(isStored, arguments: [entry]) == true else { return [] }
    var found: Set<Int64> = [entry]
    var waiting = [entry]
    var followed: Set<Draft.Tie> = []
    while let entry = waiting.popLast() {
      for next in try next(to: entry, &followed) where found.insert(next).inserted {
        waiting.append(next)
      }
    }
    return found
  }

  /// The one of several entries that the others belong to.
  func first(of members: Set<Int64>) throws -> Int64? {
    let list = members.map(String.init).joined(separator: ",")
    return try Int64.fetchOne(
      db,
      sql: """
        SELECT entry.id FROM entry JOIN post ON post.record = entry.head
        WHERE entry.id IN (\(list)) ORDER BY \(order) LIMIT 1
        """)
  }

  fileprivate func ties(of entry: Int64) throws -> [Draft.Tie] {
    let ties = try db.cachedStatement(sql: "SELECT kind, key FROM tie WHERE entry = ?")
    return try Row.fetchAll(ties, arguments: [entry]).compactMap { row in
      guard let kind = Draft.Tie.Kind(rawValue: try row.decode(String.self, atIndex: 0)) else {
        return nil
      }
      return Draft.Tie(kind, try row.decode(DatabaseValue.self, atIndex: 1))
    }
  }

  fileprivate func base(of entry: Int64) throws -> String? {
    let base = try db.cachedStatement(sql: "SELECT base FROM entry WHERE id = ?")
    return try String.fetchOne(base, arguments: [entry])
  }
}

/// Posts that say the same: reposts of one post, and copies by their words.
struct Copies: Kinship {
  let db: Database
  let order = "post.isRepost, \(Groups.order)"

  func next(to entry: Int64, _ followed: inout Set<Draft.Tie>) throws -> [Int64] {
    var found: [Int64] = []
    let own = try base(of: entry).map { [Draft.Tie(.original, $0)] } ?? []
    for tie in try ties(of: entry) + own {
      guard tie.kind == .words || tie.kind == .original, followed.insert(tie).inserted else {
        continue
      }
      let holders = try db.cachedStatement(
        sql: """
          SELECT tie.entry FROM tie JOIN entry ON entry.id = tie.entry
          WHERE tie.kind = ?1 AND tie.key = ?2 AND entry.head IS NOT NULL
          UNION ALL
          SELECT id FROM entry WHERE ?1 = '\(Draft.Tie.Kind.original.rawValue)' AND base = ?2 AND head IS NOT NULL
          """)
      found += try Int64.fetchAll(holders, arguments: [tie.kind.rawValue, tie.key])
    }
    return found
  }
}

/// Posts of one author that answer each other, or that say which thread of theirs they belong to.
struct Threads: Kinship {
  let db: Database
  let order = Groups.order

  func next(to entry: Int64, _ followed: inout Set<Draft.Tie>) throws -> [Int64] {
    guard let base = try base(of: entry) else { return [] }
    var found: [Int64] = []
    let named = try db.cachedStatement(
      sql: """
        SELECT other.id FROM entry JOIN entry AS other USING (foldedAuthor)
        WHERE entry.id = ?1 AND other.base = ?2 AND other.head IS NOT NULL
        """)
    let holders = try db.cachedStatement(
      sql: """
        SELECT other.id FROM tie JOIN entry AS other ON other.id = tie.entry
        WHERE tie.key = ?2 AND tie.kind = ?3 AND other.head IS NOT NULL
          AND other.foldedAuthor = (SELECT foldedAuthor FROM entry WHERE id = ?1)
        """)
    // Of the answers to a post only those of its own author go on with it; so from an answer only
    // the post itself is followed, and from there its answers.
    let ties = try ties(of: entry)
    for tie in ties where tie.kind == .answered {
      found += try Int64.fetchAll(named, arguments: [entry, tie.key])
    }
    let answers = Draft.Tie(.answered, base)
    if followed.insert(answers).inserted {
      found += try Int64.fetchAll(holders, arguments: [entry, base, answers.kind.rawValue])
    }
    for tie in ties + [Draft.Tie(.thread, base)] where tie.kind == .thread {
      guard followed.insert(tie).inserted else { continue }
      found += try Int64.fetchAll(named, arguments: [entry, tie.key])
      found += try Int64.fetchAll(holders, arguments: [entry, tie.key, tie.kind.rawValue])
    }
    return found
  }
}

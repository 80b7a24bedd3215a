import GRDB
public import PostilCore

extension Index {
  /// Of each field at most so many values.
  private static let most = 1_000

  /// The keys and saved queries of the notebook, and on demand what its fields hold.
  public func lexicon(values: Bool) throws(Problem) -> QueryLexicon {
    try ask { db in
      try lexicon.answer(values, db) {
        var lexicon = try Self.lexicon(db)
        guard values else { return lexicon }
        for (field, sql) in Self.values {
          let rows = try Row.fetchAll(
            db, sql: sql + " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT \(Self.most)")
          lexicon.values[field] = try rows.map {
            QueryLexicon.Entry(
              try $0.decode(String.self, atIndex: 0), count: try $0.decode(Int.self, atIndex: 1))
          }
        }
        return lexicon
      }
    }
  }

  private static func lexicon(_ db: Database) throws -> QueryLexicon {
    var lexicon = QueryLexicon()
    lexicon.keys = try String.fetchAll(
      db, sql: "SELECT key FROM own_key GROUP BY key ORDER BY count(*) DESC, key")
    let saved = try Row.fetchAll(db, sql: "SELECT name, query FROM saved ORDER BY record DESC")
    for row in saved {
      lexicon.saved[try row.decode(String.self, atIndex: 0)] =
        try row.decode(String.self, atIndex: 1)
    }
    return lexicon
  }

  /// What a field may hold, with how often it does.
  private static let values: [Query.Field: String] = [
    .author: """
    SELECT coalesce(author, post.name), count(*) FROM entry JOIN post ON post.record = entry.head
    WHERE coalesce(author, post.name) IS NOT NULL
    """,
    .name: """
    SELECT name, count(*) FROM entry JOIN post ON post.record = entry.head
    WHERE name IS NOT NULL
    """,
    .platform: "SELECT platform, count(*) FROM front WHERE platform <> ''",
    .ticker: "SELECT name, count(*) FROM ticker",
    .mention: "SELECT name, count(*) FROM entity WHERE kind = 'mention'",
    .hashtag: "SELECT name, count(*) FROM entity WHERE kind = 'hashtag'",
    .tag: "SELECT tag, count(*) FROM tagging",
  ]
}

import GRDB
public import PostilCore

extension Index {
  /// Of each field at most so many values.
  private static let most = 1_000

  /// The keys and saved queries of the notebook, and on demand what its fields hold.
  ///
  /// Fields are asked about one after the other: who types does not wait for all of them.
  public func lexicon(values: Bool) throws(Problem) -> QueryLexicon {
    var lexicon = try ask(Self.lexicon)
    guard values else { return lexicon }
    for (field, source) in Self.values {
      lexicon.values[field] = try ask { db in
        try words[field]?.answer("", db) { try Self.values(source, db) }
      }
    }
    return lexicon
  }

  private static func values(_ source: String, _ db: Database) throws -> [QueryLexicon.Entry] {
    try Row.fetchAll(db, sql: "\(source) LIMIT \(most)").map {
      QueryLexicon.Entry(
        try $0.decode(String.self, atIndex: 0), count: try $0.decode(Int.self, atIndex: 1))
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
  static let values: [Query.Field: String] = [
    .author: authors,
    .name: often("name", "entry JOIN post ON post.record = entry.head WHERE name IS NOT NULL"),
    .platform: often("platform", "front WHERE platform <> ''"),
    .ticker: often("name", "ticker"),
    .mention: often("name", "entity WHERE kind = 'mention'"),
    .hashtag: often("name", "entity WHERE kind = 'hashtag'"),
    .tag: often("tag", "tagging"),
  ]

  private static func often(_ column: String, _ source: String) -> String {
    "SELECT \(column), count(*) FROM \(source) GROUP BY 1 ORDER BY 2 DESC, 1"
  }

  /// Counted by an index, and written as in their latest posts.
  private static let authors = """
    SELECT min(coalesce(author, name)), often FROM (
      SELECT foldedAuthor AS one, count(*) AS often, max(posted) AS latest FROM entry
      WHERE head IS NOT NULL AND foldedAuthor <> '\(Schema.nobody)'
      GROUP BY foldedAuthor ORDER BY 2 DESC, 1 LIMIT \(most))
    CROSS JOIN entry ON foldedAuthor = one AND entry.posted = latest AND head IS NOT NULL
    CROSS JOIN post ON post.record = entry.head
    GROUP BY one ORDER BY often DESC, 1
    """
}

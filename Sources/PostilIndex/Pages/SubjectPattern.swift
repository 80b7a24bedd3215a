import GRDB
import PostilCore

/// What was typed to find a page.
struct SubjectPattern {
  /// `$`, `@` or `#`, when it was typed.
  private let sign: Character?
  private let letters: String
  private let words: [String]

  init(_ typed: String) {
    let text = typed.drop(while: \.isWhitespace)
    sign = text.first.flatMap { "$@#".contains($0) ? $0 : nil }
    let folded = Name.folded(String(sign == nil ? text : text.dropFirst()))
    words = folded.split(whereSeparator: \.isWhitespace).map(String.init)
    letters = words.joined()
  }

  func asks(for kind: Character) -> Bool { sign ?? kind == kind }

  /// Every letter in order, whatever stands between.
  private var pattern: String { Self.pattern(letters.map { String($0) }) }

  /// Every word in order.
  private var namePattern: String { Self.pattern(words) }

  private static func pattern(_ parts: [String]) -> String {
    let special: Set<Character> = ["%", "_", "\\"]
    let literal = parts.map { part in
      part.map { special.contains($0) ? "\\\($0)" : "\($0)" }.joined() + "%"
    }
    return "%" + literal.joined()
  }

  /// Exact names first, then those that begin so, then those that hold it in one piece.
  private func rank(_ column: String) -> SQL {
    """
    CASE WHEN \(sql: column) = \(letters) COLLATE NOCASE THEN 0
      WHEN substr(\(sql: column), 1, \(letters.unicodeScalars.count)) = \(letters) COLLATE NOCASE
        THEN 1
      WHEN instr(lower(\(sql: column)), \(letters)) THEN 2 ELSE 3 END
    """
  }

  func tickers(_ limit: Int, _ db: Database) throws -> [SubjectCount] {
    let tickers: SQL = """
      SELECT ticker.name, count(DISTINCT entry.id) FROM ticker
        JOIN record ON record.id = ticker.record AND record.kind = 'post'
        JOIN entry ON entry.id = record.entry AND entry.head IS NOT NULL
      WHERE ticker.name LIKE \(pattern) ESCAPE '\\'
      GROUP BY 1 ORDER BY \(rank("ticker.name")), 2 DESC, 1 LIMIT \(limit)
      """
    return try SQLRequest<Row>(literal: tickers).fetchAll(db).map {
      SubjectCount(
        .ticker(try $0.decode(String.self, atIndex: 0)), posts: try $0.decode(Int.self, atIndex: 1))
    }
  }

  /// By handle; by display name too, when something was typed.
  func authors(_ limit: Int, _ db: Database) throws -> [SubjectCount] {
    let named: SQL =
      letters.isEmpty
      ? "FALSE"
      : """
      foldedAuthor IN (SELECT foldedAuthor FROM entry
        WHERE foldedName <> '' AND foldedName LIKE \(namePattern) ESCAPE '\\')
      """
    let authors: SQL = """
      SELECT foldedAuthor, count(*) FROM entry
      WHERE head IS NOT NULL AND foldedAuthor <> \(Schema.nobody)
        AND (foldedAuthor LIKE \(pattern) ESCAPE '\\' OR \(named))
      GROUP BY foldedAuthor ORDER BY \(rank("foldedAuthor")), 2 DESC, 1 LIMIT \(limit)
      """
    let written = try db.cachedStatement(
      sql: """
        SELECT coalesce(post.author, post.name) FROM entry JOIN post ON post.record = entry.head
        WHERE head IS NOT NULL AND entry.foldedAuthor = ? ORDER BY entry.posted DESC LIMIT 1
        """)
    return try SQLRequest<Row>(literal: authors).fetchAll(db).map {
      let folded = try $0.decode(String.self, atIndex: 0)
      return SubjectCount(
        .author(try String.fetchOne(written, arguments: [folded]) ?? folded),
        posts: try $0.decode(Int.self, atIndex: 1))
    }
  }

  func tags(_ limit: Int, _ db: Database) throws -> [SubjectCount] {
    let tags: SQL = """
      SELECT tag, sum(posts), sum(claims) FROM (
        SELECT coalesce((SELECT min(alias.tag) FROM alias WHERE alias.alias = folded), tagging.tag)
            AS tag, count(DISTINCT CASE kind WHEN 'note' THEN entry END) AS posts,
          count(DISTINCT CASE kind WHEN 'claim' THEN id END) AS claims
        FROM tagging JOIN record ON id = record WHERE folded <> \(Note.star) GROUP BY 1
        UNION ALL SELECT tag, 0, 0 FROM definition)
      WHERE tag LIKE \(pattern) ESCAPE '\\'
      GROUP BY tag ORDER BY \(rank("tag")), sum(posts) + sum(claims) DESC, 1 LIMIT \(limit)
      """
    return try SQLRequest<Row>(literal: tags).fetchAll(db).map {
      SubjectCount(
        .tag(try $0.decode(String.self, atIndex: 0)), posts: try $0.decode(Int.self, atIndex: 1),
        claims: try $0.decode(Int.self, atIndex: 2))
    }
  }

  /// The order in which kinds are mixed: as in each kind.
  func isBefore(_ a: SubjectCount, _ b: SubjectCount) -> Bool {
    let ranks = (rank(a), rank(b))
    guard ranks.0 == ranks.1 else { return ranks.0 < ranks.1 }
    let uses = (a.posts + a.claims, b.posts + b.claims)
    return uses.0 == uses.1 ? a.subject.name < b.subject.name : uses.0 > uses.1
  }

  private func rank(_ count: SubjectCount) -> Int {
    let name = Name.folded(count.subject.name).drop { "$@#".contains($0) }
    if name == letters { return 0 }
    return name.hasPrefix(letters) ? 1 : name.contains(letters) ? 2 : 3
  }
}

import GRDB
public import PostilCore

extension Index {
  /// All that the page of a subject shows, except where its author can be seen.
  public func page(of subject: Subject, today: Day) throws(Problem) -> SubjectPage {
    try ask { db in
      let subject = try subject.asWritten(db)
      var page = SubjectPage(subject)
      let draft = PageDraft(subject, today: today, db)
      try draft.count(into: &page)
      try draft.tell(into: &page)
      page.activity = try draft.activity()
      page.track = try draft.track()
      page.claims = try draft.claims()
      page.rows = try draft.rows()
      try draft.mentions(into: &page)
      try draft.numbers(into: &page)
      page.beside = try draft.beside()
      return page
    }
  }

  /// Subjects whose name has the typed letters in order.
  public func subjects(matching typed: String, limit: Int) throws(Problem) -> [SubjectCount] {
    try ask { db in
      let wanted = SubjectPattern(typed)
      var found: [SubjectCount] = []
      if wanted.asks(for: "$") { found += try wanted.tickers(limit, db) }
      if wanted.asks(for: "@") { found += try wanted.authors(limit, db) }
      if wanted.asks(for: "#") { found += try wanted.tags(limit, db) }
      return Array(found.sorted(by: wanted.isBefore).prefix(limit))
    }
  }
}

extension Subject {
  /// The same as the notebook writes it: an author by a display name is found by it, a tag by an
  /// alias.
  func asWritten(_ db: Database) throws -> Subject {
    switch self {
    case .ticker: return self
    case .author(let typed):
      let handle = try String.fetchOne(
        db,
        sql: """
          SELECT coalesce(post.author, post.name) FROM entry JOIN post ON post.record = entry.head
          WHERE head IS NOT NULL AND entry.foldedAuthor = ? ORDER BY entry.posted DESC LIMIT 1
          """, arguments: [Name.person(typed)])
      let named =
        try handle
        ?? String.fetchOne(
          db,
          sql: """
            SELECT coalesce(post.author, post.name) FROM entry JOIN post ON post.record = entry.head
            WHERE entry.foldedName = ? AND entry.foldedName <> ''
            GROUP BY entry.foldedAuthor ORDER BY count(*) DESC, 1 LIMIT 1
            """, arguments: [Name.folded(typed)])
      return .author(named ?? typed)
    case .tag(let typed):
      let name = try String.fetchOne(
        db,
        sql: """
          SELECT tag FROM (
            SELECT 0 AS rank, tag FROM alias WHERE alias = ?1
            UNION ALL SELECT 1, tag FROM definition WHERE lower(tag) = ?1
            UNION ALL SELECT 2, tag FROM tagging WHERE folded = ?1)
          ORDER BY rank, tag LIMIT 1
          """, arguments: [Name.tag(typed)])
      return .tag(name ?? typed)
    }
  }
}

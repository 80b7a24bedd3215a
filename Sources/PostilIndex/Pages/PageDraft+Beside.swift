import GRDB
import PostilCore

extension PageDraft {
  /// Who and what else stands in the posts of the page: authors, tickers, tags.
  func beside() throws -> [SubjectCount] {
    try authors() + tickers() + tags()
  }

  private func authors() throws -> [SubjectCount] {
    if case .author = subject { return [] }
    let authors: SQL = """
      SELECT coalesce(post.author, post.name), count(*) FROM entry
        JOIN post ON post.record = entry.head
      WHERE \(isOnPage) AND entry.foldedAuthor <> \(Schema.nobody)
      GROUP BY entry.foldedAuthor ORDER BY 2 DESC, 1 LIMIT \(SubjectPage.Limit.beside)
      """
    return try counts(authors, Subject.author)
  }

  private func tickers() throws -> [SubjectCount] {
    var own = ""
    if case .ticker(let name) = subject { own = name }
    let tickers: SQL = """
      SELECT ticker.name, count(DISTINCT entry.id) FROM entry
        JOIN record ON record.entry = entry.id AND record.kind = 'post'
        JOIN ticker ON ticker.record = record.id
      WHERE \(isOnPage) AND ticker.name <> \(own)
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT \(SubjectPage.Limit.beside)
      """
    return try counts(tickers, Subject.ticker)
  }

  /// The tags of the posts and of the claims on them, each under the name its definition gives it.
  private func tags() throws -> [SubjectCount] {
    var own = ""
    if case .tag(let name) = subject { own = Name.tag(name) }
    let tags: SQL = """
      SELECT coalesce((SELECT min(alias.tag) FROM alias WHERE alias.alias = folded), tagging.tag),
        count(DISTINCT entry.id) FROM entry
        JOIN record ON record.entry = entry.id AND record.kind IN ('note', 'claim')
        JOIN tagging ON tagging.record = record.id
      WHERE \(isOnPage) AND folded NOT IN (\(own), \(Note.star))
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT \(SubjectPage.Limit.beside + 1)
      """
    // An alias of the tag itself comes out under its name.
    return try counts(tags, Subject.tag).filter {
      if case .tag(let name) = $0.subject { Name.tag(name) != own } else { true }
    }
  }

  private func counts(_ sql: SQL, _ subject: (String) -> Subject) throws -> [SubjectCount] {
    try SQLRequest<Row>(literal: sql).fetchAll(db).map {
      SubjectCount(
        subject(try $0.decode(String.self, atIndex: 0)), posts: try $0.decode(Int.self, atIndex: 1))
    }
  }
}

import GRDB
import PostilCore

extension PageDraft {
  /// Posts of others in which the author's handle stands as a mention.
  func mentions(into page: inout SubjectPage) throws {
    guard case .author(let author) = subject, author.hasPrefix("@"), author.count > 1 else {
      return
    }
    let handle = Name.person(author)
    let mentioning: SQL = """
      entry.head IS NOT NULL AND NOT (\(isOnPage)) AND entry.id IN (
        SELECT record.entry FROM (\(Words.records(of: .phrase(handle)))) AS hit
          CROSS JOIN record ON record.id = hit.id JOIN written AS text ON text.id = record.id
        WHERE record.kind = 'post' AND instr(lower(text.body), \("@" + handle)))
      """
    let count: SQL = "SELECT count(*) FROM entry WHERE \(mentioning)"
    page.mentionCount = try SQLRequest<Int>(literal: count).fetchOne(db) ?? 0
    guard page.mentionCount > 0 else { return }
    let newest: SQL = """
      SELECT entry.id FROM entry WHERE \(mentioning)
      ORDER BY \(sql: Order(PostSort()).sql) LIMIT \(SubjectPage.Limit.mentions)
      """
    page.mentions = try SQLRequest<Int64>(literal: newest).fetchAll(db).compactMap {
      try PostRow(entry: $0, db, folding: .none)
    }
  }
}

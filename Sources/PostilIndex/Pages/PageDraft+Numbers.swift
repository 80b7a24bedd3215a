import GRDB
import PostilCore

extension PageDraft {
  /// The numbers in the newest posts of the page; of a post that carries a tag only through a claim,
  /// those in the claim.
  func numbers(into page: inout SubjectPage) throws {
    let newest: SQL = """
      SELECT entry.id, record.name, post.author, post.name, post.moment, text.body,
        \(isWhole)
      FROM entry JOIN record ON record.id = entry.head JOIN post ON post.record = entry.head
        JOIN written AS text ON text.id = entry.head
      WHERE \(isOnPage)
      ORDER BY \(sql: Order(PostSort()).sql) LIMIT \(SubjectPage.Limit.texts)
      """
    var collector = NumberCollector()
    var bytes = 0
    let posts = try SQLRequest<Row>(literal: newest).fetchCursor(db)
    while bytes < SubjectPage.Limit.bytes, let row = try posts.next() {
      let text = try row.decode(String.self, atIndex: 5)
      bytes += text.utf8.count
      var post = PostRow(id: try row.decode(String.self, atIndex: 1), excerpt: "")
      post.author = try row.decode(String?.self, atIndex: 2)
      post.name = try row.decode(String?.self, atIndex: 3)
      post.posted = try row.decode(String?.self, atIndex: 4).flatMap { Moment($0) }
      collector.add(
        post, text: text, claims: try marked(entry: try row.decode(Int64.self, atIndex: 0)),
        whole: try row.decode(Bool.self, atIndex: 6))
      page.readForNumbers += 1
    }
    page.numbers = collector.series
  }

  private var isWhole: SQL {
    guard case .tag(let name) = subject else { return "TRUE" }
    return """
      entry.id IN (
        SELECT note.entry FROM (\(condition.tagged(name))) AS hit
          JOIN record AS note ON note.id = hit.id WHERE note.kind = 'note')
      """
  }

  /// Where the claims of the page stand in a post; the shortest first, for a number in several.
  private func marked(entry: Int64) throws -> [NumberCollector.Marked] {
    let claims: SQL = """
      SELECT start, stop, status, type FROM verdict JOIN entry ON entry.id = verdict.entry
      WHERE verdict.entry = \(entry) AND start IS NOT NULL AND stop > start AND (\(isClaim))
      ORDER BY stop - start
      """
    return try SQLRequest<Row>(literal: claims).fetchAll(db).compactMap { row in
      guard let mark = try Self.mark(row, 2) else { return nil }
      let start = try row.decode(Int.self, atIndex: 0)
      return (start..<(try row.decode(Int.self, atIndex: 1)), mark)
    }
  }
}

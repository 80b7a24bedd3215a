import GRDB
public import PostilCore

extension Index {
  /// Posts and notes that name a record without a link to it, newest first, each with the name: the
  /// handle or the display name of a post's author, the title of a post or note.
  ///
  /// What hangs on the record, what is folded with it, and posts of the same author are left out.
  public func places(mentioning id: String, limit: Int) throws(Problem) -> [Place] {
    try ask { db in
      guard let mentioned = try Mentioned(id, db) else { return [] }
      return try mentioned.records(limit: limit).compactMap { record, name in
        var place = try Place(record: record, db)
        place?.relation = .mentions
        place?.reasons = [name]
        return place
      }
    }
  }
}

/// A record that others may name.
private struct Mentioned {
  let db: Database
  let id: String
  let record: Int64
  let entry: Int64?
  let lead: Int64?
  /// Folded; nil when it is not known who wrote it.
  let author: String?
  /// What it is called by, and a table `(id)` of the records that have it, newest first.
  let names: [(name: String, records: SQL)]

  private static let sample = 200

  /// Nil when there is no such record.
  init?(_ id: String, _ db: Database) throws {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT record.id, record.entry, entry.lead,
          CASE WHEN post.record IS NOT NULL THEN entry.foldedAuthor END, post.author, post.name,
          text.title
        FROM record LEFT JOIN entry ON entry.id = record.entry
          LEFT JOIN post ON post.record = record.id LEFT JOIN written AS text ON text.id = record.id
        WHERE record.name = ? ORDER BY record.path LIMIT 1
        """, arguments: [id])
    guard let row else { return nil }
    self.db = db
    self.id = id
    record = try row.decode(Int64.self, atIndex: 0)
    entry = try row.decode(Int64?.self, atIndex: 1)
    lead = try row.decode(Int64?.self, atIndex: 2)
    author = try row.decode(String?.self, atIndex: 3).flatMap { $0 == Schema.nobody ? nil : $0 }
    var names: [(String, SQL)] = []
    if let handle = try row.decode(String?.self, atIndex: 4), handle.hasPrefix("@") {
      let name = Name.entity(.mention, handle)
      names.append(
        (
          handle,
          """
          SELECT record AS id FROM entity WHERE kind = 'mention' AND name = \(name)
          ORDER BY record DESC
          """
        ))
      // Only posts have their mentions in a table.
      let match = "{title body} : " + Words.term(String(handle.dropFirst()), isPrefix: false)
      names.append(
        (
          handle,
          """
          SELECT words.rowid AS id FROM words
            CROSS JOIN record AS note ON note.id = words.rowid AND note.kind = 'note'
            JOIN written AS text ON text.id = words.rowid
          WHERE words MATCH \(match)
            AND \(sql: FoldFunction.name)(\(Fold.folded(handle)), text.body)
          ORDER BY words.rowid DESC
          """
        ))
    }
    let said = [
      try row.decode(String?.self, atIndex: 5), try row.decode(String?.self, atIndex: 6),
    ]
    for name in said.compactMap(\.self) where Self.isTelling(name) {
      let match = "{title body} : " + Words.term(Unspaced.separated(name), isPrefix: false)
      names.append(
        (
          "“\(name)”",
          "SELECT rowid AS id FROM words WHERE words MATCH \(match) ORDER BY rowid DESC"
        ))
    }
    self.names = names
  }

  /// A short word stands everywhere without meaning this.
  private static func isTelling(_ name: String) -> Bool {
    let words = name.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    return words.count > 1
      ? words.contains { $0.count > 2 }
      : (words.first?.count ?? 0) > 5
        || Unspaced.stands(in: name) && name.count > 1
  }

  func records(limit: Int) throws -> [(Int64, String)] {
    var found: [(posted: Int, record: Int64, name: String)] = []
    var seen: Set<Int64> = []
    for (name, records) in names {
      let query: SQL = """
        SELECT record.id, coalesce(entry.posted, 0)
        FROM (\(records) LIMIT \(Self.sample)) AS hit CROSS JOIN record ON record.id = hit.id
          LEFT JOIN entry ON entry.id = record.entry LEFT JOIN post ON post.record = record.id
        WHERE record.id <> \(record) AND (\(entry) IS NULL OR record.entry IS NOT \(entry))
          AND (record.kind = 'post' AND entry.head = record.id OR record.kind = 'note')
          AND (\(lead) IS NULL OR entry.lead IS NOT \(lead))
          AND (\(author) IS NULL OR post.record IS NULL OR entry.foldedAuthor IS NOT \(author))
          AND NOT EXISTS (SELECT 1 FROM reference WHERE reference.record = record.id
            AND target IN (\(id), \(Layout.firstCapture(of: id))))
        """
      for row in try SQLRequest<Row>(literal: query).fetchAll(db) {
        let record = try row.decode(Int64.self, atIndex: 0)
        guard seen.insert(record).inserted else { continue }
        found.append((try row.decode(Int.self, atIndex: 1), record, name))
      }
    }
    return found.sorted { ($1.posted, $1.record) < ($0.posted, $0.record) }.prefix(limit)
      .map { ($0.record, $0.name) }
  }
}

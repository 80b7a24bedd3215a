import GRDB
import PostilCore

/// The texts of all records while one question is answered: those of posts packed, those of what
/// hangs on them in the tables.
final class Texts {
  let db: Database
  let log: TextLog?
  private let found: Found
  private var known: [Scan: SQL] = [:]

  /// What FTS5 was asked last, and the posts that it found.
  typealias Found = Kept<String, [Int64]?>
  /// More are not kept.
  private static let most = 1 << 18

  init(_ db: Database, _ shelf: TextShelf, _ found: Found) throws {
    self.db = db
    self.found = found
    log = try shelf.log(db)
  }

  /// The posts that have their place by their ids and in whose own text FTS5 finds something, oldest
  /// first; nil when they are too many. The rows of a list and their number are asked for one after
  /// the other.
  func posts(matching match: String) throws -> [Int64]? {
    try found.answer(match, db) {
      let find = try db.cachedStatement(
        sql: """
          SELECT rowid FROM words WHERE words MATCH ? AND rowid < \(Entries.firstBeside)
          ORDER BY rowid LIMIT \(Self.most + 1)
          """)
      let ids = try Int64.fetchAll(find, arguments: [match])
      return ids.count > Self.most ? nil : ids
    }
  }

  /// Of some entries those that belong to groups: for each the lead of its group.
  func leads(of entries: [Int64]) throws -> [Int64] {
    let find = try db.cachedStatement(
      sql: """
        SELECT lead FROM json_each(?) CROSS JOIN entry INDEXED BY entry_grouped
          ON entry.id = value AND lead IS NOT NULL
        """)
    return try Int64.fetchAll(find, arguments: [Self.list(entries)])
  }

  /// A table `(id)` of the records in which something stands.
  ///
  /// - Throws: when an expression is wrong or costs too much.
  func records(of scan: Scan) throws -> SQL {
    if let known = known[scan] { return known }
    let records = try found(scan)
    known[scan] = records
    return records
  }

  /// Of packed texts those that are not replaced by others.
  func current(_ hits: [TextLog.Hit]) throws -> [Int64] {
    let texts = try db.cachedStatement(
      sql: "SELECT id, start FROM text WHERE id IN (SELECT value FROM json_each(?))")
    var starts: [Int64: Int] = [:]
    for row in try Row.fetchAll(texts, arguments: [Self.list(hits)]) {
      starts[try row.decode(Int64.self, atIndex: 0)] = try row.decode(Int?.self, atIndex: 1)
    }
    return hits.lazy.filter { starts[$0.id] == $0.start }.map(\.id)
  }

  private func found(_ scan: Scan) throws -> SQL {
    guard let log, let search = try TextSearch(scan) else { return scan.records() }
    var rest = 0..<log.count
    let hits = try log.hits(of: [search], in: &rest, isNewestFirst: true, atLeast: .max)
    return """
      SELECT value AS id FROM json_each(\(Self.list(try current(hits))))
      UNION ALL \(scan.records(among: "text.id >= \(Entries.firstBeside)"))
      """
  }

  /// As `json_each` reads it.
  static func list(_ ids: [Int64]) -> String {
    "[" + ids.map(String.init).joined(separator: ",") + "]"
  }

  private static func list(_ hits: [TextLog.Hit]) -> String { list(hits.map(\.id)) }
}

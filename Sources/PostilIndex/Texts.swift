import GRDB
import PostilCore

/// The texts of all records while one question is answered: those of posts packed, those of what
/// hangs on them in the tables.
final class Texts {
  let db: Database
  let log: TextLog?
  private var known: [Scan: SQL] = [:]

  init(_ db: Database, _ shelf: TextShelf) throws {
    self.db = db
    log = try shelf.log(db)
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
    let texts: SQL = """
      SELECT id, start FROM text WHERE id IN (SELECT value FROM json_each(\(Self.list(hits))))
      """
    var starts: [Int64: Int] = [:]
    for row in try SQLRequest<Row>(literal: texts).fetchAll(db) {
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

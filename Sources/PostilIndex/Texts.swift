import Foundation
import GRDB
import PostilCore

/// The texts of all records while one question is answered: most of them packed, the rest in tables.
final class Texts {
  let db: Database
  /// Nil while there is none.
  let pack: TextPack?
  private var known: [Scan: SQL] = [:]

  init(_ db: Database, _ shelf: PackShelf) throws {
    self.db = db
    pack = try shelf.pack(db)
  }

  /// Whether a text has to be looked at in the table, by its row.
  var isLoose: SQL {
    pack == nil
      ? "TRUE"
      : "(text.id > (SELECT packed FROM notebook) OR text.id IN (SELECT id FROM loose))"
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

  private func found(_ scan: Scan) throws -> SQL {
    guard let pack, let search = try TextSearch(scan) else { return scan.records() }
    var rest = 0..<pack.count
    let ids = try pack.hits(of: [search], in: &rest, isNewestFirst: true, atLeast: .max)
    return """
      SELECT value AS id FROM json_each(\(Self.list(ids)))
        WHERE value NOT IN (SELECT id FROM loose)
      UNION ALL \(scan.records(among: isLoose))
      """
  }

  /// As `json_each` reads it.
  static func list(_ ids: [Int64]) -> String {
    "[" + ids.map(String.init).joined(separator: ",") + "]"
  }
}

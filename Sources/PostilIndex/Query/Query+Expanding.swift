import GRDB
import PostilCore

extension Query {
  /// The same with the notebook's saved queries in their place.
  ///
  /// - Throws: a problem when one is missing, is no query, or leads back to itself.
  func expanded(in db: Database) throws -> Query {
    try expanded { name throws(Problem) in
      do {
        return try String.fetchOne(
          db, sql: "SELECT query FROM saved WHERE name = ? ORDER BY record LIMIT 1",
          arguments: [name])
      } catch {
        throw Problem(ofIndex: error)
      }
    }
  }
}

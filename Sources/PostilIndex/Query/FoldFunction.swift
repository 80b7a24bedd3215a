import GRDB
import PostilCore

/// Whether a folded text stands in another one, case and accents aside, as a function of SQL.
enum FoldFunction {
  /// `postil_holds(folded, text)`.
  static let name = "postil_holds"

  static func install(in db: Database) {
    db.add(
      function: DatabaseFunction(name, argumentCount: 2, pure: true) { values in
        guard let folded = String.fromDatabaseValue(values[0]),
          let text = String.fromDatabaseValue(values[1])
        else { return false }
        return Fold.folded(text).utf8.contains(folded.utf8)
      })
  }
}

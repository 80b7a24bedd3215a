import GRDB
import PostilCore

/// The letters of scripts without spaces set apart (`Unspaced`), as a function of SQL.
enum SeparateFunction {
  /// `postil_separated(text)`.
  static let name = "postil_separated"

  static func install(in db: Database) {
    db.add(
      function: DatabaseFunction(name, argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(Unspaced.separated)
      })
  }
}

import GRDB
import GRDBSQLite

extension Database {
  /// Does a work that is given up as soon as `isWanted` answers false; nil then.
  func working<Done>(while isWanted: () -> Bool, _ work: () throws -> Done) throws -> Done? {
    try withoutActuallyEscaping(isWanted) { isWanted in
      let asking = Asking(isWanted)
      return try withExtendedLifetime(asking) {
        sqlite3_progress_handler(
          sqliteConnection, 1_000,
          { asking in
            guard let asking else { return 0 }
            return Unmanaged<Asking>.fromOpaque(asking).takeUnretainedValue().isWanted() ? 0 : 1
          }, Unmanaged.passUnretained(asking).toOpaque())
        defer { sqlite3_progress_handler(sqliteConnection, 0, nil, nil) }
        do {
          return try work()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
          return nil
        }
      }
    }
  }
}

/// What a statement asks while it runs.
private final class Asking {
  let isWanted: () -> Bool

  init(_ isWanted: @escaping () -> Bool) {
    self.isWanted = isWanted
  }
}

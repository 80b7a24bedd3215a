import Foundation
import GRDB
import PostilCore
import Synchronization

/// Where the packed texts of an index lie: beside its tables, which name the file.
final class TextShelf: Sendable {
  private let folder: String
  private let opened = Mutex<(file: TextFile, log: TextLog)?>(nil)

  init(folder: String) {
    self.folder = folder
  }

  /// The file that belongs to what the tables say now, as long as it is now.
  func log(_ db: Database) throws -> TextLog? {
    guard let generation = try Int64.fetchOne(db, sql: "SELECT texts FROM notebook") else {
      return nil
    }
    return log(generation)
  }

  /// Begins a file for empty tables; others are not needed any more.
  func begin(_ db: Database) throws {
    let generation = Int64.random(in: 1...(.max))
    try db.execute(sql: "UPDATE notebook SET texts = ?", arguments: [generation])
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix("texts-") {
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  /// Adds texts behind the others in one transaction of the tables.
  func writer(_ db: Database) throws -> TextWriter {
    let generation = try Int64.fetchOne(db, sql: "SELECT texts FROM notebook") ?? 0
    guard let file = opened.withLock({ open(generation, &$0)?.file }) else {
      throw Problem("the index cannot be written", at: .init(path(generation)))
    }
    return TextWriter(file)
  }

  /// `postil_text(generation, start, count)`: a part of a packed text as a function of SQL.
  func install(in db: Database) {
    db.add(
      function: DatabaseFunction("postil_text", argumentCount: 3, pure: true) { [self] values in
        guard let generation = Int64.fromDatabaseValue(values[0]),
          let start = Int.fromDatabaseValue(values[1]),
          let count = Int.fromDatabaseValue(values[2]),
          let body = log(generation, atLeast: start + count + 1)?.text(at: start, count: count)
        else {
          // As for a missing table: the index is built anew (`Store.isDoubtful`).
          throw DatabaseError(resultCode: .SQLITE_ERROR, message: "no such text")
        }
        return body
      })
  }

  /// Mapped anew when it is shorter than it has to be; when nothing is said, than the file is.
  private func log(_ generation: Int64, atLeast count: Int? = nil) -> TextLog? {
    opened.withLock { opened in
      guard let (file, log) = open(generation, &opened) else { return nil }
      if log.count < count ?? file.count { opened = (file, TextLog(file)) }
      return opened?.log
    }
  }

  private func open(
    _ generation: Int64, _ opened: inout sending (file: TextFile, log: TextLog)?
  ) -> (file: TextFile, log: TextLog)? {
    if opened?.file.generation != generation {
      opened = TextFile(path: path(generation), generation: generation)
        .map { (file: $0, log: TextLog($0)) }
    }
    return opened
  }

  private func path(_ generation: Int64) -> String { "\(folder)/texts-\(generation)" }
}

import Foundation
import GRDB
import PostilCore
import Synchronization

/// Where the packed texts of an index lie: beside its tables, which name the file.
final class TextShelf: Sendable {
  private let folder: String
  private let opened = Mutex<TextFile?>(nil)

  init(folder: String) {
    self.folder = folder
  }

  /// The file that belongs to what the tables say now, as long as it is now.
  func log(_ db: Database) throws -> TextLog? {
    guard let generation = try Int64.fetchOne(db, sql: "SELECT texts FROM notebook") else {
      return nil
    }
    return file(generation).map(TextLog.init)
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
    guard let file = file(generation) else {
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
          let body = file(generation)?.text(at: start, count: count)
        else {
          throw TextFile.missing
        }
        return body
      })
  }

  private func file(_ generation: Int64) -> TextFile? {
    opened.withLock { opened in
      if opened?.generation != generation {
        opened = TextFile(path: path(generation), generation: generation)
      }
      return opened
    }
  }

  private func path(_ generation: Int64) -> String { "\(folder)/texts-\(generation)" }
}

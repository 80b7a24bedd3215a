import Foundation
import GRDB
import Synchronization

/// Where the packed texts of an index lie, and the file of them that is mapped.
final class PackShelf: Sendable {
  private let folder: String
  private let mapped = Mutex<TextPack?>(nil)

  init(folder: String) {
    self.folder = folder
  }

  /// The file that belongs to what the tables say now; nil when there is none.
  func pack(_ db: Database) throws -> TextPack? {
    guard let generation = try Int64.fetchOne(db, sql: "SELECT pack FROM notebook") else {
      return nil
    }
    return mapped.withLock { mapped in
      if mapped?.generation == generation { return mapped }
      let path = TextPack.path(generation, in: folder)
      mapped = TextPack(path: path, generation: generation)
      return mapped
    }
  }

  /// Packs all texts of posts anew when many of them are loose.
  func pack(_ db: Database, unlessFewerThan few: Int) throws {
    let loose = try Int.fetchOne(
      db,
      sql: """
        SELECT (SELECT count(*) FROM loose) + (
          SELECT count(*) FROM text
          WHERE id > (SELECT coalesce(packed, 0) FROM notebook) AND id < \(Entries.firstBeside))
        """)
    let packed = try pack(db)?.count ?? 0
    guard let loose, loose > max(few, packed / 16) else { return }
    var draft = TextPack.Draft()
    var last: Int64 = 0
    let texts = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, body, title, names FROM text WHERE id < \(Entries.firstBeside) ORDER BY id
        """)
    while let row = try texts.next() {
      let id: Int64 = try row.decode(Int64.self, atIndex: 0)
      let parts = try (1...3).map { try row.decode(String.self, atIndex: $0) }
      guard draft.add(id, parts) else { break }
      last = id
    }
    let generation = Int64.random(in: 1...(.max))
    let old = try Int64.fetchOne(db, sql: "SELECT pack FROM notebook")
    try draft.write(to: TextPack.path(generation, in: folder), generation: generation)
    try db.execute(
      sql: "UPDATE notebook SET pack = ?, packed = ?", arguments: [generation, last])
    try db.execute(sql: "DELETE FROM loose WHERE id <= ?", arguments: [last])
    if let old { try? FileManager.default.removeItem(atPath: TextPack.path(old, in: folder)) }
  }
}

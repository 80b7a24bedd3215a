import GRDB
import PostilCore

extension Revision {
  /// Whether `reading.log` is the file that was taken last.
  static func knowsReading(of notebook: Notebook, _ db: Database) throws -> Bool {
    let known = try Row.fetchOne(db, sql: "SELECT size, modified, inode FROM reading_log")
    guard let known else { return notebook.stamp(of: Layout.readingLog) == nil }
    return try notebook.stamp(of: Layout.readingLog)
      == Notebook.Stamp(
        path: Layout.readingLog, size: known.decode(Int.self, atIndex: 0),
        modified: known.decode(Int.self, atIndex: 1),
        inode: UInt64(bitPattern: known.decode(Int64.self, atIndex: 2)))
  }

  /// Takes what is new in `reading.log`; returns whether any post has changed by it.
  ///
  /// Lines that were appended are read alone, unless they are older than those before them.
  func takeReading() throws -> Bool {
    let stamp = notebook.stamp(of: Layout.readingLog)
    let known = try Row.fetchOne(
      db, sql: "SELECT size, modified, inode, end, sum, latest FROM reading_log")
    guard let stamp else {
      try db.execute(sql: "DELETE FROM reading_log")
      return try take([:], isWhole: true)
    }
    let inode = Int64(bitPattern: stamp.inode)
    var lines: ReadingLog.Lines?
    var latest: String?
    if let known {
      if try known.decode(Int.self, atIndex: 0) == stamp.size,
        try known.decode(Int.self, atIndex: 1) == stamp.modified,
        try known.decode(Int64.self, atIndex: 2) == inode
      {
        return false
      }
      lines = ReadingLog.Lines(
        end: try known.decode(Int.self, atIndex: 3),
        sum: UInt64(bitPattern: try known.decode(Int64.self, atIndex: 4)))
      latest = try known.decode(String?.self, atIndex: 5)
    }
    var log = try notebook.readingLog(after: lines)
    if log.start > 0, let earliest = log.earliest, let latest, earliest < latest {
      log = try notebook.readingLog()
    }
    try db.execute(sql: "DELETE FROM reading_log")
    try db.execute(
      sql: "INSERT INTO reading_log VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        stamp.size, stamp.modified, inode, log.lines.end, Int64(bitPattern: log.lines.sum),
        log.start > 0 ? log.latest ?? latest : log.latest,
      ])
    return try take(log.words, isWhole: log.start == 0)
  }

  private func take(_ words: [String: Bool], isWhole: Bool) throws -> Bool {
    let known = try known(isWhole ? nil : words.keys.sorted())
    guard known != words else { return false }
    let insert = try db.cachedStatement(sql: "INSERT OR REPLACE INTO reading VALUES (?, ?)")
    let delete = try db.cachedStatement(sql: "DELETE FROM reading WHERE post = ?")
    let find = try db.cachedStatement(sql: "SELECT id FROM entry WHERE base = ?")
    var touched: Set<Int64> = []
    for post in Set(known.keys).union(words.keys) where known[post] != words[post] {
      if let isRead = words[post] {
        try insert.execute(arguments: [post, isRead])
      } else {
        try delete.execute(arguments: [post])
      }
      if let entry = try Int64.fetchOne(find, arguments: [Layout.firstCapture(of: post)]) {
        touched.insert(entry)
      }
    }
    try entries.refresh(touched)
    try db.execute(sql: "UPDATE notebook SET readings = readings + 1")
    return true
  }

  /// What the tables say of some posts, or of all.
  private func known(_ posts: [String]?) throws -> [String: Bool] {
    var known: [String: Bool] = [:]
    guard let posts else {
      let rows = try Row.fetchCursor(db, sql: "SELECT post, isRead FROM reading")
      while let row = try rows.next() {
        known[try row.decode(String.self, atIndex: 0)] = try row.decode(Bool.self, atIndex: 1)
      }
      return known
    }
    let find = try db.cachedStatement(sql: "SELECT isRead FROM reading WHERE post = ?")
    for post in posts { known[post] = try Bool.fetchOne(find, arguments: [post]) }
    return known
  }
}

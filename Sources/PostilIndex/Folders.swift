import GRDB
import PostilCore

/// The folders of records as the tables know them, so that nobody has to look at every file.
struct Folders {
  struct Row {
    /// Nil when the folder was changed right before it was looked at: its time means nothing yet.
    var modified: Int?
    var inode: Int64
    /// What the stamps of its records in the tables add up to; nil when that is not known.
    var sum: Int64?
  }

  static let table = """
    CREATE TABLE folder (
      path TEXT PRIMARY KEY,
      modified INTEGER,
      inode INTEGER NOT NULL,
      sum INTEGER
    ) WITHOUT ROWID;
    """

  private var rows: [String: Row] = [:]
  private var inner: [String: [String]] = [:]

  init(_ db: Database) throws {
    let cursor = try GRDB.Row.fetchCursor(db, sql: "SELECT path, modified, inode, sum FROM folder")
    while let row = try cursor.next() {
      let path = try row.decode(String.self, atIndex: 0)
      rows[path] = Row(
        modified: try row.decode(Int?.self, atIndex: 1),
        inode: try row.decode(Int64.self, atIndex: 2), sum: try row.decode(Int64?.self, atIndex: 3))
      if let above = Self.folder(of: path) { inner[above, default: []].append(path) }
    }
  }

  subscript(path: String) -> Row? { rows[path] }

  var paths: some Sequence<String> { rows.keys }

  /// The folders directly in one.
  func folders(in path: String) -> [String] { inner[path] ?? [] }

  /// The folder of a file or folder; nil outside all.
  static func folder(of path: String) -> String? {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
  }

  /// The records directly in a folder, as the tables have them.
  static func records(in folder: String, _ db: Database) throws -> [Notebook.Stamp] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT path, size, modified, inode FROM record WHERE folder = ?
        """)
    let cursor = try GRDB.Row.fetchCursor(statement, arguments: [folder])
    var stamps: [Notebook.Stamp] = []
    while let row = try cursor.next() { stamps.append(try stamp(row)) }
    return stamps
  }

  /// Does what brings some records up to date, and keeps the sums of their folders right.
  static func keep(_ paths: Set<String>, _ db: Database, while work: () throws -> Void) throws {
    let before = try stamps(paths, db)
    try work()
    let after = try stamps(paths, db)
    let find = try db.cachedStatement(sql: "SELECT modified, inode, sum FROM folder WHERE path = ?")
    for (folder, paths) in Dictionary(grouping: paths, by: { Self.folder(of: $0) ?? "" }) {
      let old = try GRDB.Row.fetchOne(find, arguments: [folder])
      let change = sum(after, paths) &- sum(before, paths)
      let sum = try old?.decode(Int64?.self, atIndex: 2).map { $0 &+ change }
      try put(
        folder, old?.decode(Int?.self, atIndex: 0), old?.decode(Int64.self, atIndex: 1) ?? 0, sum,
        db)
    }
  }

  /// Makes sure that the folders of some records are looked into next time.
  static func doubt(_ paths: some Sequence<String>, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO folder VALUES (?, NULL, 0, NULL) ON CONFLICT DO UPDATE SET sum = NULL")
    for folder in Set(paths.compactMap { Self.folder(of: $0) }) {
      try statement.execute(arguments: [folder])
    }
  }

  /// Takes note of what was found, once the tables say the same.
  static func note(_ survey: Survey, _ db: Database) throws {
    for folder in survey.folders {
      try put(folder.path, folder.modified, Int64(bitPattern: folder.inode), folder.sum, db)
    }
    for folder in survey.goneFolders {
      try db.cachedStatement(sql: "DELETE FROM folder WHERE path = ?").execute(arguments: [folder])
    }
  }

  private static func put(
    _ path: String, _ modified: Int?, _ inode: Int64, _ sum: Int64?, _ db: Database
  ) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO folder VALUES (?, ?, ?, ?)")
      .execute(arguments: [path, modified, inode, sum])
  }

  private static func stamps(_ paths: Set<String>, _ db: Database) throws
    -> [String: Notebook.Stamp]
  {
    let find = try db.cachedStatement(
      sql: "SELECT path, size, modified, inode FROM record WHERE name = ? AND path = ?")
    var stamps: [String: Notebook.Stamp] = [:]
    for path in paths {
      stamps[path] = try GRDB.Row.fetchOne(find, arguments: [Layout.id(of: path), path]).map(stamp)
    }
    return stamps
  }

  private static func sum(_ stamps: [String: Notebook.Stamp], _ paths: [String]) -> Int64 {
    Notebook.sum(of: paths.lazy.compactMap { stamps[$0] })
  }

  private static func stamp(_ row: GRDB.Row) throws -> Notebook.Stamp {
    Notebook.Stamp(
      path: try row.decode(String.self, atIndex: 0), size: try row.decode(Int.self, atIndex: 1),
      modified: try row.decode(Int.self, atIndex: 2),
      inode: UInt64(bitPattern: try row.decode(Int64.self, atIndex: 3)))
  }
}

extension Folders.Row {
  /// Whether a folder is the one that was looked at, with nothing come or gone since.
  func isSame(as mark: (modified: Int, inode: UInt64)) -> Bool {
    modified == mark.modified && inode == Int64(bitPattern: mark.inode)
  }

  func says(_ folder: Notebook.Folder) -> Bool {
    modified == folder.modified && inode == Int64(bitPattern: folder.inode) && sum == folder.sum
  }
}

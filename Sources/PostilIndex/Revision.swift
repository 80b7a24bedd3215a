import GRDB
import PostilCore

/// One transaction that brings records up to date.
struct Revision {
  let notebook: Notebook
  let db: Database

  init(_ notebook: Notebook, _ db: Database) {
    self.notebook = notebook
    self.db = db
  }

  /// The stamps of all files as the tables have them.
  static func known(_ db: Database) throws -> [String: Notebook.Stamp] {
    var known: [String: Notebook.Stamp] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT path, size, modified, inode FROM record")
    while let row = try rows.next() {
      let path = try row.decode(String.self, atIndex: 0)
      known[path] = Notebook.Stamp(
        path: path, size: try row.decode(Int.self, atIndex: 1),
        modified: try row.decode(Int.self, atIndex: 2),
        inode: UInt64(bitPattern: try row.decode(Int64.self, atIndex: 3)))
    }
    return known
  }

  /// Brings files up to date as they stand on the disk now.
  func take(_ paths: Set<String>) throws {
    var touched: Set<Int64> = []
    for path in paths.sorted() {
      let draft = notebook.stamp(of: path).flatMap { Draft($0, of: notebook) }
      try replace(path, with: draft, &touched)
    }
    try Entries.refresh(touched, db)
    try Groups.refresh(touched, db)
  }

  /// Takes what was read some time ago; what has changed since is read again.
  func take(_ drafts: [Draft]) throws {
    var touched: Set<Int64> = []
    for draft in drafts {
      let path = draft.stamp.path
      let stamp = notebook.stamp(of: path)
      let current = stamp == draft.stamp ? draft : stamp.flatMap { Draft($0, of: notebook) }
      try replace(path, with: current, &touched)
    }
    try Entries.refresh(touched, db)
    try Groups.refresh(touched, db)
  }

  private func replace(_ path: String, with draft: Draft?, _ touched: inout Set<Int64>) throws {
    let find = try db.cachedStatement(sql: "SELECT id FROM record WHERE path = ?")
    if let old = try Int64.fetchOne(find, arguments: [path]) {
      if let entry = try Draft.delete(old, db) { touched.insert(entry) }
    }
    if let entry = try draft?.insert(db) { touched.insert(entry) }
  }
}

import GRDB
import PostilCore

/// One transaction that brings records up to date.
struct Revision {
  let notebook: Notebook
  let db: Database
  private let texts: TextWriter

  init(_ notebook: Notebook, _ db: Database, _ shelf: TextShelf) throws {
    self.notebook = notebook
    self.db = db
    texts = try shelf.writer(db)
  }

  /// Brings files up to date as they stand on the disk now.
  func take(_ paths: Set<String>) throws {
    var touched: Set<Int64> = []
    for path in paths.sorted() {
      let draft = notebook.stamp(of: path).flatMap { Draft($0, of: notebook) }
      try replace(path, with: draft, &touched)
    }
    try finish(touched)
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
    try finish(touched)
  }

  private func finish(_ touched: Set<Int64>) throws {
    try texts.finish()
    try Entries.refresh(touched, db)
    try Groups.refresh(touched, db)
    try db.execute(sql: "UPDATE notebook SET edition = edition + 1")
  }

  private func replace(_ path: String, with draft: Draft?, _ touched: inout Set<Int64>) throws {
    let find = try db.cachedStatement(sql: "SELECT id FROM record WHERE path = ?")
    if let old = try Int64.fetchOne(find, arguments: [path]) {
      if let entry = try Draft.delete(old, db) { touched.insert(entry) }
    }
    if let entry = try draft?.insert(db, texts) { touched.insert(entry) }
  }
}

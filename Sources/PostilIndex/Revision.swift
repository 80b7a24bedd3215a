import GRDB
import PostilCore

/// One transaction that brings records up to date.
final class Revision {
  let notebook: Notebook
  let db: Database
  let entries: Entries
  private let texts: TextWriter
  private let rows: Rows
  /// Whether no file is in the tables that is taken now, so that none has to be taken out.
  private let isFirst: Bool
  /// Entries whose columns have to be worked out.
  private var touched: Set<Int64> = []
  /// Entries that came into being with their post.
  private var added: Set<Int64> = []

  init(_ notebook: Notebook, _ db: Database, _ shelf: TextShelf, isFirst: Bool = false) throws {
    self.notebook = notebook
    self.db = db
    self.isFirst = isFirst
    texts = try shelf.writer(db)
    rows = Rows(db)
    entries = try Entries(db, rows)
  }

  /// Brings files up to date as they stand on the disk now.
  func take(_ paths: Set<String>) throws {
    for path in paths.sorted() {
      let draft = notebook.stamp(of: path).flatMap { Draft($0, of: notebook) }
      try replace(path, with: draft)
    }
  }

  /// Takes what was read some time ago; what has changed since is read again, unless there are so
  /// many that whoever looks next will see it.
  func take(_ drafts: [Draft]) throws {
    for draft in drafts {
      try replace(draft.stamp.path, with: isFirst ? draft : current(draft))
    }
  }

  /// Ends the transaction's work: what was taken finds its place among all others.
  func finish() throws {
    try texts.finish()
    try entries.refresh(touched)
    try Groups.refresh(touched.union(added), db)
    // One row, and SQLite is told so: it would write what FTS5 has gathered before more.
    try db.execute(sql: "UPDATE notebook SET edition = edition + 1 WHERE rowid = 1")
  }

  private func current(_ draft: Draft) -> Draft? {
    let stamp = notebook.stamp(of: draft.stamp.path)
    return stamp == draft.stamp ? draft : stamp.flatMap { Draft($0, of: notebook) }
  }

  private func replace(_ path: String, with draft: Draft?) throws {
    if !isFirst, let old = try record(at: path), let entry = try Draft.delete(old, db) {
      touched.insert(entry)
    }
    guard let holder = try draft?.insert(db, entries, rows, texts) else { return }
    if holder.isNew { added.insert(holder.id) } else { touched.insert(holder.id) }
  }

  private func record(at path: String) throws -> Int64? {
    let find = try db.cachedStatement(sql: "SELECT id FROM record WHERE name = ? AND path = ?")
    return try Int64.fetchOne(find, arguments: [Layout.id(of: path), path])
  }
}

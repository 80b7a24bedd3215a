import GRDB
import GRDBSQLite

/// Puts rows into tables with no detour on the way: an index of a hundred thousand posts has more
/// than a million of them.
final class Rows {
  /// The tables that a record goes into.
  enum Table: Int, CaseIterable {
    case record, entry, post, claim, definition, alias, saved, tagging, ticker, reference, tie
    case entity, number, front, ownKey, text, words

    /// Where to, and which columns.
    fileprivate var target: String {
      switch self {
      case .alias: "OR IGNORE INTO alias"
      case .ownKey: "INTO own_key"
      case .record:
        "INTO record (id, folder, name, kind, size, modified, inode, problem, entry)"
      case .entry:
        """
        OR IGNORE INTO entry (id, base, head, posted, part, foldedAuthor, foldedName, isRead,
          isLate)
        """
      case .post:
        """
        INTO post (record, capture, key, written, posted, author, name, title, isRepost, isReply, part,
          address)
        """
      case .words: "INTO words (rowid, title, names, body)"
      default: "INTO \(self)"
      }
    }
  }

  private let db: Database
  private var statements: [Statement?] = Array(repeating: nil, count: Table.allCases.count)

  init(_ db: Database) { self.db = db }

  /// Puts a row into a table.
  ///
  /// - Throws: what SQLite says.
  func insert(_ table: Table, _ values: any Storable...) throws {
    let statement = try statement(table, values.count).sqliteStatement
    defer { sqlite3_reset(statement) }
    for (index, value) in values.enumerated() { value.store(in: statement, at: Int32(index + 1)) }
    guard sqlite3_step(statement) == SQLITE_DONE else {
      let code = sqlite3_extended_errcode(db.sqliteConnection)
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
    }
  }

  private func statement(_ table: Table, _ count: Int) throws -> Statement {
    if let statement = statements[table.rawValue] { return statement }
    let values = Array(repeating: "?", count: count).joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "INSERT \(table.target) VALUES (\(values))")
    statements[table.rawValue] = statement
    return statement
  }
}

/// What a column of a table can hold.
protocol Storable {
  /// Binds it to a place of a statement, counted from 1.
  func store(in statement: SQLiteStatement, at index: Int32)
}

extension Int64: Storable {
  func store(in statement: SQLiteStatement, at index: Int32) {
    sqlite3_bind_int64(statement, index, self)
  }
}

extension Int: Storable {
  func store(in statement: SQLiteStatement, at index: Int32) {
    sqlite3_bind_int64(statement, index, Int64(self))
  }
}

extension Bool: Storable {
  func store(in statement: SQLiteStatement, at index: Int32) {
    sqlite3_bind_int(statement, index, self ? 1 : 0)
  }
}

extension Double: Storable {
  func store(in statement: SQLiteStatement, at index: Int32) {
    sqlite3_bind_double(statement, index, self)
  }
}

extension String: Storable {
  /// SQLite ends a text at its first NUL; that one is put down as U+FFFD.
  func store(in statement: SQLiteStatement, at index: Int32) {
    var text = utf8.contains(0) ? replacing("\0", with: "\u{FFFD}") : self
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        let isCopied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        // An empty text may have no address, which would mean NULL.
        guard let start = bytes.baseAddress else {
          sqlite3_bind_text(statement, index, "", 0, isCopied)
          return
        }
        sqlite3_bind_text(statement, index, start, Int32(bytes.count), isCopied)
      }
    }
  }
}

extension Optional: Storable where Wrapped: Storable {
  func store(in statement: SQLiteStatement, at index: Int32) {
    if let self {
      self.store(in: statement, at: index)
    } else {
      sqlite3_bind_null(statement, index)
    }
  }
}

extension DatabaseValue: Storable {
  func store(in statement: SQLiteStatement, at index: Int32) {
    switch storage {
    case .null: sqlite3_bind_null(statement, index)
    case .int64(let number): number.store(in: statement, at: index)
    case .double(let number): number.store(in: statement, at: index)
    case .string(let text): text.store(in: statement, at: index)
    case .blob: sqlite3_bind_null(statement, index)
    }
  }
}

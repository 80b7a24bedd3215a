import Foundation
import GRDB
import PostilCore
import Synchronization

/// The database file: opened when it fits, replaced by an empty one when there is any doubt.
final class Store: Sendable {
  private let folder: String
  private let root: String
  private let texts: TextShelf
  private let pool: Mutex<DatabasePool>

  /// - Throws: when the folder cannot be written.
  init(folder: String, root: String, _ texts: TextShelf) throws(Problem) {
    self.texts = texts
    self.folder = folder
    self.root = root
    pool = Mutex(try Self.locked(folder) { try Self.open(folder, root, texts, keeping: true) })
  }

  /// Reads in one transaction; within another reading it is that one's.
  func read<T>(_ work: (Database) throws -> T) throws -> T {
    let pool = pool.withLock { $0 }
    return try pool.unsafeReentrantRead { db in
      if db.isInsideTransaction { return try work(db) }
      try db.beginTransaction(.deferred)
      // One that stayed open would show this moment for ever.
      defer { if (try? db.commit()) == nil { try? db.rollback() } }
      return try work(db)
    }
  }

  func write<T>(_ work: (Database) throws -> T) throws -> T {
    try pool.withLock { $0 }.write(work)
  }

  /// Gives the writer room for a work of many transactions, and takes it back afterwards.
  func writingMuch<Done>(_ work: () throws -> Done) throws -> Done {
    let pool = pool.withLock { $0 }
    try pool.writeWithoutTransaction { try $0.execute(sql: Self.pragmas(cache: 96, log: 64)) }
    defer {
      try? pool.writeWithoutTransaction {
        try $0.execute(sql: Schema.laterIndexes)
        try $0.execute(sql: Self.pragmas(cache: 16, log: 4))
        try $0.execute(sql: "PRAGMA shrink_memory")
        try $0.checkpoint(.passive)
      }
    }
    return try work()
  }

  /// Makes the indexes that a program did not come to make before it was killed.
  func complete() throws {
    let last = "SELECT 1 FROM sqlite_master WHERE name = 'ticker_by_name'"
    guard try read({ try Int.fetchOne($0, sql: last) }) == nil else { return }
    try write { try $0.execute(sql: Schema.laterIndexes) }
  }

  /// Throws the file away; whoever still reads the old one ends in peace.
  func startOver() throws(Problem) {
    let fresh = try Self.locked(folder) { try Self.open(folder, root, texts, keeping: false) }
    pool.withLock { $0 = fresh }
  }

  /// Whether an error means that the file can no longer be trusted.
  static func isDoubtful(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return error is RowDecodingError }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_READONLY,
      .SQLITE_FORMAT, .SQLITE_MISMATCH:
      return true
    case .SQLITE_ERROR:
      return error.message?.hasPrefix("no such") ?? false
    default:
      return false
    }
  }

  private static func open(
    _ folder: String, _ root: String, _ texts: TextShelf, keeping: Bool
  ) throws -> DatabasePool {
    let path = folder + "/index.sqlite"
    if keeping, let pool = try? DatabasePool(path: path, configuration: configuration(texts)) {
      if (try? pool.read { try fits($0, root) }) == true { return pool }
      try? pool.close()
    }
    for file in [path, path + "-wal", path + "-shm"] {
      // Gone already is as good; what cannot be removed fails when it is opened.
      try? FileManager.default.removeItem(atPath: file)
    }
    let pool = try DatabasePool(path: path, configuration: configuration(texts))
    try pool.write { db in
      try db.execute(sql: Schema.tables)
      try db.execute(sql: Schema.laterIndexes)
      try db.execute(sql: "INSERT INTO notebook (root) VALUES (?)", arguments: [root])
      try texts.begin(db)
      try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
    }
    return pool
  }

  private static func fits(_ db: Database, _ root: String) throws -> Bool {
    try Int.fetchOne(db, sql: "PRAGMA user_version") == Schema.version
      && String.fetchOne(db, sql: "SELECT root FROM notebook") == root
  }

  private static func configuration(_ texts: TextShelf) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      PatternFunction.install(in: db)
      FoldFunction.install(in: db)
      KeyFunction.install(in: db)
      texts.install(in: db)
      // A crash may cost the newest transactions: the files still have them.
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
      try db.execute(sql: pragmas(cache: 16, log: 4))
    }
    return configuration
  }

  /// How much of the file is kept in memory, and how long the log grows before it is folded into the
  /// file; megabytes. Both make random writes cheaper.
  private static func pragmas(cache: Int, log: Int) -> String {
    "PRAGMA cache_size = -\(cache * 1_000); PRAGMA wal_autocheckpoint = \(log * 250)"
  }

  /// Keeps two programs from replacing the file at once, which would mix two databases in one.
  private static func locked<T>(_ folder: String, _ work: () throws -> T) throws(Problem) -> T {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let lock = Foundation.open(folder + "/index.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard lock >= 0 else { throw CocoaError(.fileWriteNoPermission) }
      defer { close(lock) }
      while flock(lock, LOCK_EX) != 0, errno == EINTR {}
      return try work()
    } catch {
      throw Problem(
        "the folder of the index cannot be written", at: Problem.Place(folder),
        hint: "Make it writable, or set XDG_CACHE_HOME to another one.")
    }
  }
}

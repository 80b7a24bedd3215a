import Foundation
import GRDB
import PostilCore
import Synchronization

/// The database file: opened when it fits, replaced by an empty one when there is any doubt.
///
/// Who works alone, as a shell command does, has one connection for everything. The screen reads its
/// first rows through one that can do nothing else, which is there soonest; others are opened when
/// something is written, or when somebody reads while all are in use. They are queues and no pool:
/// that one leaves threads behind which wake up every second.
final class Store: Sendable {
  private struct Connections {
    var writer: DatabaseQueue?
    /// Until it has answered once all wait for it: at the start others would only be in its way.
    var first: DatabaseQueue?
    /// Those through which nobody reads now, by when they were opened: the oldest knows most.
    var idle: [Int: DatabaseQueue] = [:]
    /// How many were opened to read.
    var count = 1
    /// How often the file was replaced.
    var age = 0
  }

  private struct Reader {
    let queue: DatabaseQueue
    let age: Int
    /// The how manieth it is; nil when others may wait for it.
    let number: Int?
  }

  private let folder: String
  private let root: String
  private let texts: TextShelf
  private let isAlone: Bool
  private let opened: Mutex<Connections>
  /// Through which connection this thread reads.
  private let reading = TaskLocal<Reader?>(wrappedValue: nil)

  /// - Throws: when the folder cannot be written.
  init(folder: String, root: String, _ texts: TextShelf, isAlone: Bool) throws(Problem) {
    self.texts = texts
    self.folder = folder
    self.root = root
    self.isAlone = isAlone
    let opened = try Self.locked(folder) {
      guard let queue = Self.openOne(folder, root, texts, isReadOnly: !isAlone) else {
        return Connections(writer: try Self.open(folder, root, texts, keeping: true))
      }
      return isAlone ? Connections(writer: queue) : Connections(first: queue)
    }
    self.opened = Mutex(opened)
  }

  /// Reads in one transaction; within another reading it is that one's.
  func read<T>(_ work: (Database) throws -> T) throws -> T {
    let age = opened.withLock { $0.age }
    if let outer = reading.get(), outer.age == age {
      return try outer.queue.unsafeReentrantRead(work)
    }
    let reader = try reader()
    defer { giveBack(reader) }
    return try reading.withValue(reader) {
      try reader.queue.unsafeReentrantRead { db in
        if db.isInsideTransaction { return try work(db) }
        try db.beginTransaction(.deferred)
        // One that stayed open would show this moment for ever.
        defer { if (try? db.commit()) == nil { try? db.rollback() } }
        return try work(db)
      }
    }
  }

  func write<T>(_ work: (Database) throws -> T) throws -> T {
    try writer().write(work)
  }

  private func reader() throws -> Reader {
    let age = opened.withLock { $0.age }
    if isAlone { return Reader(queue: try writer(), age: age, number: nil) }
    let known = opened.withLock { opened -> Reader? in
      if let first = opened.first { return Reader(queue: first, age: opened.age, number: nil) }
      guard let oldest = opened.idle.keys.min() else { return nil }
      return opened.idle.removeValue(forKey: oldest)
        .map { Reader(queue: $0, age: opened.age, number: oldest) }
    }
    if let known { return known }
    let queue = try Self.connection(folder, texts, isReadOnly: true)
    return opened.withLock {
      $0.count += 1
      return Reader(queue: queue, age: age, number: $0.count)
    }
  }

  private func giveBack(_ reader: Reader) {
    opened.withLock {
      guard reader.age == $0.age else { return }
      if let number = reader.number {
        $0.idle[number] = reader.queue
      } else if let first = $0.first {
        $0.first = nil
        $0.idle[1] = first
      }
    }
  }

  private func writer() throws -> DatabaseQueue {
    try opened.withLock { opened in
      if let writer = opened.writer { return writer }
      let writer = try Self.locked(folder) { try Self.open(folder, root, texts, keeping: true) }
      opened.writer = writer
      return writer
    }
  }

  /// Gives the writer room for a work of many transactions, and takes it back afterwards.
  func writingMuch<Done>(_ work: () throws -> Done) throws -> Done {
    let writer = try self.writer()
    try writer.writeWithoutTransaction {
      try $0.execute(sql: Self.pragmas(cache: 48, log: 64))
      try $0.execute(sql: Self.words(memory: 16))
    }
    defer {
      try? writer.writeWithoutTransaction {
        try $0.execute(sql: Schema.laterIndexes)
        try $0.execute(sql: Self.words(memory: 1) + "INSERT INTO words (words) VALUES ('optimize')")
        try $0.execute(sql: Self.pragmas(cache: Self.writing, log: 4))
        try $0.execute(sql: "PRAGMA shrink_memory")
        try $0.checkpoint(.truncate)
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
    opened.withLock { $0 = Connections(writer: fresh, age: $0.age + 1) }
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

  /// Nil when there is no file, or it does not fit.
  private static func openOne(
    _ folder: String, _ root: String, _ texts: TextShelf, isReadOnly: Bool
  ) -> DatabaseQueue? {
    guard access(path(folder), R_OK) == 0,
      let queue = try? connection(folder, texts, isReadOnly: isReadOnly),
      (try? queue.read({ try fits($0, root) })) == true
    else { return nil }
    return queue
  }

  private static func open(
    _ folder: String, _ root: String, _ texts: TextShelf, keeping: Bool
  ) throws -> DatabaseQueue {
    if keeping, let queue = try? connection(folder, texts, isReadOnly: false) {
      if (try? queue.read { try fits($0, root) }) == true { return queue }
      try? queue.close()
    }
    for file in ["", "-wal", "-shm"].map({ path(folder) + $0 }) {
      // Gone already is as good; what cannot be removed fails when it is opened.
      try? FileManager.default.removeItem(atPath: file)
    }
    let queue = try connection(folder, texts, isReadOnly: false)
    try queue.write { db in
      try db.execute(sql: Schema.tables)
      try db.execute(sql: Schema.laterIndexes)
      try db.execute(sql: "INSERT INTO notebook (root) VALUES (?)", arguments: [root])
      try texts.begin(db)
      try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
    }
    return queue
  }

  private static func path(_ folder: String) -> String { folder + "/index.sqlite" }

  private static func fits(_ db: Database, _ root: String) throws -> Bool {
    try Int.fetchOne(db, sql: "PRAGMA user_version") == Schema.version
      && String.fetchOne(db, sql: "SELECT root FROM notebook") == root
  }

  private static func connection(
    _ folder: String, _ texts: TextShelf, isReadOnly: Bool
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.readonly = isReadOnly
    configuration.journalMode = isReadOnly ? .default : .wal
    configuration.prepareDatabase { db in
      PatternFunction.install(in: db)
      FoldFunction.install(in: db)
      KeyFunction.install(in: db)
      texts.install(in: db)
      // A crash may cost the newest transactions: the files still have them.
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
      try db.execute(sql: pragmas(cache: isReadOnly ? 2 : writing, log: 4))
    }
    return try DatabaseQueue(path: path(folder), configuration: configuration)
  }

  /// Megabytes of the file that are kept for who writes: a tag on a thousand posts fits.
  private static let writing = 16

  /// How much of the file is kept in memory, and how long the log grows before it is folded into the
  /// file; megabytes. Both make random writes cheaper.
  private static func pragmas(cache: Int, log: Int) -> String {
    """
    PRAGMA cache_size = -\(cache * 1_000); PRAGMA wal_autocheckpoint = \(log * 250);
    PRAGMA journal_size_limit = \(log * 1_000_000);
    """
  }

  /// How much FTS5 gathers before it writes, in megabytes: the more, the less it has to merge.
  private static func words(memory: Int) -> String {
    "INSERT INTO words (words, rank) VALUES ('hashsize', \(memory << 20));"
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

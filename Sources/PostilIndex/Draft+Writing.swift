import GRDB
import PostilCore

extension Draft {
  /// Puts the record into the tables; returns the entry it hangs on.
  ///
  /// Unless the entry is new with this record, its columns are brought up to date by `Entries`.
  func insert(
    _ db: Database, _ entries: Entries, _ rows: Rows, _ texts: TextWriter
  ) throws -> Entries.Holder? {
    let holder = try base.map { try entries.holder(of: self, base: $0) }
    let record = try entries.recordID(of: kind, on: holder)
    let entry = holder?.id
    try rows.insert(
      .record, record, Folders.folder(of: stamp.path) ?? "", name, kind.rawValue, stamp.size,
      stamp.modified, Int64(bitPattern: stamp.inode), problem, entry)
    if let post { try insert(post, record, rows) }
    if let claim { try insert(claim, record, entry, rows) }
    if let definition { try insert(definition, record, rows) }
    if let query {
      try rows.insert(.saved, record, Layout.name(of: stamp.path, in: .query), query)
    }
    try insertFacts(record, rows)
    try insertParts(record, rows)
    if let entry {
      for tie in ties { try rows.insert(.tie, record, tie.kind.rawValue, tie.key, entry) }
    }
    if let text { try insert(text, record, rows, texts) }
    return holder
  }

  /// Takes a record out of the tables; returns the entry it hung on.
  static func delete(_ record: Int64, _ db: Database) throws -> Int64? {
    let entry = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT entry FROM record WHERE id = ?"), arguments: [record])
    let tables = [
      "post", "claim", "definition", "alias", "tagging", "ticker", "entity", "number", "own_key",
      "saved", "reference",
    ]
    for table in tables {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE record = ?")
        .execute(arguments: [record])
    }
    try deleteText(record, db)
    try db.cachedStatement(sql: "DELETE FROM tie WHERE entry = ? AND record = ?")
      .execute(arguments: [entry, record])
    for table in ["front", "record"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE id = ?").execute(arguments: [record])
    }
    return entry
  }

  private func insert(_ post: Post, _ record: Int64, _ rows: Rows) throws {
    try rows.insert(
      .post, record, Name.capture(in: name), post.key, writtenMoment(of: post),
      Schema.place(of: post), post.author, post.name, post.title, post.repostOf != nil,
      post.replyTo != nil, Schema.part(of: post), addressMark(of: post))
  }

  /// What its address is found by, unless its name is enough.
  private func addressMark(of post: Post) -> Int64? {
    guard let url = post.url, url != Name.told(name, by: post.author) else { return nil }
    return Name.address(url).map(Name.mark)
  }

  /// When a post was posted, unless the second tells it.
  private func writtenMoment(of post: Post) -> String? {
    guard case .instant(let instant)? = post.posted, instant.seconds > Schema.dateless else {
      return post.posted?.description
    }
    let isPlain = (Self.firstPlainSecond...Self.lastPlainSecond).contains(instant.seconds)
    return isPlain ? nil : instant.description
  }

  /// Years of four digits, as SQLite writes them.
  private static let firstPlainSecond = 0
  private static let lastPlainSecond = 253_402_300_799

  private func insert(_ claim: Claim, _ record: Int64, _ entry: Int64?, _ rows: Rows) throws {
    let words = [claim.title, claim.quotes.first, claim.test].compactMap(\.self)
    try rows.insert(
      .claim, record, entry, name, claim.post.map(Name.target), words.first { !$0.isEmpty } ?? "",
      claim.type.rawValue, claim.status.rawValue, claim.due?.number, claim.confidence,
      claim.spans.first?.lowerBound, claim.evidence.count,
      claim.notes.contains { !$0.isWhitespace }, claim.same.map(Name.target),
      claim.spans.first?.upperBound, claim.judged?.number)
  }

  private func insert(_ definition: TagDefinition, _ record: Int64, _ rows: Rows) throws {
    try rows.insert(
      .definition, record, definition.name, definition.key.map(String.init), definition.color,
      definition.text)
    for alias in definition.aliases {
      try rows.insert(
        .alias, record, alias, Name.tag(alias), definition.name, Name.tag(definition.name))
    }
  }

  private func insertParts(_ record: Int64, _ rows: Rows) throws {
    for (position, tag) in tags.enumerated() {
      try rows.insert(.tagging, record, position, tag, Name.tag(tag))
    }
    for ticker in tickers { try rows.insert(.ticker, record, ticker) }
    for reference in references {
      try rows.insert(.reference, record, reference.kind.rawValue, reference.target)
    }
  }

  /// SQLite ends a text at its first NUL.
  static func bound(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return text.replacing("\0", with: "\u{FFFD}")
  }
}

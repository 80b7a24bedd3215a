import GRDB
public import PostilCore

/// The parts that a grouped list is cut into.
struct Sections {
  let grouping: PostGrouping

  /// The first ticker that an entry names; without one it sorts last.
  static let ticker = """
    coalesce((SELECT min(ticker.name) FROM ticker WHERE ticker.record = entry.head),
      '\(Schema.nobody)')
    """

  /// A column of the post that the group of an entry folds into, or of itself.
  static func lead(_ column: String) -> String {
    """
    coalesce((SELECT lead.\(column) FROM entry AS lead WHERE lead.id = entry.lead AND lead.head
      IS NOT NULL), entry.\(column))
    """
  }

  /// What tells the part of an entry from the others.
  private var key: String {
    switch grouping {
    case .author: "entry.foldedAuthor"
    case .ticker: Self.ticker
    // Days are those of UTC; rounded down before 1970 too.
    case .day:
      """
      CASE WHEN entry.posted <= \(Schema.dateless) THEN NULL
        ELSE (entry.posted - (entry.posted % 86400 + 86400) % 86400) / 86400 END
      """
    case .thread: Self.lead("base")
    }
  }

  /// The part that an entry with a row of its own stands in.
  func section(of entry: Int64, _ row: PostRow, _ db: Database) throws -> PostSection {
    let find = try db.cachedStatement(sql: "SELECT \(key) FROM entry WHERE entry.id = ?")
    let key = try Row.fetchOne(find, arguments: [entry])?.databaseValues.first ?? .null
    let id = Self.id(key)
    switch grouping {
    case .author: return PostSection(id: id, name: row.author ?? row.name ?? "unknown author")
    case .ticker: return PostSection(id: id, name: id.isEmpty ? "no ticker" : "$" + id)
    case .day:
      guard let day = Int.fromDatabaseValue(key).map({ Day(number: $0) }) else {
        return PostSection(id: id, name: "no date")
      }
      return PostSection(id: "\(day)", name: "\(day) \(day.weekdayName)")
    case .thread:
      let first = try db.cachedStatement(
        sql: """
          SELECT coalesce(post.author, post.name, 'unknown author'), post.moment
          FROM entry JOIN post ON post.record = entry.head WHERE entry.base = ?
          """)
      let lead = try Row.fetchOne(first, arguments: [id])
      let author = try lead?.decode(String.self, atIndex: 0)
      let day = try lead?.decode(String?.self, atIndex: 1).flatMap { Moment($0) }?.day
      return PostSection(
        id: id, name: [author, day.map { "\($0)" }].compactMap(\.self).joined(separator: " "))
    }
  }

  /// The part of the row that an entry stands beneath.
  func section(ofGroupWith entry: Int64, _ listing: Listing, _ db: Database) throws -> PostSection?
  {
    guard let lead = try listing.row(ofGroupWith: entry, db),
      let row = try PostRow(entry: lead, db, folding: listing.folding)
    else { return nil }
    return try section(of: lead, row, db)
  }

  /// How many rows stand in each part, in the order of the list, but for threads.
  func counts(of listing: Listing, _ db: Database) throws -> [SectionCount] {
    let rows: SQL = """
      SELECT \(sql: key), count(*) FROM entry WHERE \(try listing.isRow()) GROUP BY 1
      """
    var counts: [String: Int] = [:]
    for row in try SQLRequest<Row>(literal: rows).fetchAll(db) {
      counts[id(of: row.databaseValues.first ?? .null), default: 0] += try row.decode(
        Int.self, atIndex: 1)
    }
    let find = try db.cachedStatement(sql: "SELECT \(key) FROM entry WHERE entry.id = ?")
    for open in try listing.openGroups(db) {
      let key = try Row.fetchOne(find, arguments: [open])?.databaseValues.first ?? .null
      counts[id(of: key), default: 0] += try listing.beneath(open, db).count
    }
    return counts.map { SectionCount(id: $0.key, count: $0.value) }.sorted {
      isBefore($0.id, $1.id)
    }
  }

  /// As the list has them, but for threads: by name or newest first, what has none last.
  private func isBefore(_ a: String, _ b: String) -> Bool {
    if a.isEmpty || b.isEmpty { return !a.isEmpty }
    return grouping == .day
      ? b.utf8.lexicographicallyPrecedes(a.utf8) : a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private func id(of key: DatabaseValue) -> String {
    if grouping == .day, let day = Int.fromDatabaseValue(key) { return "\(Day(number: day))" }
    return Self.id(key)
  }

  /// Nobody and nothing have an empty one.
  private static func id(_ key: DatabaseValue) -> String {
    let text = String.fromDatabaseValue(key) ?? ""
    return text == Schema.nobody ? "" : text
  }
}

extension Index {
  /// How many rows each part of a grouped list has; none of a list that is not grouped.
  public func sections(_ query: Query, sort: PostSort, folding: Folding, today: Day)
    throws(Problem) -> [SectionCount]
  {
    guard let grouping = sort.grouping else { return [] }
    return try ask { db in
      let listing = try self.listing(query, folding, today: today, db)
      let counts = try Sections(grouping: grouping).counts(of: listing, db)
      return sort.isReversed ? counts.reversed() : counts
    }
  }
}

extension Day {
  /// In English, as everything else is.
  fileprivate var weekdayName: String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday - 1]
  }
}

import GRDB
import PostilCore

/// The rows of a list of posts: those that a query finds, groups folded or not.
struct Listing {
  let folding: Folding
  private let condition: Condition
  private let texts: Texts
  private let lengths: Lengths
  private let key: Lengths.Key
  /// The query with its saved ones in their place.
  private let query: Query

  /// - Throws: when a saved query cannot be put in its place.
  init(
    _ query: Query, _ folding: Folding, today: Day, _ texts: Texts, _ lengths: Lengths
  ) throws {
    self.folding = folding
    self.query = try query.expanded(in: texts.db)
    self.texts = texts
    self.lengths = lengths
    condition = Condition(today: today)
    key = try Lengths.Key(self.query, folding, today: today, texts.db)
  }

  /// Whether an entry has a row of its own.
  func isRow() throws -> SQL {
    let condition = try condition.prepared(for: query, texts).onPosts(query)
    guard folding.isOn else { return "head IS NOT NULL AND (\(condition))" }
    guard query != .all else { return "head IS NOT NULL AND entry.fold < \(Groups.folded)" }
    // Of each group the lead, when it is found, else the earliest that is.
    return """
      head IS NOT NULL AND (\(condition)) AND (entry.fold = 0 OR entry.id IN (
        SELECT id FROM (
          SELECT entry.id, row_number() OVER (
            PARTITION BY entry.lead ORDER BY entry.fold, entry.posted, entry.base) AS place
          FROM entry WHERE lead IS NOT NULL AND head IS NOT NULL AND (\(condition)))
        WHERE place = 1))
      """
  }

  /// How many rows there are, those beneath others included.
  func count(_ db: Database) throws -> Int {
    let length = try length(db)
    return try openGroups(db).reduce(length) { try $0 + beneath($1, db).count }
  }

  /// Each group has one row, whichever of it is found.
  private func length(_ db: Database) throws -> Int {
    if let length = lengths[key] { return length }
    let length =
      try rows(isReversed: false).count() ?? SQLRequest<Int>(literal: rowCount()).fetchOne(db) ?? 0
    lengths[key] = length
    return length
  }

  private func rowCount() throws -> SQL {
    if query == .all {
      return """
        SELECT count(*) FROM entry
        WHERE head IS NOT NULL AND fold < \(folding.isOn ? Groups.folded : .max)
        """
    }
    let rows: SQL =
      folding.isOn
      ? "SELECT count(CASE WHEN lead IS NULL THEN 1 END) + count(DISTINCT lead)"
      : "SELECT count(*)"
    let condition = try condition.prepared(for: query, texts).onPosts(query)
    return "\(rows) FROM entry WHERE head IS NOT NULL AND (\(condition))"
  }

  /// A window of the rows, those beneath others left out; only what is in it is looked up.
  func entries(by sort: PostSort, _ window: Range<Int>, _ db: Database) throws -> [Int64] {
    if sort.key == .date { return try dated(window, isReversed: sort.isReversed) }
    let (order, source) = ranked(by: sort)
    let rows: SQL = """
      SELECT entry.id FROM \(source) WHERE \(try isRow()) ORDER BY \(sql: order.sql)
      LIMIT \(window.count) OFFSET \(window.lowerBound)
      """
    return try SQLRequest<Int64>(literal: rows).fetchAll(db)
  }

  /// What stands nearer to the end is looked for from there.
  private func dated(_ window: Range<Int>, isReversed: Bool) throws -> [Int64] {
    guard let length = lengths[key], window.lowerBound > length / 2 else {
      return try rows(isReversed: isReversed).entries(window)
    }
    let end = min(length, window.upperBound)
    guard window.lowerBound < end else { return [] }
    return try rows(isReversed: !isReversed).entries(length - end..<length - window.lowerBound)
      .reversed()
  }

  private func rows(isReversed: Bool) -> DatedRows {
    DatedRows(
      query: query, condition: condition, folding: folding, isReversed: isReversed, texts: texts)
  }

  /// Where the open groups stand.
  func openings(by sort: PostSort, _ db: Database) throws -> Openings {
    var groups: [Openings.Group] = []
    for row in try openGroups(db) {
      guard let position = try count(before: row, by: sort, db) else { continue }
      groups.append(.init(row: position, beneath: try beneath(row, db)))
    }
    return Openings(groups)
  }

  /// Where an entry or the row that it folds into stands.
  func position(of entry: Int64, by sort: PostSort, _ db: Database) throws -> Int? {
    let openings = try openings(by: sort, db)
    if let place = try count(before: entry, by: sort, db) { return openings.position(ofRow: place) }
    if let position = openings.position(of: entry) { return position }
    guard let row = try row(ofGroupWith: entry, db) else { return nil }
    return try count(before: row, by: sort, db).map { openings.position(ofRow: $0) }
  }

  /// The position of the next row that `words` finds too, or of the one before.
  func position(
    seeking words: SQL, by sort: PostSort, from position: Int, forward: Bool, _ db: Database
  ) throws -> Int? {
    let openings = try openings(by: sort, db)
    let start = openings.row(at: position)
    // What stands behind a place stands before it in the reversed order.
    let (order, source) = ranked(by: sort)
    let (reversed, _) = ranked(by: PostSort(sort.key, isReversed: !sort.isReversed))
    let here: SQL = """
      SELECT \(sql: order.columns) FROM \(source) WHERE \(try isRow())
      ORDER BY \(sql: order.sql) LIMIT 1 OFFSET \(max(0, start))
      """
    guard let here = try SQLRequest<Row>(literal: here).fetchOne(db) else { return nil }
    let place = Array(here.databaseValues)
    let next: SQL = """
      SELECT \(sql: order.columns) FROM \(source)
      WHERE \(try isRow()) AND (\(words)) AND (\((forward ? reversed : order).isBefore(place)))
      ORDER BY \(sql: (forward ? order : reversed).sql) LIMIT 1
      """
    guard let found = try SQLRequest<Row>(literal: next).fetchOne(db) else { return nil }
    return try openings.position(ofRow: count(before: Array(found.databaseValues), by: sort, db))
  }

  /// An order, and the entries with all that it goes by. Without words to go by it is the date.
  private func ranked(by sort: PostSort) -> (order: Order, source: SQL) {
    guard sort.key == .relevance else { return (Order(sort), "entry") }
    guard let points = Relevance.points(of: query) else {
      return (Order(PostSort(.date, isReversed: sort.isReversed)), "entry")
    }
    return (Order(sort), "entry LEFT JOIN (\(points)) AS fit ON fit.owner = entry.id")
  }

  private func count(before entry: Int64, by sort: PostSort, _ db: Database) throws -> Int? {
    let (order, source) = ranked(by: sort)
    let place: SQL = """
      SELECT \(sql: order.columns) FROM \(source) WHERE entry.id = \(entry) AND \(try isRow())
      """
    guard let row = try SQLRequest<Row>(literal: place).fetchOne(db) else { return nil }
    return try count(before: Array(row.databaseValues), by: sort, db)
  }

  private func count(before place: [DatabaseValue], by sort: PostSort, _ db: Database) throws -> Int
  {
    let (order, source) = ranked(by: sort)
    let before: SQL = """
      SELECT count(*) FROM \(source) WHERE \(try isRow()) AND (\(order.isBefore(place)))
      """
    return try SQLRequest<Int>(literal: before).fetchOne(db) ?? 0
  }

  /// The rows of the groups that are open.
  func openGroups(_ db: Database) throws -> [Int64] {
    guard folding.isOn else { return [] }
    let lead = try db.cachedStatement(
      sql: "SELECT lead FROM entry WHERE base = ? AND lead IS NOT NULL")
    return try folding.opened.sorted().compactMap { base in
      try Int64.fetchOne(lead, arguments: [base]).flatMap { try row(ofGroup: $0, db) }
    }
  }

  func row(ofGroupWith entry: Int64, _ db: Database) throws -> Int64? {
    let lead = try db.cachedStatement(sql: "SELECT lead FROM entry WHERE id = ?")
    guard folding.isOn, let lead = try Int64.fetchOne(lead, arguments: [entry]) else { return nil }
    return try row(ofGroup: lead, db)
  }

  /// The row that stands for a group; nil when the query finds none of it.
  private func row(ofGroup lead: Int64, _ db: Database) throws -> Int64? {
    let row: SQL = "SELECT entry.id FROM entry WHERE entry.lead = \(lead) AND \(try isRow())"
    return try SQLRequest<Int64>(literal: row).fetchOne(db)
  }

  /// The other posts of the group that a row stands for, found or not.
  func beneath(_ row: Int64, _ db: Database) throws -> [Int64] {
    let others = try db.cachedStatement(
      sql: """
        SELECT entry.id FROM entry
        WHERE lead = (SELECT lead FROM entry WHERE id = ?1) AND entry.id <> ?1
        ORDER BY \(Groups.order)
        """)
    return try Int64.fetchAll(others, arguments: [row])
  }
}

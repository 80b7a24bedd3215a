import GRDB

/// The rows of groups: of each the lead, when it is found, else the earliest that is.
struct GroupRows {
  let rows: DatedRows
  private var known: [Int64: Int64] = [:]

  init(rows: DatedRows) {
    self.rows = rows
  }

  /// Whether an entry that is found has a row of its own.
  mutating func hasRow(_ place: DatedRows.Place) throws -> Bool {
    guard rows.isGrouping, let lead = place.lead else { return true }
    if let row = known[lead] { return row == place.entry }
    var condition = rows.condition
    condition.isPointwise = true
    let row: SQL = """
      SELECT entry.id FROM entry
      WHERE entry.lead = \(lead) AND head IS NOT NULL AND (\(condition.onPosts(rows.query)))
      ORDER BY entry.fold, entry.posted, entry.base LIMIT 1
      """
    let found = try SQLRequest<Int64>(literal: row, cached: true).fetchOne(rows.texts.db)
    known[lead] = found
    return found == place.entry
  }
}

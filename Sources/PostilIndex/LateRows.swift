import GRDB
import PostilCore

/// The entries of a list whose place is not by their ids, and those that are found by what hangs on
/// them and not by their text alone.
struct LateRows {
  let rows: DatedRows
  let parts: TextParts

  /// Fewer are asked about one by one.
  private static let few = 200

  /// In no order.
  func places() throws -> [DatedRows.Place] {
    let db = rows.texts.db
    let candidates: SQL = "SELECT id FROM entry WHERE isLate AND head IS NOT NULL \(beside)"
    let count = try SQLRequest<Int>(
      literal: "SELECT count(*) FROM (SELECT 1 FROM (\(candidates)) LIMIT \(Self.few + 1))"
    ).fetchOne(db)
    guard let count, count > 0 else { return [] }
    var condition = rows.condition
    condition.isPointwise = count <= Self.few
    if !condition.isPointwise {
      condition = try condition.prepared(for: rows.query, rows.texts)
    }
    let places: SQL = """
      SELECT \(DatedRows.Place.columns) FROM entry WHERE entry.id IN (\(candidates))
        AND entry.head IS NOT NULL AND (\(condition.onPosts(rows.query))) AND \(rows.isUnfolded)
        AND (entry.isLate OR NOT \(standsAlone(condition.isPointwise)))
      """
    return try SQLRequest<Row>(literal: places).fetchAll(db).map(DatedRows.Place.init)
  }

  /// Whether no word of some stands in what hangs on an entry.
  static func isFree(of words: [String]) -> SQL {
    words.isEmpty ? "TRUE" : "entry.id NOT IN (\(holders(of: words.joined(separator: " OR "))))"
  }

  /// Entries on which something hangs that holds any of the words.
  private var beside: SQL {
    if parts.match != nil { return "UNION \(Self.holders(of: parts.beside))" }
    guard !parts.scans.isEmpty else { return "" }
    let isFound = parts.scans.map { "(\($0.isFound))" as SQL }.joined(separator: " OR ")
    return """
      UNION SELECT record.entry FROM written AS text CROSS JOIN record ON record.id = text.id
        WHERE record.entry IS NOT NULL AND text.id >= \(Entries.firstBeside) AND (\(isFound))
      """
  }

  private static func holders(of match: String) -> SQL {
    """
    SELECT record.entry FROM words CROSS JOIN record ON record.id = words.rowid
    WHERE words MATCH \(match) AND words.rowid >= \(Entries.firstBeside)
      AND record.entry IS NOT NULL
    """
  }

  /// Whether an entry is found by the text of its post alone, as `DatedRows` finds it.
  private func standsAlone(_ isPointwise: Bool) -> SQL {
    if let match = parts.match {
      return isPointwise
        ? "EXISTS (SELECT 1 FROM words WHERE words MATCH \(match) AND rowid = entry.id)"
        : "entry.id IN (SELECT rowid FROM words WHERE words MATCH \(match))"
    }
    guard !parts.scans.isEmpty else { return "TRUE" }
    let isFound = parts.scans.map { "(\($0.isFound))" as SQL }.joined(separator: " AND ")
    return """
      EXISTS (SELECT 1 FROM written AS text WHERE text.id = entry.id AND \(isFound))
      """
  }
}

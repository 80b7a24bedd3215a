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
      literal: "SELECT count(*) FROM (SELECT 1 FROM (\(candidates)) LIMIT \(Self.few + 1))",
      cached: true
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
    return try SQLRequest<Row>(literal: places, cached: true).fetchAll(db).map(DatedRows.Place.init)
  }

  /// Whether no word of some stands in what hangs on an entry.
  static func isFree(of words: [String]) -> SQL {
    words.isEmpty ? "TRUE" : "entry.id NOT IN (\(holders(of: words.joined(separator: " OR "))))"
  }

  /// Entries on which something hangs that holds any of the words.
  private var beside: SQL {
    if parts.match != nil, parts.begun.isEmpty || (try? hasFewBeside()) == false {
      return "UNION \(Self.holders(of: parts.beside))"
    }
    let found = parts.begun.map(Scan.isFound) + parts.scans.map(\.isFound)
    guard !found.isEmpty else { return "" }
    return """
      UNION SELECT record.entry FROM written AS text CROSS JOIN record ON record.id = text.id
        WHERE record.entry IS NOT NULL AND text.id >= \(Entries.firstBeside)
          AND (\(found.map { "(\($0))" as SQL }.joined(separator: " OR ")))
      """
  }

  /// Whether so little hangs on posts that it is sooner looked through than what FTS5 has gathered.
  private func hasFewBeside() throws -> Bool {
    let most = 2_000
    let count: SQL = """
      SELECT count(*) FROM (SELECT 1 FROM text WHERE id >= \(Entries.firstBeside) LIMIT \(most))
      """
    return try SQLRequest<Int>(literal: count, cached: true).fetchOne(rows.texts.db) ?? 0 < most
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
    if isPointwise, !parts.begun.isEmpty { return stands(parts.begun.map(Scan.isFound)) }
    if let match = parts.match {
      return isPointwise
        ? "EXISTS (SELECT 1 FROM words WHERE words MATCH \(match) AND rowid = entry.id)"
        : "entry.id IN (SELECT rowid FROM words WHERE words MATCH \(match))"
    }
    return parts.scans.isEmpty ? "TRUE" : stands(parts.scans.map(\.isFound))
  }

  private func stands(_ found: [SQL]) -> SQL {
    """
    EXISTS (SELECT 1 FROM written AS text WHERE text.id = entry.id
      AND \(found.map { "(\($0))" as SQL }.joined(separator: " AND ")))
    """
  }
}

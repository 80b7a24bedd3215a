import GRDB
import PostilCore

/// The rows of a list by date, worked out no further than they are looked at.
///
/// The ids of most entries grow with their dates (`Entries`), and FTS5 and packed texts give their
/// hits in the order of ids: so the first rows of a hundred thousand cost as little as those of ten.
/// The few `late` entries, and those found by what hangs on them, are looked up all and put between.
struct DatedRows {
  let query: Query
  let condition: Condition
  let folding: Folding
  let isReversed: Bool
  let texts: Texts

  /// What a row needs to find its place.
  struct Place {
    var entry: Int64
    var posted: Int
    var base: String
    var lead: Int64?

    static let columns: SQL = "entry.id, entry.posted, entry.base, entry.lead"

    init(_ row: Row) throws {
      entry = try row.decode(Int64.self, atIndex: 0)
      posted = try row.decode(Int.self, atIndex: 1)
      base = try row.decode(String.self, atIndex: 2)
      lead = try row.decode(Int64?.self, atIndex: 3)
    }

    func isBefore(_ other: Place, _ isReversed: Bool) -> Bool {
      let isOlder =
        posted == other.posted
        ? base.utf8.lexicographicallyPrecedes(other.base.utf8) : posted < other.posted
      return isOlder == isReversed
    }
  }

  /// A window of the rows.
  func entries(_ window: Range<Int>) throws -> [Int64] {
    let parts = TextParts(query)
    let late = try LateRows(rows: self, parts: parts).places().sorted {
      $0.isBefore($1, isReversed)
    }
    if parts.scans.isEmpty, !isGrouping {
      // Every late row can stand before the window.
      let skipped = max(0, window.lowerBound - late.count)
      let placed = try placed(parts, limit: window.upperBound - skipped, offset: skipped)
      if let rows = try merged(late, window, skipped: skipped, placed) { return rows }
    }
    return try merged(late, window, skipped: 0, placed(parts)) ?? []
  }

  /// Nil when not as many rows as were skipped come before the window.
  private func merged(
    _ late: [Place], _ window: Range<Int>, skipped: Int, _ next: () throws -> Place?
  ) throws -> [Int64]? {
    var late = late[...]
    var groups = GroupRows(rows: self)
    var rows: [Int64] = []
    var position = skipped
    func take(_ place: Place) throws {
      guard try groups.hasRow(place) else { return }
      if window.contains(position) { rows.append(place.entry) }
      position += 1
    }
    var isFirst = skipped > 0
    while position < window.upperBound, let place = try next() {
      while position < window.upperBound, late.first?.isBefore(place, isReversed) == true {
        let next = late.removeFirst()
        if isFirst { position += 1 } else { try take(next) }
      }
      isFirst = false
      if position < window.upperBound { try take(place) }
    }
    if isFirst { return nil }
    while position < window.upperBound, let next = late.popFirst() { try take(next) }
    return rows
  }

  /// How many rows there are; nil when more than the words of few texts decides.
  func count() throws -> Int? {
    let parts = TextParts(query)
    guard let match = parts.match, parts.rest == .and([]), parts.unwanted.isEmpty,
      let found = try texts.posts(matching: match)
    else { return nil }
    let known = Set(found)
    let late = try LateRows(rows: self, parts: parts).places().filter { !known.contains($0.entry) }
    guard isGrouping else { return found.count + late.count }
    let grouped = try texts.leads(of: found)
    let lateLeads = late.compactMap(\.lead)
    return found.count - grouped.count + late.count - lateLeads.count
      + Set(grouped + lateLeads).count
  }

  /// Whether groups of which not all is found have to be looked at one by one.
  var isGrouping: Bool { folding.isOn && query != .all }

  /// A list of all folds every group into its lead.
  var isUnfolded: SQL { folding.isOn && query == .all ? "entry.fold < \(Groups.folded)" : "TRUE" }

  /// Entries whose place is by their ids, one after the other.
  private func placed(
    _ parts: TextParts, limit: Int = -1, offset: Int = 0
  ) throws -> () throws -> Place? {
    let condition = try condition.prepared(for: parts.rest, texts)
    let isFound: SQL = """
      entry.head IS NOT NULL AND NOT entry.isLate AND (\(condition.onPosts(parts.rest)))
        AND \(isUnfolded)
      """
    let order: SQL = "\(sql: isReversed ? "ASC" : "DESC") LIMIT \(limit) OFFSET \(offset)"
    if let match = parts.match {
      if offset == 0 {
        if let rows = try dense(parts, isFound) { return rows }
        if let found = try texts.posts(matching: match) {
          let isFree = LateRows.isFree(of: parts.unwanted)
          return places(of: found, "\(isFound) AND \(isFree)")
        }
      }
      return try places(
        """
        SELECT \(Place.columns) FROM words CROSS JOIN entry ON entry.id = words.rowid
        WHERE words MATCH \(match) AND words.rowid < \(Entries.firstBeside) AND \(isFound)
          AND \(LateRows.isFree(of: parts.unwanted))
        ORDER BY words.rowid \(order)
        """)
    }
    guard parts.scans.isEmpty else { return try scanned(parts.scans, isFound) }
    return try places(
      "SELECT \(Place.columns) FROM entry WHERE \(isFound) ORDER BY entry.id \(order)")
  }

  private func places(_ rows: SQL) throws -> () throws -> Place? {
    let cursor = try SQLRequest<Row>(literal: rows, cached: true).fetchCursor(texts.db)
    return { try cursor.next().map(Place.init) }
  }

  /// More and more of the packed texts are looked through until there are enough.
  private func scanned(_ scans: [Scan], _ isFound: SQL) throws -> () throws -> Place? {
    let searches = try scans.compactMap { try TextSearch($0) }
    guard searches.count == scans.count, let log = texts.log else {
      let isInText = try scans.map { "entry.id IN (\(try texts.records(of: $0)))" as SQL }
      return try places(
        """
        SELECT \(Place.columns) FROM entry
        WHERE \(isFound) AND \(isInText.joined(separator: " AND "))
        ORDER BY entry.id \(sql: isReversed ? "ASC" : "DESC")
        """)
    }
    return hits(of: searches, in: log, isFound)
  }

  /// Beginnings of words that are so frequent that the first hits are sooner found in the texts; nil
  /// when they are not.
  private func dense(_ parts: TextParts, _ isFound: SQL) throws -> (() throws -> Place?)? {
    guard !parts.begun.isEmpty, parts.rest == .and([]), let log = texts.log,
      log.count > Self.small
    else { return nil }
    let searches = try parts.begun.map(TextSearch.init(words:))
    var sample = isReversed ? 0..<Self.sample : log.count - Self.sample..<log.count
    let hits = try log.hits(of: searches, in: &sample, isNewestFirst: !isReversed, atLeast: .max)
    return hits.count < Self.frequent ? nil : self.hits(of: searches, in: log, isFound)
  }

  /// Bytes of texts of which FTS5 finds anything soon enough.
  private static let small = 1 << 20
  /// Bytes of texts in which so many hits mean that the others are near.
  private static let sample = 32 << 10
  private static let frequent = 12

  private func hits(of searches: [TextSearch], in log: TextLog, _ isFound: SQL) -> () throws ->
    Place?
  {
    var rest = 0..<log.count
    return places(isFound) { count in
      guard !rest.isEmpty else { return nil }
      return try texts.current(
        log.hits(of: searches, in: &rest, isNewestFirst: !isReversed, atLeast: count))
    }
  }

  /// Of entries, oldest first, those for which something holds.
  private func places(of entries: [Int64], _ isFound: SQL) -> () throws -> Place? {
    var rest = entries[...]
    return places(isFound) { count in
      guard !rest.isEmpty else { return nil }
      let part = isReversed ? rest.prefix(count) : rest.suffix(count)
      rest = isReversed ? rest.dropFirst(part.count) : rest.dropLast(part.count)
      return Array(part)
    }
  }

  /// Looks more and more entries up, about as many at once as are asked of `next`.
  private func places(
    _ isFound: SQL, _ next: @escaping (Int) throws -> [Int64]?
  ) -> () throws -> Place? {
    var count = 128
    var ready: [Place] = []
    return {
      while ready.isEmpty, let entries = try next(count) {
        count *= 4
        let rows: SQL = """
          SELECT \(Place.columns) FROM entry
          WHERE entry.id IN (SELECT value FROM json_each(\(Texts.list(entries)))) AND \(isFound)
          ORDER BY entry.id \(sql: isReversed ? "DESC" : "ASC")
          """
        ready = try SQLRequest<Row>(literal: rows, cached: true).fetchAll(texts.db).map(Place.init)
      }
      return ready.popLast()
    }
  }
}

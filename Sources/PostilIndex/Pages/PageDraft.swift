import GRDB
import PostilCore

/// What the tables say about one subject, part by part.
struct PageDraft {
  let subject: Subject
  let today: Day
  let condition: Condition
  let db: Database
  /// Of entries.
  let isOnPage: SQL
  /// Of verdicts.
  let isClaim: SQL

  init(_ subject: Subject, today: Day, _ db: Database) {
    self.subject = subject
    self.today = today
    condition = Condition(today: today)
    self.db = db
    isOnPage = "entry.head IS NOT NULL AND (\(condition.onPosts(subject.query)))"
    isClaim = condition.onClaims(subject.query)
  }

  /// How many posts there are, and from when to when.
  func count(into page: inout SubjectPage) throws {
    let counts: SQL = """
      SELECT count(*), coalesce(sum(posted <= \(Schema.dateless)), 0),
        min(CASE WHEN posted > \(Schema.dateless) THEN posted END),
        max(CASE WHEN posted > \(Schema.dateless) THEN posted END)
      FROM entry WHERE \(isOnPage)
      """
    guard let row = try SQLRequest<Row>(literal: counts).fetchOne(db) else { return }
    page.posts = try row.decode(Int.self, atIndex: 0)
    page.undated = try row.decode(Int.self, atIndex: 1)
    page.first = try row.decode(Int?.self, atIndex: 2).map { Instant(seconds: $0).day }
    page.last = try row.decode(Int?.self, atIndex: 3).map { Instant(seconds: $0).day }
  }

  /// What else an author is called, or what a tag means.
  func tell(into page: inout SubjectPage) throws {
    switch subject {
    case .ticker: break
    case .author(let author):
      let names: SQL = """
        SELECT post.name, count(*) FROM entry JOIN post ON post.record = entry.head
        WHERE \(isOnPage) AND coalesce(post.name, '') NOT IN ('', \(author))
        GROUP BY post.name ORDER BY 2 DESC, 1 LIMIT \(SubjectPage.Limit.beside)
        """
      page.names = try SQLRequest<Row>(literal: names).fetchAll(db).map {
        SubjectPage.Name(
          try $0.decode(String.self, atIndex: 0), posts: try $0.decode(Int.self, atIndex: 1))
      }
    case .tag(let name):
      page.definition = try String.fetchOne(
        db, sql: "SELECT meaning FROM definition WHERE tag = ? ORDER BY record LIMIT 1",
        arguments: [name])
    }
  }

  /// Posts by week, claims by the week of their post, verdicts by the week in which they were given.
  func activity() throws -> Activity {
    var activity = Activity()
    let posts: SQL = """
      SELECT \(Week.number(ofSeconds: "posted")), count(*) FROM entry
      WHERE \(isOnPage) AND posted > \(Schema.dateless) GROUP BY 1
      """
    for row in try SQLRequest<Row>(literal: posts).fetchAll(db) {
      activity.weeks[try Week.monday(row), default: .init()].posts = try row.decode(
        Int.self, atIndex: 1)
    }
    let claims: SQL = """
      SELECT \(Week.number(ofSeconds: "entry.posted")), status, type, count(*)
      FROM verdict JOIN entry ON entry.id = verdict.entry
      WHERE (\(isClaim)) AND entry.head IS NOT NULL AND entry.posted > \(Schema.dateless)
      GROUP BY 1, 2, 3
      """
    for row in try SQLRequest<Row>(literal: claims).fetchAll(db) {
      guard let mark = try Self.mark(row, 1) else { continue }
      activity.weeks[try Week.monday(row), default: .init()].claims[mark, default: 0] +=
        try row.decode(Int.self, atIndex: 3)
    }
    let verdicts: SQL = """
      SELECT \(Week.number(ofDay: "judged")), status, type, count(*)
      FROM verdict LEFT JOIN entry ON entry.id = verdict.entry
      WHERE (\(isClaim)) AND status <> 'open' AND judged IS NOT NULL GROUP BY 1, 2, 3
      """
    for row in try SQLRequest<Row>(literal: verdicts).fetchAll(db) {
      guard let mark = try Self.mark(row, 1) else { continue }
      activity.weeks[try Week.monday(row), default: .init()].verdicts[mark, default: 0] +=
        try row.decode(Int.self, atIndex: 3)
    }
    try addDue(to: &activity)
    return activity
  }

  /// Days to come, at most a year from today: one forecast for 2040 must not press all else together.
  private func addDue(to activity: inout Activity) throws {
    let due: SQL = """
      SELECT \(Week.number(ofDay: "due")), count(*)
      FROM verdict LEFT JOIN entry ON entry.id = verdict.entry
      WHERE (\(isClaim)) AND status = 'open' AND due BETWEEN 0 AND \(today.number + 366) GROUP BY 1
      """
    for row in try SQLRequest<Row>(literal: due).fetchAll(db) {
      activity.weeks[try Week.monday(row), default: .init()].due = try row.decode(
        Int.self, atIndex: 1)
    }
  }

  func track() throws -> Track {
    var track = Track()
    let counts: SQL = """
      SELECT status, type, count(*), sum(\(condition.isDue(by: .due))),
        sum(\(condition.isDue(by: .overdue)))
      FROM verdict LEFT JOIN entry ON entry.id = verdict.entry WHERE \(isClaim) GROUP BY 1, 2
      """
    for row in try SQLRequest<Row>(literal: counts).fetchAll(db) {
      guard let mark = try Self.mark(row, 0) else { continue }
      let count = try row.decode(Int.self, atIndex: 2)
      let overdue = try row.decode(Int.self, atIndex: 4)
      track.marks[mark, default: 0] += count
      track.due += try row.decode(Int.self, atIndex: 3) - overdue
      track.overdue += overdue
      guard try row.decode(String.self, atIndex: 1) == ClaimType.forecast.rawValue else { continue }
      track.forecasts += count
      if "+-~".contains(mark) { track.decidedForecasts += count }
    }
    let stated: SQL = """
      SELECT confidence, count(*) FROM verdict LEFT JOIN entry ON entry.id = verdict.entry
      WHERE (\(isClaim)) AND confidence IS NOT NULL GROUP BY 1
      """
    for row in try SQLRequest<Row>(literal: stated).fetchAll(db) {
      track.confidences[try row.decode(Int.self, atIndex: 0)] = try row.decode(
        Int.self, atIndex: 1)
    }
    return track
  }

  func claims() throws -> [ClaimRow] {
    let open = "CASE WHEN verdict.status = 'open' THEN"
    return try ClaimRow.all(
      isClaim,
      by: """
        \(open) 0 ELSE 1 END, \(open) coalesce(verdict.due, \(Int.max)) ELSE 0 END,
        coalesce(entry.posted, \(Int.min)) DESC, coalesce(verdict.start, -1), verdict.id, file.path
        """, limit: SubjectPage.Limit.rows, db)
  }

  func rows() throws -> [PostRow] {
    let newest: SQL = """
      SELECT entry.id FROM entry WHERE \(isOnPage)
      ORDER BY \(sql: Order(PostSort()).sql) LIMIT \(SubjectPage.Limit.rows)
      """
    return try SQLRequest<Int64>(literal: newest).fetchAll(db).compactMap {
      try PostRow(entry: $0, db, folding: .none)
    }
  }

  static func mark(_ row: Row, _ index: Int) throws -> Character? {
    guard let status = Status(rawValue: try row.decode(String.self, atIndex: index)),
      let type = ClaimType(rawValue: try row.decode(String.self, atIndex: index + 1))
    else { return nil }
    return ClaimRow(id: "", words: "", status: status, type: type).mark
  }
}

/// Weeks as numbers that count up from before the year 0, so that no division has to round down.
private enum Week {
  /// A Monday, in days from 1970-01-01.
  private static let origin = -719_533

  static func number(ofSeconds column: String) -> SQL {
    "(\(sql: column) - \(origin * 86_400)) / 604800"
  }

  static func number(ofDay column: String) -> SQL {
    "(\(sql: column) - \(origin)) / 7"
  }

  /// The Monday of the week whose number stands first in a row.
  static func monday(_ row: Row) throws -> Day {
    Day(number: try row.decode(Int.self, atIndex: 0) * 7 + origin)
  }
}

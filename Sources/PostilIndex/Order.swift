import GRDB
import PostilCore

/// One column that a list is sorted by.
struct Order {
  private let terms: [(column: String, isDescending: Bool)]

  /// Every order ends with the name, so that a post has one place in it. That by relevance reads the
  /// table `fit` (`Relevance`).
  init(_ sort: PostSort) {
    let newest = [("entry.posted", true), ("entry.base", true)]
    let terms: [(String, Bool)] =
      switch sort.key {
      case .date: newest
      case .author: [("entry.foldedAuthor", false)] + newest
      case .unread: [("entry.isRead", false)] + newest
      case .claims: [("entry.weight", true)] + newest
      case .due: [(Self.due, false)] + newest
      case .relevance: [("coalesce(fit.points, 0)", false)] + newest
      case .ticker: [(Sections.ticker, false)] + newest
      case .thread:
        [(Sections.lead("posted"), true), (Sections.lead("base"), true)]
          + [("entry.posted", false), ("entry.part", false), ("entry.base", false)]
      }
    self.init(terms, isReversed: sort.isReversed)
  }

  /// Claims without a due day or without a post come last.
  init(_ sort: ClaimSort) {
    let soonest = [("coalesce(verdict.due, \(Int.max))", false)]
    let newest = [("coalesce(post.posted, \(Int.min))", true)]
    let terms: [(String, Bool)] =
      switch sort.key {
      case .due: soonest + newest
      case .date: newest
      case .author: [("coalesce(entry.foldedAuthor, '\(Schema.nobody)')", false)] + newest
      case .status: [(Self.rank, false)] + soonest + newest
      }
    let place = [
      ("coalesce(verdict.start, -1)", false), ("verdict.id", false), ("file.path", false),
    ]
    self.init(terms + [("coalesce(entry.base, '')", true)] + place, isReversed: sort.isReversed)
  }

  private init(_ terms: [(String, Bool)], isReversed: Bool) {
    self.terms = terms.map { ($0.0, $0.1 != isReversed) }
  }

  /// What stands after ORDER BY.
  var sql: String {
    terms.map { "\($0.column) \($0.isDescending ? "DESC" : "ASC")" }.joined(separator: ", ")
  }

  /// What stands after SELECT to ask for the place of an entry.
  var columns: String { terms.map(\.column).joined(separator: ", ") }

  /// Whether an entry stands before the place with these values.
  func isBefore(_ place: [DatabaseValue]) -> SQL {
    var condition: SQL = "FALSE"
    for (term, value) in zip(terms, place).reversed() {
      let sign = term.isDescending ? ">" : "<"
      // The loose bound lets an index narrow the rows; the strict one decides.
      condition = """
        \(sql: term.column) \(sql: sign)= \(value)
          AND (\(sql: term.column) \(sql: sign) \(value) OR (\(condition)))
        """
    }
    return condition
  }

  /// The day on which the first open claim of a post is due.
  private static let due = """
    CASE WHEN entry.claims = 0 THEN \(Int.max) ELSE coalesce(
      (SELECT min(verdict.due) FROM verdict
       WHERE verdict.entry = entry.id AND verdict.status = 'open'), \(Int.max)) END
    """

  private static let rank: String = {
    let cases = Status.allCases.enumerated().map { "WHEN '\($1.rawValue)' THEN \($0)" }
    return "CASE verdict.status \(cases.joined(separator: " ")) END"
  }()
}

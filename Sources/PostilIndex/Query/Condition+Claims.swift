import GRDB
import PostilCore

extension Condition {
  /// What a query asks of claims: status, type, tags, due days, probabilities and what stands with
  /// the claim are its own, words and numbers stand in it or in its post, everything else is its
  /// post's. When `isOwn`, words and numbers have to be the claim's own too.
  static func onClaims(_ query: Query, today: Day, isOwn: Bool = false) -> SQL {
    switch query {
    case .all, .state(.claim), .has(.claim): "TRUE"
    case .word(let word): holds(Words.records(with: word, isPhrase: false), isOwn)
    case .phrase(let words): holds(Words.records(with: words, isPhrase: true), isOwn)
    case .pattern(let source): holds(Words.records(matching: source), isOwn)
    case .near(let sides, let distance):
      holds(Words.records(near: sides, within: distance), isOwn)
    case .number(let numbers): holds(amounts(numbers), isOwn)
    case .field(.status, let status): "verdict.status = \(status)"
    case .field(.type, let type): "verdict.type = \(type)"
    case .field(.tag, let tag): "verdict.record IN (\(tagged(tag)))"
    case .field(.id, let id): "verdict.id = \(id) OR \(onPost(.field(.id, id), today))"
    case .state(.tagged): hasTag
    case .state(.untagged): "NOT \(hasTag)"
    case .state(.due): isDue(by: .due, today: today)
    case .state(.overdue): isDue(by: .overdue, today: today)
    case .days(.due, let days): isDue(in: days, today: today)
    case .confidence(let range): hasConfidence(in: range)
    case .has(.due): "verdict.due IS NOT NULL"
    case .has(.evidence): "verdict.evidence > 0"
    case .has(.note): "verdict.hasNote"
    case .has(.number): holds("SELECT record AS id FROM number", isOwn)
    case .inside(.claim, let query): onClaims(query, today: today, isOwn: true)
    case .field, .state, .has, .since, .until, .days, .key, .inside, .saved: onPost(query, today)
    case .not(let query): "NOT (\(onClaims(query, today: today, isOwn: isOwn)))"
    case .and(let terms):
      joined(terms.map { onClaims($0, today: today, isOwn: isOwn) }, isAnd: true)
    case .or(let choices):
      joined(choices.map { onClaims($0, today: today, isOwn: isOwn) }, isAnd: false)
    }
  }

  /// Claims that are due in the sense of `is:due` or `is:overdue`.
  static func isDue(by state: Query.PostState, today: Day) -> SQL {
    let last = state == .overdue ? today + -1 : today + Query.dueHorizon
    return "verdict.status = 'open' AND verdict.due IS NOT NULL AND verdict.due <= \(last.number)"
  }

  /// Of any status.
  static func isDue(in days: Query.Days, today: Day) -> SQL {
    let (first, last) = days.bounds(today: today)
    return "coalesce(verdict.due BETWEEN \(first) AND \(last), FALSE)"
  }

  static func hasConfidence(in range: ClosedRange<Int>) -> SQL {
    let (low, high) = (range.lowerBound, range.upperBound)
    return "coalesce(verdict.confidence BETWEEN \(low) AND \(high), FALSE)"
  }

  private static let hasTag: SQL =
    "EXISTS (SELECT 1 FROM tagging WHERE tagging.record = verdict.record)"

  /// False for a claim whose post is not stored.
  private static func onPost(_ query: Query, _ today: Day) -> SQL {
    "entry.head IS NOT NULL AND (\(onPosts(query, today: today)))"
  }

  private static func holds(_ records: SQL, _ isOwn: Bool) -> SQL {
    let own: SQL = "verdict.record IN (\(records))"
    guard !isOwn else { return own }
    return """
      \(own) OR coalesce(verdict.entry, 0) IN (
        SELECT record.entry FROM (\(records)) AS hit CROSS JOIN record ON record.id = hit.id
        WHERE record.entry IS NOT NULL AND kind IN ('post', 'note'))
      """
  }
}

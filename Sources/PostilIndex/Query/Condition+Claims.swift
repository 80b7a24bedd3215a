import GRDB
import PostilCore

extension Condition {
  /// What a query asks of claims: status, type, tags, due days, probabilities and what stands with
  /// the claim are its own, words and numbers stand in it or in its post, everything else is its
  /// post's. When `isOwn`, words and numbers have to be the claim's own too.
  func onClaims(_ query: Query, isOwn: Bool = false) -> SQL {
    switch query {
    case .all, .state(.claim), .has(.claim): "TRUE"
    case .word, .phrase, .near, .pattern:
      Words(query).map { holds(records(of: $0), isOwn) } ?? "FALSE"
    case .number(let numbers): holds(amounts(numbers), isOwn)
    case .field(.status, let status): "verdict.status = \(status)"
    case .field(.type, let type): "verdict.type = \(type)"
    case .field(.tag, let tag): "verdict.record IN (\(tagged(tag)))"
    case .field(.id, let id): "verdict.id = \(id) OR \(onPost(.field(.id, id)))"
    case .state(.tagged): Self.hasTag
    case .state(.untagged): "NOT \(Self.hasTag)"
    case .state(.due): isDue(by: .due)
    case .state(.overdue): isDue(by: .overdue)
    case .days(.due, let days): isDue(in: days)
    case .confidence(let range): hasConfidence(in: range)
    case .has(.due): "verdict.due IS NOT NULL"
    case .has(.evidence): "verdict.evidence > 0"
    case .has(.note): "verdict.hasNote"
    case .has(.number): holds("SELECT record AS id FROM number", isOwn)
    case .inside(.claim, let query): onClaims(query, isOwn: true)
    case .field, .state, .has, .since, .until, .days, .key, .inside, .saved: onPost(query)
    case .not(let query): "NOT (\(onClaims(query, isOwn: isOwn)))"
    case .and(let terms):
      joined(terms.map { onClaims($0, isOwn: isOwn) }, isAnd: true)
    case .or(let choices):
      joined(choices.map { onClaims($0, isOwn: isOwn) }, isAnd: false)
    }
  }

  /// Claims that are due in the sense of `is:due` or `is:overdue`.
  func isDue(by state: Query.PostState) -> SQL {
    let last = state == .overdue ? today + -1 : today + Query.dueHorizon
    return "verdict.status = 'open' AND verdict.due IS NOT NULL AND verdict.due <= \(last.number)"
  }

  /// Of any status.
  func isDue(in days: Query.Days) -> SQL {
    let (first, last) = days.bounds(today: today)
    return "coalesce(verdict.due BETWEEN \(first) AND \(last), FALSE)"
  }

  func hasConfidence(in range: ClosedRange<Int>) -> SQL {
    let (low, high) = (range.lowerBound, range.upperBound)
    return "coalesce(verdict.confidence BETWEEN \(low) AND \(high), FALSE)"
  }

  private static let hasTag: SQL =
    "EXISTS (SELECT 1 FROM tagging WHERE tagging.record = verdict.record)"

  /// False for a claim whose post is not stored.
  private func onPost(_ query: Query) -> SQL {
    "entry.head IS NOT NULL AND (\(onPosts(query)))"
  }

  private func holds(_ records: SQL, _ isOwn: Bool) -> SQL {
    let own: SQL = "verdict.record IN (\(records))"
    guard !isOwn else { return own }
    return """
      \(own) OR coalesce(verdict.entry, 0) IN (
        SELECT record.entry FROM (\(records)) AS hit CROSS JOIN record ON record.id = hit.id
        WHERE record.entry IS NOT NULL AND kind IN ('post', 'note'))
      """
  }
}

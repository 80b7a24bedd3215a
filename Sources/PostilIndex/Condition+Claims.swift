import GRDB
import PostilCore

extension Condition {
  /// What a query asks of claims: status, type, tags and due days are the claim's own, words stand in
  /// it or in its post, everything else is its post's.
  static func onClaims(_ query: Query, today: Day) -> SQL {
    switch query {
    case .all, .state(.claim): "TRUE"
    case .word(let word): holds(word, isPhrase: false)
    case .phrase(let words): holds(words, isPhrase: true)
    case .field(.status, let status): "verdict.status = \(status)"
    case .field(.type, let type): "verdict.type = \(type)"
    case .field(.tag, let tag): "verdict.record IN (\(tagged(tag)))"
    case .field(.id, let id): "verdict.id = \(id) OR \(onPost(.field(.id, id), today))"
    case .state(.tagged): hasTag
    case .state(.untagged): "NOT \(hasTag)"
    case .state(.due): isDue(by: .due, today: today)
    case .state(.overdue): isDue(by: .overdue, today: today)
    case .field(.author, _), .field(.ticker, _), .state(.unread), .state(.starred), .since, .until:
      onPost(query, today)
    case .not(let query): "NOT (\(onClaims(query, today: today)))"
    case .and(let terms): joined(terms.map { onClaims($0, today: today) }, isAnd: true)
    case .or(let choices): joined(choices.map { onClaims($0, today: today) }, isAnd: false)
    }
  }

  private static let hasTag: SQL =
    "EXISTS (SELECT 1 FROM tagging WHERE tagging.record = verdict.record)"

  /// False for a claim whose post is not stored.
  private static func onPost(_ query: Query, _ today: Day) -> SQL {
    "entry.head IS NOT NULL AND (\(onPosts(query, today: today)))"
  }

  private static func holds(_ words: String, isPhrase: Bool) -> SQL {
    let records = Words.records(with: words, isPhrase: isPhrase)
    return """
      verdict.record IN (\(records)) OR coalesce(verdict.entry, 0) IN (
        SELECT record.entry FROM (\(records)) AS hit CROSS JOIN record ON record.id = hit.id
        WHERE record.entry IS NOT NULL AND kind IN ('post', 'note'))
      """
  }
}

import GRDB
import PostilCore

/// What a query asks, as a condition on entries.
///
/// Every condition is true or false, never null, so that a negation is its exact opposite. Saved
/// queries have to stand in their place already (`Query.expanded(in:)`).
enum Condition {
  /// When `isOwn`, words and tags have to be the post's own, and not those of what hangs on it.
  static func onPosts(_ query: Query, today: Day, isOwn: Bool = false) -> SQL {
    let words = isOwn ? "record.kind = 'post'" : "TRUE" as SQL
    switch query {
    case .all: return "TRUE"
    case .word(let word): return hold(Words.records(with: word, isPhrase: false), words)
    case .phrase(let phrase): return hold(Words.records(with: phrase, isPhrase: true), words)
    case .pattern(let source): return hold(Words.records(matching: source), words)
    case .near(let sides, let distance):
      return hold(Words.records(near: sides, within: distance), words)
    case .field(.status, let status): return haveClaim("status = \(status)")
    case .field(.type, let type): return haveClaim("type = \(type)")
    case .field(.tag, let tag): return hold(tagged(tag), isOwn ? "record.kind = 'note'" : "TRUE")
    case .field(.id, let id):
      return hold(
        """
        SELECT id FROM record WHERE name = \(id)
        UNION ALL SELECT record FROM post WHERE key = \(id)
        """)
    case .field(let field, let value): return ofPost(field, value)
    case .state(let state): return isState(state, today: today)
    case .has(let part): return has(part)
    case .since(let when): return isPosted(.init(from: when, to: nil), today: today)
    case .until(let when): return isPosted(.init(from: nil, to: when), today: today)
    case .days(.posted, let days): return isPosted(days, today: today)
    case .days(.captured, let days): return isCaptured(days, today: today)
    case .days(.due, let days): return haveClaim(isDue(in: days, today: today))
    case .number(let numbers): return hold(amounts(numbers), "record.kind = 'post'")
    case .confidence(let range): return haveClaim(hasConfidence(in: range))
    case .key(let name, let value): return hold(KeyFunction.records(with: name, value, today))
    case .inside(let scope, let query): return isInside(scope, query, today: today)
    case .saved: return "FALSE"
    case .not(let query): return "NOT (\(onPosts(query, today: today, isOwn: isOwn)))"
    case .and(let terms):
      return joined(terms.map { onPosts($0, today: today, isOwn: isOwn) }, isAnd: true)
    case .or(let choices):
      return joined(choices.map { onPosts($0, today: today, isOwn: isOwn) }, isAnd: false)
    }
  }

  static func joined(_ conditions: [SQL], isAnd: Bool) -> SQL {
    guard !conditions.isEmpty else { return isAnd ? "TRUE" : "FALSE" }
    return conditions.map { "(\($0))" as SQL }.joined(separator: isAnd ? " AND " : " OR ")
  }

  private static func isInside(_ scope: Query.Scope, _ query: Query, today: Day) -> SQL {
    switch scope {
    case .post: onPosts(query, today: today, isOwn: true)
    case .claim:
      """
      entry.id IN (
        SELECT verdict.entry FROM verdict LEFT JOIN entry ON entry.id = verdict.entry
        WHERE verdict.entry IS NOT NULL AND (\(onClaims(query, today: today, isOwn: true))))
      """
    case .thread:
      // A post that stands alone is a thread of its own; a thread is called by its first entry.
      """
      coalesce(entry.thread, entry.id) IN (
        SELECT coalesce(entry.thread, entry.id) FROM entry
        WHERE entry.head IS NOT NULL AND (\(onPosts(query, today: today))))
      """
    }
  }

  private static func isState(_ state: Query.PostState, today: Day) -> SQL {
    switch state {
    case .tagged: "entry.isTagged"
    case .untagged: "NOT entry.isTagged"
    case .read: "entry.isRead"
    case .unread: "NOT entry.isRead"
    case .starred: "entry.isStarred"
    case .claim: "entry.claims > 0"
    case .due, .overdue: haveClaim(isDue(by: state, today: today))
    case .reply: "entry.head IN (SELECT record FROM post WHERE isReply)"
    case .repost: "entry.head IN (SELECT record FROM post WHERE isRepost)"
    }
  }

  /// Entries on which one of the records in a table `(id)` hangs, and for which the record's own
  /// condition holds. A record may hang on none, and NOT IN would find nothing beside a null.
  static func hold(_ records: SQL, _ condition: SQL = "TRUE") -> SQL {
    """
    entry.id IN (
      SELECT record.entry FROM (\(records)) AS hit CROSS JOIN record ON record.id = hit.id
      WHERE record.entry IS NOT NULL AND \(condition))
    """
  }

  static func haveClaim(_ condition: SQL) -> SQL {
    "entry.id IN (SELECT entry FROM verdict WHERE \(condition) AND entry IS NOT NULL)"
  }

  static func begins(_ column: String, _ prefix: String) -> SQL {
    "(\(sql: column) >= \(prefix) AND \(sql: column) < \(prefix + Schema.nobody))"
  }
}

import GRDB
import PostilCore

/// What a query asks, as a condition on entries.
///
/// Every condition is true or false, never null, so that a negation is its exact opposite. Saved
/// queries have to stand in their place already (`Query.expanded(in:)`).
struct Condition {
  let today: Day
  /// Whether words are looked up entry by entry: better when few entries are asked about.
  var isPointwise = false
  /// Tables `(id)` of the records in which something was found before.
  private var scans: [Scan: SQL] = [:]

  init(today: Day) {
    self.today = today
  }

  /// With all that has to be looked for in texts found.
  ///
  /// - Throws: when an expression is wrong or costs too much.
  func prepared(for query: Query, _ texts: Texts) throws -> Condition {
    var prepared = self
    for scan in Scan.all(in: query) { prepared.scans[scan] = try texts.records(of: scan) }
    return prepared
  }

  /// When `isOwn`, words and tags have to be the post's own, and not those of what hangs on it.
  func onPosts(_ query: Query, isOwn: Bool = false) -> SQL {
    let words = isOwn ? "record.kind = 'post'" : "TRUE" as SQL
    switch query {
    case .all: return "TRUE"
    case .word(let word) where isPointwise && word.hasSuffix("*"):
      return hold(Words.pattern(word).map { .scan(.pattern($0)) } ?? Words(query), words)
    case .word, .phrase, .near, .pattern: return hold(Words(query), words)
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
    case .state(let state): return isState(state)
    case .has(let part): return has(part)
    case .since(let when): return isPosted(.init(from: when, to: nil))
    case .until(let when): return isPosted(.init(from: nil, to: when))
    case .days(.posted, let days): return isPosted(days)
    case .days(.captured, let days): return isCaptured(days)
    case .days(.due, let days): return haveClaim(isDue(in: days))
    case .number(let numbers): return hold(amounts(numbers), "record.kind = 'post'")
    case .confidence(let range): return haveClaim(hasConfidence(in: range))
    case .key(let name, let value): return hold(KeyFunction.records(with: name, value, today))
    case .inside(let scope, let query): return isInside(scope, query)
    case .saved: return "FALSE"
    case .not(let query): return "NOT (\(onPosts(query, isOwn: isOwn)))"
    case .and(let terms):
      return joined(terms.map { onPosts($0, isOwn: isOwn) }, isAnd: true)
    case .or(let choices):
      return joined(choices.map { onPosts($0, isOwn: isOwn) }, isAnd: false)
    }
  }

  func joined(_ conditions: [SQL], isAnd: Bool) -> SQL {
    guard !conditions.isEmpty else { return isAnd ? "TRUE" : "FALSE" }
    return conditions.map { "(\($0))" as SQL }.joined(separator: isAnd ? " AND " : " OR ")
  }

  private func isInside(_ scope: Query.Scope, _ query: Query) -> SQL {
    switch scope {
    case .post: onPosts(query, isOwn: true)
    case .claim:
      """
      entry.id IN (
        SELECT verdict.entry FROM verdict LEFT JOIN entry ON entry.id = verdict.entry
        WHERE verdict.entry IS NOT NULL AND (\(onClaims(query, isOwn: true))))
      """
    case .thread:
      // A post that stands alone is a thread of its own; a thread is called by its first entry.
      """
      coalesce(entry.thread, entry.id) IN (
        SELECT coalesce(entry.thread, entry.id) FROM entry
        WHERE entry.head IS NOT NULL AND (\(onPosts(query))))
      """
    }
  }

  private func isState(_ state: Query.PostState) -> SQL {
    switch state {
    case .tagged: "entry.isTagged"
    case .untagged: "NOT entry.isTagged"
    case .read: "entry.isRead"
    case .unread: "NOT entry.isRead"
    case .starred: "entry.isStarred"
    case .claim: "entry.claims > 0"
    case .due, .overdue: haveClaim(isDue(by: state))
    case .reply: "entry.head IN (SELECT record FROM post WHERE isReply)"
    case .repost: "entry.head IN (SELECT record FROM post WHERE isRepost)"
    }
  }

  /// Entries on which a record with these words hangs.
  private func hold(_ words: Words?, _ condition: SQL) -> SQL {
    switch words {
    case nil: "FALSE"
    case .match(let match) where isPointwise:
      """
      EXISTS (
        SELECT 1 FROM record CROSS JOIN words ON words.rowid = record.id
        WHERE record.entry = entry.id AND words MATCH \(match) AND \(condition))
      """
    case .scan(let scan) where isPointwise:
      """
      EXISTS (
        SELECT 1 FROM record CROSS JOIN written AS text ON text.id = record.id
        WHERE record.entry = entry.id AND \(scan.isFound) AND \(condition))
      """
    case .match(let match):
      // The record of a post that is placed has the id of its entry (`Entries`).
      """
      entry.id IN (
        SELECT rowid FROM words WHERE words MATCH \(match) AND rowid < \(Entries.firstBeside)
        UNION ALL
        SELECT record.entry FROM words CROSS JOIN record ON record.id = words.rowid
        WHERE words MATCH \(match) AND words.rowid >= \(Entries.firstBeside)
          AND record.entry IS NOT NULL AND \(condition))
      """
    case let words?: hold(records(of: words), condition)
    }
  }

  /// A table `(id)` of the records with words.
  func records(of words: Words) -> SQL {
    if case .scan(let scan) = words, let known = scans[scan] { return known }
    return words.records
  }

  /// Entries on which one of the records in a table `(id)` hangs, and for which the record's own
  /// condition holds. A record may hang on none, and NOT IN would find nothing beside a null.
  func hold(_ records: SQL, _ condition: SQL = "TRUE") -> SQL {
    """
    entry.id IN (
      SELECT record.entry FROM (\(records)) AS hit CROSS JOIN record ON record.id = hit.id
      WHERE record.entry IS NOT NULL AND \(condition))
    """
  }

  func haveClaim(_ condition: SQL) -> SQL {
    "entry.id IN (SELECT entry FROM verdict WHERE \(condition) AND entry IS NOT NULL)"
  }

  func begins(_ column: String, _ prefix: String) -> SQL {
    "(\(sql: column) >= \(prefix) AND \(sql: column) < \(prefix + Schema.nobody))"
  }
}

import GRDB
import PostilCore

/// What a query asks, as a condition on entries.
///
/// Every condition is true or false, never null, so that a negation is its exact opposite.
enum Condition {
  static func onPosts(_ query: Query, today: Day) -> SQL {
    switch query {
    case .all: return "TRUE"
    case .word(let word): return isAmong(entries(with: word, isPhrase: false))
    case .phrase(let words): return isAmong(entries(with: words, isPhrase: true))
    case .field(.status, let status):
      return isAmong("SELECT entry FROM verdict WHERE status = \(status)")
    case .field(.type, let type): return isAmong("SELECT entry FROM verdict WHERE type = \(type)")
    case .field(.tag, let tag):
      return isAmong(
        """
        SELECT entry FROM record WHERE id IN (\(tagged(tag))) AND kind IN ('note', 'claim')
        """)
    case .field(.id, let id):
      return isAmong(
        """
        SELECT entry FROM record WHERE name = \(id) UNION ALL
        SELECT entry FROM record WHERE id IN (SELECT record FROM post WHERE key = \(id))
        """)
    case .field(let field, let value): return ofPost(field, value)
    case .state(let state): return isState(state, today: today)
    case .since(let when):
      return "entry.posted >= \(Instant(when.first(today: today)).seconds)"
    case .until(let when):
      let end = Instant(when.last(today: today) + 1).seconds
      return "entry.posted < \(end) AND entry.posted > \(Schema.dateless)"
    case .not(let query): return "NOT (\(onPosts(query, today: today)))"
    case .and(let terms): return joined(terms.map { onPosts($0, today: today) }, isAnd: true)
    case .or(let choices): return joined(choices.map { onPosts($0, today: today) }, isAnd: false)
    }
  }

  static func joined(_ conditions: [SQL], isAnd: Bool) -> SQL {
    guard !conditions.isEmpty else { return isAnd ? "TRUE" : "FALSE" }
    return conditions.map { "(\($0))" as SQL }.joined(separator: isAnd ? " AND " : " OR ")
  }

  /// Of a post itself, not of what hangs on it.
  static func ofPost(_ field: Query.Field, _ value: String) -> SQL {
    switch field {
    case .author:
      let person = Name.person(value)
      return "\(begins("entry.author", person)) OR \(begins("entry.name", Name.folded(value)))"
    case .ticker:
      return isAmong(
        """
        SELECT entry FROM record WHERE id IN
          (SELECT record FROM ticker WHERE name = \(Name.ticker(value)))
        """)
    default: return "FALSE"
    }
  }

  /// Ids of the records that carry a tag, one below it, or one that is called so elsewhere.
  static func tagged(_ tag: String) -> SQL {
    let folded = Name.tag(tag)
    let below = folded + "/"
    return """
      SELECT record FROM tagging WHERE folded = \(folded) OR \(begins("folded", below))
        OR folded IN (
          SELECT alias FROM alias WHERE foldedTag = \(folded) OR \(begins("foldedTag", below))
          UNION ALL SELECT foldedTag FROM alias WHERE alias = \(folded))
      """
  }

  /// Claims that are due in the sense of `is:due` or `is:overdue`.
  static func isDue(by state: Query.PostState, today: Day) -> SQL {
    let last = state == .overdue ? today + -1 : today + Query.dueHorizon
    return "verdict.status = 'open' AND verdict.due IS NOT NULL AND verdict.due <= \(last.number)"
  }

  private static func isState(_ state: Query.PostState, today: Day) -> SQL {
    switch state {
    case .tagged: "entry.isTagged"
    case .untagged: "NOT entry.isTagged"
    case .unread: "NOT entry.isRead"
    case .starred: "entry.isStarred"
    case .claim: "entry.claims > 0"
    case .due, .overdue:
      isAmong("SELECT entry FROM verdict WHERE \(isDue(by: state, today: today))")
    }
  }

  private static func entries(with words: String, isPhrase: Bool) -> SQL {
    "SELECT entry FROM record WHERE id IN (\(Words.records(with: words, isPhrase: isPhrase)))"
  }

  /// A record that hangs on no post has no entry, and NOT IN would find nothing beside a null.
  private static func isAmong(_ entries: SQL) -> SQL {
    "entry.id IN (SELECT entry FROM (\(entries)) WHERE entry IS NOT NULL)"
  }

  private static func begins(_ column: String, _ prefix: String) -> SQL {
    "(\(sql: column) >= \(prefix) AND \(sql: column) < \(prefix + Schema.nobody))"
  }
}

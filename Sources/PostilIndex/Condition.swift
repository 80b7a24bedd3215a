import GRDB
import PostilCore

/// What a query asks, as a condition on entries.
///
/// Every condition is true or false, never null, so that a negation is its exact opposite.
enum Condition {
  static func onPosts(_ query: Query, today: Day) -> SQL {
    switch query {
    case .all: return "TRUE"
    case .word(let word): return hold(Words.records(with: word, isPhrase: false))
    case .phrase(let words): return hold(Words.records(with: words, isPhrase: true))
    case .field(.status, let status): return haveClaim("status = \(status)")
    case .field(.type, let type): return haveClaim("type = \(type)")
    case .field(.tag, let tag): return hold(tagged(tag))
    case .field(.id, let id):
      return hold(
        """
        SELECT id FROM record WHERE name = \(id)
        UNION ALL SELECT record FROM post WHERE key = \(id)
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
    case .author where value.hasPrefix("="):
      // This one, and nobody whose name begins so.
      return "entry.foldedAuthor = \(Name.person(String(value.dropFirst())))"
    case .author:
      return """
        entry.id IN (
          SELECT id FROM entry
          WHERE head IS NOT NULL AND \(begins("foldedAuthor", Name.person(value)))
          UNION ALL SELECT id FROM entry
          WHERE foldedName <> '' AND \(begins("foldedName", Name.folded(value))))
        """
    case .ticker:
      return hold("SELECT record AS id FROM ticker WHERE name = \(Name.ticker(value))")
    default: return "FALSE"
    }
  }

  /// Ids of the records that carry a tag, one below it, or one that is called so elsewhere: an alias
  /// stands for its tag and, as far as those below it go, for the beginning of their names.
  static func tagged(_ tag: String) -> SQL {
    let asked = Name.tag(tag)
    return """
      WITH target(name) AS (
        SELECT \(asked) UNION
        SELECT foldedTag || substr(\(asked), length(alias) + 1) FROM alias
          WHERE alias = \(asked) OR \(isBelow("\(asked)", "alias"))),
      spelling(name) AS (
        SELECT name FROM target UNION
        SELECT alias FROM alias JOIN target
          ON foldedTag = name OR \(isBelow("foldedTag", "name")) UNION
        SELECT alias || substr(name, length(foldedTag) + 1) FROM alias JOIN target
          ON \(isBelow("name", "foldedTag")))
      SELECT record AS id FROM spelling JOIN tagging
        ON folded = name OR \(isBelow("folded", "name"))
      """
  }

  /// Whether one name of a tag stands below another.
  private static func isBelow(_ name: SQL, _ other: SQL) -> SQL {
    "(\(name) >= \(other) || '/' AND \(name) < \(other) || '/' || \(Schema.nobody))"
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
      haveClaim(isDue(by: state, today: today))
    }
  }

  /// Entries on which one of the records in a table `(id)` hangs. A record may hang on none, and NOT
  /// IN would find nothing beside a null.
  private static func hold(_ records: SQL) -> SQL {
    """
    entry.id IN (
      SELECT record.entry FROM (\(records)) AS hit CROSS JOIN record ON record.id = hit.id
      WHERE record.entry IS NOT NULL)
    """
  }

  private static func haveClaim(_ condition: SQL) -> SQL {
    "entry.id IN (SELECT entry FROM verdict WHERE \(condition) AND entry IS NOT NULL)"
  }

  private static func begins(_ column: String, _ prefix: String) -> SQL {
    "(\(sql: column) >= \(prefix) AND \(sql: column) < \(prefix + Schema.nobody))"
  }
}

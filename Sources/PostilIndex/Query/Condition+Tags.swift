import GRDB
import PostilCore

extension Condition {
  /// Ids of the records that carry a tag, one below it, or one that is called so elsewhere: an alias
  /// stands for its tag and, as far as those below it go, for the beginning of their names.
  func tagged(_ tag: String) -> SQL {
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
  private func isBelow(_ name: SQL, _ other: SQL) -> SQL {
    "(\(name) >= \(other) || '/' AND \(name) < \(other) || '/' || \(Schema.nobody))"
  }
}

import GRDB
public import PostilCore

extension Index {
  /// Where in a list the next post stands that `words` finds too, or the one before.
  ///
  /// `position` counts from 0 and is left out itself; nil when there is none in that direction.
  public func position(
    seeking words: Query, in query: Query, sort: PostSort, from position: Int, forward: Bool,
    today: Day
  ) throws(Problem) -> Int? {
    try ask { db in
      // What stands behind a place stands before it in the reversed order.
      let back = PostSort(sort.key, isReversed: !sort.isReversed)
      let (order, reversed) = (Order(sort), Order(back))
      let isListed: SQL = "head IS NOT NULL AND (\(Condition.onPosts(query, today: today)))"
      let here: SQL = """
        SELECT \(sql: order.columns) FROM entry WHERE \(isListed)
        ORDER BY \(sql: order.sql) LIMIT 1 OFFSET \(max(0, position))
        """
      guard let here = try SQLRequest<Row>(literal: here).fetchOne(db) else { return nil }
      let place = Array(here.databaseValues)
      let next: SQL = """
        SELECT \(sql: order.columns) FROM entry
        WHERE \(isListed) AND (\(Condition.onPosts(words, today: today)))
          AND (\((forward ? reversed : order).isBefore(place)))
        ORDER BY \(sql: (forward ? order : reversed).sql) LIMIT 1
        """
      guard let found = try SQLRequest<Row>(literal: next).fetchOne(db) else { return nil }
      let before: SQL = """
        SELECT count(*) FROM entry
        WHERE \(isListed) AND (\(order.isBefore(Array(found.databaseValues))))
        """
      return try SQLRequest<Int>(literal: before).fetchOne(db)
    }
  }
}

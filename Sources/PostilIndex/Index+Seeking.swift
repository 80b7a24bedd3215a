import GRDB
public import PostilCore

extension Index {
  /// Where in a list the next row stands that `words` finds too, or the one before.
  ///
  /// `position` counts from 0 and is left out itself; nil when there is none in that direction. From
  /// a row beneath another one the search begins at that.
  public func position(
    seeking words: Query, in query: Query, sort: PostSort, folding: Folding = .none,
    from position: Int, forward: Bool, today: Day
  ) throws(Problem) -> Int? {
    try ask { db in
      let texts = try texts(db)
      let words = try words.expanded(in: db)
      return try listing(query, folding, today: today, db).position(
        seeking: Condition(today: today).prepared(for: words, texts).onPosts(words), by: sort,
        from: position,
        forward: forward, db)
    }
  }
}

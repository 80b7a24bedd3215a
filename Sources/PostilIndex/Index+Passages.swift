import GRDB
public import PostilCore

extension Index {
  /// A post of a list with all its words.
  public struct Passage: Sendable {
    /// Its place in the list.
    public let position: Int
    /// As in `PostRow.id`.
    public let id: String
    /// The text, verbatim; the raw file when it could not be read.
    public let text: String
    /// As in `Post.posted`.
    public let posted: Moment?
    /// Whether any claim stands on it or its later captures.
    public let hasClaims: Bool
  }

  /// The words of the posts in a window of a list, for what has to read them whole.
  public func passages(
    _ query: Query, sort: PostSort, folding: Folding = .none, window: Range<Int>, today: Day
  ) throws(Problem) -> [Passage] {
    let window = window.clamped(to: 0..<Int.max)
    guard !window.isEmpty else { return [] }
    return try ask { db in
      let listing = try self.listing(query, folding, today: today, db)
      var entries: [Int64] = []
      for piece in try listing.openings(by: sort, db).pieces(of: window) {
        switch piece {
        case .rows(let range): entries += try listing.entries(by: sort, range, db)
        case .beneath(let beneath): entries += beneath
        }
      }
      let post = try db.cachedStatement(
        sql: """
          SELECT record.name, text.body, post.moment,
            EXISTS (SELECT 1 FROM verdict WHERE verdict.entry = entry.id)
          FROM entry JOIN record ON record.id = entry.head JOIN post ON post.record = entry.head
            JOIN written AS text ON text.id = entry.head
          WHERE entry.id = ?
          """)
      return try zip(window.lowerBound..., entries).compactMap { position, entry in
        guard let row = try Row.fetchOne(post, arguments: [entry]) else { return nil }
        return Passage(
          position: position, id: try row.decode(String.self, atIndex: 0),
          text: try row.decode(String.self, atIndex: 1),
          posted: try row.decode(String?.self, atIndex: 2).flatMap { Moment($0) },
          hasClaims: try row.decode(Bool.self, atIndex: 3))
      }
    }
  }
}

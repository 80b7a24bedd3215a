import PostilCore
import PostilIndex
import Testing

@Suite struct SectionTests {
  private static let foldings = [Folding.none, Folding(), Folding(opened: ["x-1"])]

  /// Whatever is asked for, the parts of the list lie one behind the other and have as many rows as
  /// are counted.
  @Test(arguments: 0..<6)
  func `rows of a group stand together, and as many as are counted`(seed: UInt64) throws {
    var random = Chance(seed: seed)
    let world = World(&random)
    let shelf = try Shelf()
    try world.write(to: shelf)
    try shelf.post("x-900", "Two of them: $ZED and $ALP.", "posted: 1969-12-31T23:00:00Z")
    try shelf.post("x-901", "One: $ZED.", "posted: 2025-10-04T00:00:00Z", "author: \"@ada\"")
    let index = try shelf.index()
    for _ in 0..<12 {
      let query = OracleTests.query(depth: 1, &random)
      for grouping in PostGrouping.allCases {
        for (folding, isReversed) in zip(Self.foldings, [false, true, false]) {
          let sort = PostSort(groupedBy: grouping, isReversed: isReversed)
          let rows = try index.posts(
            query, sort: sort, folding: folding, window: 0..<999, today: testDay)
          let sections = try rows.map { try #require($0.section).id }
          let parts = sections.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
          #expect(Set(parts).count == parts.count, "\(grouping) of \(query)")
          let counts = try index.sections(query, sort: sort, folding: folding, today: testDay)
          #expect(
            Dictionary(grouping: sections) { $0 }.mapValues(\.count)
              == Dictionary(uniqueKeysWithValues: counts.map { ($0.id, $0.count) }))
          if grouping != .thread { #expect(counts.map(\.id) == parts) }
        }
      }
    }
  }

  @Test func `a post stands under the first of its tickers, under its day and its author`() throws {
    let shelf = try smallNotebook()
    try shelf.post("x-9", "Both $ZED and $KILO.", "author: \"@ADA_ohm\"", "posted: 2025-10-31")
    let index = try shelf.index()
    func names(_ grouping: PostGrouping) throws -> [String] {
      try index.posts(
        .all, sort: PostSort(groupedBy: grouping), folding: .none, window: 0..<99, today: testDay
      ).compactMap(\.section).reduce(into: [PostSection]()) {
        if $0.last?.id != $1.id { $0.append($1) }
      }.map(\.name)
    }
    #expect(try names(.ticker) == ["$KILO", "$OHMS", "no ticker"])
    #expect(try names(.day).prefix(2) == ["2025-11-02 Sunday", "2025-10-31 Friday"])
    #expect(try names(.day).last == "no date")
    #expect(try names(.author) == ["@ADA_ohm", "@bob", "Élise", "unknown author"])
  }
}

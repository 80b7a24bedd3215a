import PostilCore
import PostilIndex
import Testing

struct WindowTests {
  /// A list by date is worked out window by window; the same list by author is not.
  @Test(arguments: 0..<6)
  func `windows of a list by date are pieces of it, and it has what another order has`(
    seed: UInt64
  ) throws {
    var random = Chance(seed: seed)
    let world = World(&random)
    let shelf = try Shelf()
    try world.write(to: shelf)
    let index = try shelf.index()
    // Some that come later are older than what is there.
    for number in 80..<88 {
      let day = Int.random(in: 10...28, using: &random)
      try shelf.post(
        "x-\(number)", ["power", "take or pay", "電力需要"].randomElement(using: &random) ?? "",
        "posted: 2025-10-\(day)", "author: \"@ada\"")
      _ = try index.reconcile { _, _ in true }
    }
    for _ in 0..<25 {
      let query = OracleTests.query(depth: 2, &random)
      for folding in [Folding.none, Folding()] {
        func ids(_ sort: PostSort, _ window: Range<Int>) throws -> [String] {
          try index.posts(query, sort: sort, folding: folding, window: window, today: testDay)
            .map(\.id)
        }
        let whole = try ids(PostSort(), 0..<999)
        #expect(try whole.sorted() == ids(PostSort(.author), 0..<999).sorted(), "\(query)")
        #expect(try whole.reversed() == ids(PostSort(.date, isReversed: true), 0..<999), "\(query)")
        #expect(try whole.count == index.count(query, folding: folding, today: testDay), "\(query)")
        for start in 0..<whole.count {
          let end = min(whole.count, start + Int.random(in: 1...9, using: &random))
          #expect(try ids(PostSort(), start..<end) == Array(whole[start..<end]), "\(query)")
        }
      }
    }
  }
}

import PostilCore
import PostilIndex
import Testing

@Suite struct SeekingTests {
  /// Going from hit to hit finds what going through the whole list finds, in every order.
  @Test(arguments: PostSort.Key.allCases, [false, true])
  func `seeking visits every hit of the list, one after another`(
    key: PostSort.Key, isReversed: Bool
  ) throws {
    let shelf = try smallNotebook()
    let index = try shelf.index()
    let sort = PostSort(key, isReversed: isReversed)
    for (query, words) in [
      (Query.all, Query.word("take")), (.all, .phrase("the")), (.state(.unread), .word("the")),
      (.all, .word("nowhere")), (.all, .all),
    ] {
      let list = try index.posts(query, sort: sort, window: 0..<100, today: testDay).map(\.id)
      let found = try index.posts(words, sort: sort, window: 0..<100, today: testDay).map(\.id)
      let expected = list.indices.filter { found.contains(list[$0]) }
      for start in list.indices {
        func seek(_ forward: Bool) throws -> Int? {
          try index.position(
            seeking: words, in: query, sort: sort, from: start, forward: forward, today: testDay)
        }
        #expect(try seek(true) == expected.first { $0 > start })
        #expect(try seek(false) == expected.last { $0 < start })
      }
    }
  }
}

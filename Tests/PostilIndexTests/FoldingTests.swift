import PostilCore
import PostilIndex
import Testing

@Suite struct FoldingTests {
  /// A thread of three, a repost and two copies of other posts, an answer by somebody else.
  private func notebook() throws -> Shelf {
    let shelf = try Shelf()
    let ada = "author: \"@ada\""
    let words = "The substation at Ohmstead was energised on Friday"
    try shelf.post("x-1", words + ".", ada, "posted: 2025-10-01T08:00:00Z")
    try shelf.post(
      "x-2", "It took eleven months.", ada, "posted: 2025-10-01T08:01:00Z", "reply-to: \"[[x-1]]\"")
    try shelf.post(
      "x-3", "The next one takes nine.", ada, "posted: 2025-10-01T08:02:00Z",
      "reply-to: \"[[x-2]]\"")
    try shelf.post(
      "x-4", "Who paid?", "author: \"@bob\"", "posted: 2025-10-01T09:00:00Z",
      "reply-to: \"[[x-2]]\"")
    try shelf.post(
      "x-5", "RT @ada: the SUBSTATION at Ohmstead was energised on Friday. https://t.co/x",
      "author: \"@cy\"", "posted: 2025-10-02")
    try shelf.post("x-6", "A quiet day.", "author: \"@dee\"", "posted: 2025-10-03")
    try shelf.post(
      "x-7", "Slots are sold out to the middle of 2028!", "author: \"@eve\"", "posted: 2025-10-04")
    try shelf.post(
      "x-8", "Slots are sold out\nto the middle of 2028!", "author: \"@fay\"", "posted: 2025-10-05")
    try shelf.post("x-9", "…", "author: \"@gil\"", "posted: 2025-10-06", "repost-of: \"[[x-7]]\"")
    return shelf
  }

  private func rows(
    _ index: Index, _ query: String = "", opened: Set<String> = [], sort: PostSort = PostSort()
  ) throws -> [PostRow] {
    try index.posts(
      Query(parsing: query), sort: sort, folding: Folding(opened: opened), window: 0..<99,
      today: testDay)
  }

  @Test func `threads, reposts and copies are one row, which says how many`() throws {
    let rows = try rows(notebook().index())
    #expect(rows.map(\.id) == ["x-7", "x-6", "x-4", "x-1"])
    #expect(
      rows.map(\.group) == [
        Group(lead: "x-7", count: 3, copies: 3), nil, nil,
        Group(lead: "x-1", count: 4, thread: 3, part: 1, copies: 2),
      ])
  }

  @Test func `a group that is opened stands beneath its row, in the order of time`() throws {
    let rows = try rows(notebook().index(), opened: ["x-1", "x-7", "x-6"])
    #expect(rows.map(\.id) == ["x-7", "x-8", "x-9", "x-6", "x-4", "x-1", "x-2", "x-3", "x-5"])
    #expect(rows.filter(\.isBeneath).map(\.id) == ["x-8", "x-9", "x-2", "x-3", "x-5"])
    #expect(rows.first { $0.id == "x-3" }?.group?.part == 3)
  }

  @Test func `a filter that leaves the lead out shows the earliest post that it finds`() throws {
    let index = try notebook().index()
    #expect(try rows(index, "takes").map(\.id) == ["x-3"])
    #expect(try rows(index, "sold author:fay").map(\.group?.copies) == [3])
    #expect(try rows(index, "sold").map(\.id) == ["x-7"])
    #expect(try rows(index, "sold author:fay", opened: ["x-7"]).map(\.id) == ["x-8", "x-7", "x-9"])
  }

  @Test func `the claims of a thread count for its row`() throws {
    let shelf = try notebook()
    try shelf.claim("c-1", on: "x-3", "nine", "status: supported")
    let index = try shelf.index()
    let sort = PostSort(.claims)
    #expect(try rows(index, sort: sort).first?.marks == ["+": 1])
    #expect(try rows(index, sort: sort).first?.id == "x-1")
    #expect(
      try rows(index, opened: ["x-1"], sort: sort).map(\.marks).prefix(3) == [[:], [:], ["+": 1]])
    try shelf.remove("claims/2026/c-1.md")
    try index.update(paths: ["claims/2026/c-1.md"])
    #expect(try rows(index, sort: sort).first?.id == "x-7")
  }

  @Test func `answers of others and conversations are no thread`() throws {
    let shelf = try Shelf()
    for (id, author, answered) in [
      ("x-2", "ada", "x-1"), ("x-3", "ada", "x-1"), ("x-4", "ada", "x-9"),
    ] {
      try shelf.post(
        id, id, "author: \"@\(author)\"", "posted: 2025-01-0\(id.last ?? "1")",
        "reply-to: \"[[\(answered)]]\"", "thread: \"[[x-1]]\"")
    }
    try shelf.post("x-1", "what is asked", "author: \"@bob\"", "posted: 2025-01-01")
    #expect(try rows(shelf.index()).count == 4)
    #expect(try shelf.index().thread(of: "x-2") == [])
  }

  @Test func `short texts are no copies of each other`() throws {
    let shelf = try Shelf()
    for id in ["x-1", "x-2"] { try shelf.post(id, "Sold. https://x.com/i", "posted: 2025-01-01") }
    #expect(try rows(shelf.index()).count == 2)
  }

  /// Every window, position and hit agrees with the whole list.
  @Test(arguments: PostSort.Key.allCases, ["", "author:ada", "sold", "is:unread"])
  func `windows, positions and hits of a folded list agree with the whole`(
    key: PostSort.Key, query: String
  ) throws {
    let index = try notebook().index()
    let query = try Query(parsing: query)
    let names = (1...9).map { "x-\($0)" }
    for opened in [[], ["x-1"], ["x-7"], ["x-1", "x-7"]] as [Set<String>] {
      let folding = Folding(opened: opened)
      func window(_ window: Range<Int>) throws -> [String] {
        try index.posts(
          query, sort: PostSort(key), folding: folding, window: window, today: testDay
        ).map(\.id)
      }
      let all = try window(0..<99)
      #expect(try index.count(query, folding: folding, today: testDay) == all.count)
      for start in 0...all.count {
        for end in start...all.count + 1 {
          #expect(try window(start..<end) == Array(all[start..<min(end, all.count)]))
        }
      }
      for name in names {
        let position = try index.position(
          of: name, in: query, sort: PostSort(key), folding: folding, today: testDay)
        if let place = all.firstIndex(of: name) { #expect(position == place) }
      }
      for start in all.indices {
        let next = try index.position(
          seeking: .all, in: query, sort: PostSort(key), folding: folding, from: start,
          forward: true, today: testDay)
        if let next { #expect(next > start) }
      }
    }
  }

  @Test func `a thousand copies are grouped at once`() throws {
    let shelf = try Shelf()
    for number in 0..<1_000 {
      try shelf.post(
        "x-\(number)", "Sign up now for the newsletter of the year!", "author: \"@a\(number)\"",
        "posted: 2025-01-01T00:00:00Z")
    }
    let rows = try rows(shelf.index())
    #expect(rows.map(\.group?.copies) == [1_000])
  }
}

import PostilCore
import PostilIndex
import Testing

struct QueryFormTests {
  @Test(arguments: [
    ("", "x-7 x-4 x-3 x-6 x-2 x-1 x-5"),
    ("turbines", "x-2"),
    ("NAIVE", "x-1"),
    ("turb*", "x-2"),
    ("turb", ""),
    ("substation", "x-1"),
    ("ledger", "x-2"),
    ("160MW", "x-1"),
    ("broken", "x-7"),
    ("elise", "x-5"),
    ("pay take", "x-4 x-1"),
    ("\"take or pay\"", "x-1"),
    ("需要", "x-3"),
    ("\"需要が\"", "x-3"),
    ("🚀", "x-1"),
    ("電力 -需要", ""),
    ("author:ada_ohm", "x-3 x-1"),
    ("author:@ADA", "x-3 x-1"),
    ("author:\"ada of\"", "x-1"),
    ("author:elise", "x-5"),
    ("-author:bob", "x-7 x-4 x-3 x-1 x-5"),
    ("ticker:$ohms", "x-1"),
    ("$KILO", "x-3"),
    ("tag:contract", "x-1"),
    ("tag:POWER", "x-3 x-2"),
    ("tag:old-power", "x-3 x-2"),
    ("tag:pow", ""),
    ("tag:starred", "x-4 x-2"),
    ("status:supported", "x-6 x-2"),
    ("status:open", "x-3 x-1"),
    ("type:forecast", "x-1"),
    ("is:claim", "x-3 x-6 x-2 x-1"),
    ("is:tagged", "x-3 x-6 x-2 x-1"),
    ("is:untagged", "x-7 x-4 x-5"),
    ("is:starred", "x-4 x-2"),
    ("is:unread", "x-7 x-4 x-3 x-6 x-2 x-5"),
    ("is:due", "x-3 x-1"),
    ("is:overdue", "x-3"),
    ("since:2025-11", "x-4"),
    ("until:2025-10-02", "x-2 x-1"),
    ("-until:2025-10", "x-7 x-4 x-5"),
    ("since:2025-10 until:2025-10", "x-3 x-6 x-2 x-1"),
    ("since:-3d", "x-4 x-3"),
    ("since:yesterday", "x-4"),
    ("id:x-1", "x-1"),
    ("id:x-1~2", "x-1"),
    ("id:c-4", "x-2"),
    ("id:native:77", "x-1"),
    ("id:x-9", ""),
    ("turbines OR 需要", "x-3 x-2"),
    ("(turbines OR 需要) -is:starred", "x-3"),
    ("-*", ""),
    ("wholly absent", ""),
    ("/ohm(stead|zero) energ/", "x-1"),
    ("/^an answer/", "x-2"),
    ("/電力..が/", "x-3"),
    ("pay NEAR/3 take", "x-4 x-1"),
    ("pay NEAR/1 take", "x-1"),
    ("電力 NEAR/4 増", "x-3"),
    ("電力 NEAR/1 増", ""),
    ("電*", "x-3"),
    ("kilo", "x-3"),
    ("name:\"ada of\"", "x-1"),
    ("platform:x", "x-4 x-3 x-6 x-2 x-1 x-5"),
    ("has:note", "x-2 x-1"),
    ("has:evidence", ""),
    ("has:due", "x-3 x-1"),
    ("has:number", "x-1"),
    ("has:link OR has:media OR has:citation", ""),
    ("is:reply", "x-2"),
    ("is:repost", "x-5"),
    ("is:read", "x-1"),
    ("posted:2025-10..2025-11", "x-4 x-3 x-6 x-2 x-1"),
    ("posted:3d..", "x-4 x-3"),
    ("-posted:..2025-10", "x-7 x-4 x-5"),
    ("due:..+1w", "x-3 x-1"),
    ("due:2025-11-08", "x-1"),
    ("-due:..+1w", "x-7 x-4 x-6 x-2 x-5"),
    ("confidence:60..90", "x-1"),
    ("confidence:..79", ""),
    ("number:140MW..155MW", "x-1"),
    ("number:0.16GW..", "x-1"),
    ("number:$1..", ""),
    ("reply-to:x-1", "x-2"),
    ("quotes:x*", "x-3"),
    ("claim:{type:forecast due:2025-11-08}", ""),
    ("claim:{type:forecast due:2025-11-20}", "x-1"),
    ("claim:{substation}", "x-1"),
    ("claim:{math}", ""),
    ("post:{ledger}", ""),
    ("post:{turbines}", "x-2"),
    ("post:{tag:contract}", ""),
    ("thread:{turbines}", "x-2"),
  ])
  func `a query finds its posts`(text: String, ids: String) throws {
    let query = try Query(parsing: text)
    let index = try smallNotebook().index()
    let rows = try index.posts(query, sort: PostSort(), window: 0..<99, today: testDay)
    let found = rows.map(\.id)
    #expect(Set(found) == Set(ids.split(separator: " ").map(String.init)))
    #expect(try index.count(query, today: testDay) == found.count)
    for key in PostSort.Key.allCases {
      for isReversed in [false, true] {
        let sort = PostSort(key, isReversed: isReversed)
        let rows = try index.posts(query, sort: sort, window: 0..<99, today: testDay)
        #expect(Set(rows.map(\.id)) == Set(found))
        for (place, row) in rows.enumerated() {
          let position = try index.position(of: row.id, in: query, sort: sort, today: testDay)
          #expect(position == place)
          let one = try index.posts(
            query, sort: sort, window: place..<place + 1, today: testDay)
          #expect(one == [row])
        }
      }
    }
  }

  @Test(arguments: [
    ("", "c-3 c-2 c-1 c-5 c-4"),
    ("status:supported", "c-5 c-4"),
    ("type:forecast", "c-1"),
    ("is:due", "c-3 c-2"),
    ("is:overdue", "c-3"),
    ("is:tagged", "c-3 c-1"),
    ("is:untagged", "c-2 c-5 c-4"),
    ("tag:power", "c-3"),
    ("substation", "c-2"),
    ("ohmstead", "c-2 c-1"),
    ("ledger", "c-4"),
    ("author:ada", "c-3 c-2 c-1"),
    ("-author:ada", "c-5 c-4"),
    ("is:starred", "c-4"),
    ("until:2025-10-02", "c-2 c-1 c-4"),
    ("id:c-4", "c-4"),
    ("id:x-1", "c-2 c-1"),
    ("is:claim -tag:contract", "c-3 c-2 c-5 c-4"),
    ("due:2025-11-03..", "c-2 c-1"),
    ("confidence:80", "c-2"),
    ("has:evidence", ""),
    ("has:note", "c-2"),
    ("has:due", "c-3 c-2 c-1"),
    ("claim:{ohmstead}", ""),
    ("claim:{150MW}", "c-2"),
    ("number:100MW..", "c-2 c-1"),
    ("claim:{number:100MW..}", "c-2"),
    ("post:{claim:{type:forecast}}", "c-2 c-1"),
    ("/take.or/", "c-2 c-1"),
    ("posted:2025-10-31", "c-3"),
  ])
  func `a query finds its claims, soonest due first`(text: String, ids: String) throws {
    let rows = try smallNotebook().index()
      .claims(Query(parsing: text), sort: ClaimSort(), today: testDay)
    #expect(rows.map(\.id).joined(separator: " ") == ids)
  }

  /// What the parser lets pass, SQLite can read.
  @Test func `the deepest query is answered`() throws {
    let shelf = try smallNotebook()
    var saved = "(a OR b) c"
    for _ in 0..<5 { saved = "-(a \(saved) OR b)" }
    try shelf.write("queries/deep.md", "---\nkind: query\nquery: \"\(saved)\"\n---\n")
    let index = try shelf.index()
    var groups = "a"
    for _ in 0..<5 { groups = "-(a (b OR \(groups)))" }
    var braces = "(a OR b)"
    for scope in ["claim", "thread", "post"] { braces = "-\(scope):{a OR -\(braces)}" }
    let many = (0..<50).map { "a\($0) -tag:t\($0)" }.joined(separator: " OR ")
    for text in [groups, braces, many, "query:deep", "thread:{query:deep}"] {
      let query = try Query(parsing: text)
      for folding in [Folding.none, Folding()] {
        _ = try index.count(query, folding: folding, today: testDay)
      }
      _ = try index.claims(query, sort: ClaimSort(), today: testDay)
    }
  }

  @Test func `every order of claims has its reverse`() throws {
    let index = try smallNotebook().index()
    for key in ClaimSort.Key.allCases {
      let there = try index.claims(.all, sort: ClaimSort(key), today: testDay)
      let back = try index.claims(.all, sort: ClaimSort(key, isReversed: true), today: testDay)
      #expect(there == back.reversed())
    }
    let byStatus = try index.claims(.all, sort: ClaimSort(.status), today: testDay)
    #expect(byStatus.map(\.id) == ["c-3", "c-2", "c-1", "c-5", "c-4"])
  }
}

import PostilCore
import PostilIndex
import Testing

struct CatalogTests {
  @Test func `a row tells what hangs on the post`() throws {
    let index = try smallNotebook().index()
    let rows = try index.posts(.all, sort: PostSort(), window: 0..<99, today: testDay)
    let row = try #require(rows.first { $0.id == "x-1" })
    #expect(row.author == "@Ada_Ohm")
    #expect(row.name == "Ada of Ohm")
    #expect(row.posted == Moment("2025-10-01T08:00:00Z"))
    #expect(row.excerpt == "Ohmstead energised 150MW. $OHMS take or pay, naïve math 🚀")
    #expect(row.marks == [">": 1, "?": 1])
    #expect(row.isRead && !row.isStarred && !row.isReply && !row.isRepost)
    let answer = try #require(rows.first { $0.id == "x-2" })
    #expect(answer.isReply && answer.isStarred && !answer.isRead)
    #expect(answer.tags == ["old-power"])
    #expect(rows.first { $0.id == "x-5" }?.isRepost == true)
    #expect(rows.first { $0.id == "x-7" }?.excerpt.contains("broken but kept") == true)
  }

  @Test func `newest comes first, and what has no date last`() throws {
    let index = try smallNotebook().index()
    let rows = try index.posts(.all, sort: PostSort(), window: 0..<4, today: testDay)
    #expect(rows.map(\.id) == ["x-4", "x-3", "x-6", "x-2"])
    let last = try index.posts(.all, sort: PostSort(), window: 4..<99, today: testDay)
    #expect(last.map(\.id) == ["x-1", "x-7", "x-5"])
  }

  @Test func `posts without a date stand as they were pasted, the latest paste first`() throws {
    let shelf = try Shelf()
    let (early, late) = ("captured: 2025-11-01T08:00:00Z", "captured: 2025-11-02T08:00:00Z")
    try shelf.post("p-c", "one", early, "via: [\"a.txt:1\"]")
    try shelf.post("p-a", "two", early, "via: [\"a.txt:12\"]")
    try shelf.post("p-b", "three", early, "via: [\"a.txt:140\"]")
    try shelf.post("p-d", "later", late, "via: [\"b.txt:7\"]")
    let rows = try shelf.index().posts(.all, sort: PostSort(), window: 0..<9, today: testDay)
    #expect(rows.map(\.id) == ["p-d", "p-c", "p-a", "p-b"])
    let dated = try shelf.index().count(Query(parsing: "until:2030"), today: testDay)
    #expect(dated == 0)
  }

  @Test func `a claim's row tells where it stands`() throws {
    let rows = try smallNotebook().index().claims(.all, sort: ClaimSort(), today: testDay)
    let row = try #require(rows.first { $0.id == "c-2" })
    #expect(row.words == "energised 150MW")
    #expect(row.status == .open && row.type == .fact)
    #expect(row.due == Day("2025-11-08"))
    #expect(row.confidence == 80)
    #expect(row.post == "x-1" && row.author == "@Ada_Ohm" && row.start == 9)
    #expect(row.hasNote && row.evidence == 0)
    #expect(rows.first { $0.id == "c-1" }?.mark == ">")
    #expect(rows.first { $0.id == "c-4" }?.words == "Turbines come")
  }

  @Test func `a claim of a family has the status of its head`() throws {
    let shelf = try smallNotebook()
    let index = try shelf.index()
    try shelf.claim("c-4", on: "x-2", "turbines", "status: refuted")
    try index.update(paths: ["claims/2026/c-4.md"])
    let rows = try index.claims(.all, sort: ClaimSort(), today: testDay)
    #expect(rows.first { $0.id == "c-5" }?.status == .refuted)
    let posts = try index.posts(
      Query(parsing: "id:x-6"), sort: PostSort(), window: 0..<1, today: testDay)
    #expect(posts.first?.marks == ["-": 1])
  }

  @Test func `totals count the whole notebook`() throws {
    let totals = try smallNotebook().index().totals(today: testDay)
    #expect(totals.posts == 7)
    #expect(totals.unread == 6)
    #expect(totals.untagged == 3)
    #expect(totals.claims == [.open: 3, .supported: 2])
    #expect(totals.due == 2)
  }

  @Test func `what belongs together is found from each side`() throws {
    let index = try smallNotebook().index()
    #expect(try index.captures(of: "x-1~2") == ["x-1", "x-1~2"])
    #expect(try index.captures(of: "x-9") == [])
    #expect(try index.claims(on: "x-1") == ["c-2", "c-1"])
    #expect(try index.claims(on: "x-1~2") == [])
    #expect(try index.thread(of: "x-2") == [])
    #expect(try index.copies(of: "x-2") == ["x-5"])
    #expect(try index.quoting("x-1") == ["x-3"])
    #expect(try index.backlinks(to: "x-1") == ["on-x-2", "plan"])
    #expect(try index.backlinks(to: "c-1") == ["plan"])
    #expect(try index.backlinks(to: "plan") == ["c-2"])
    #expect(try index.backlinks(to: "x-2") == ["c-5"])
  }

  @Test func `tags are counted, most used first, an alias for its tag`() throws {
    let tags = try smallNotebook().index().tags()
    #expect(tags.map(\.name) == ["starred", "contract", "power", "power/btm"])
    let power = try #require(tags.first { $0.name == "power" })
    #expect(power.posts == 1 && power.claims == 0 && power.key == "p")
    #expect(power.definition?.contains("Watts, not hopes.") == true)
  }

  @Test func `a record is found by its name, its key, or as a tag`() throws {
    let index = try smallNotebook().index()
    #expect(try index.path(of: "x-1~2") == "posts/2025/10/x-1~2.md")
    #expect(try index.path(of: "native:77") == "posts/2025/10/x-1.md")
    #expect(try index.path(of: "on-x-2") == "notes/on-x-2.md")
    #expect(try index.path(of: "power") == "tags/power.md")
    #expect(try index.path(of: "nothing") == nil)
  }

  @Test func `a newer capture stands in when the first is gone`() throws {
    let shelf = try smallNotebook()
    let index = try shelf.index()
    try shelf.remove("posts/2025/10/x-1.md")
    try index.update(paths: ["posts/2025/10/x-1.md"])
    let rows = try index.posts(.word("160MW"), sort: PostSort(), window: 0..<9, today: testDay)
    #expect(rows.map(\.id) == ["x-1~2"])
    #expect(rows.first?.marks == [">": 1, "?": 1])
  }

  @Test func `the log of reading is followed`() throws {
    let shelf = try smallNotebook()
    let index = try shelf.index()
    #expect(try index.isRead("x-1"))
    #expect(try !index.isRead("x-2"))
    try shelf.write("reading.log", "2025-11-01T00:00:00Z x-2 read\n")
    try index.updateReading()
    #expect(try !index.isRead("x-1"))
    #expect(try index.isRead("x-2"))
    #expect(try index.count(.state(.unread), today: testDay) == 6)
  }

  @Test func `lines that are appended to the log count by their moments`() throws {
    let shelf = try smallNotebook()
    let index = try shelf.index()
    let notebook = try shelf.notebook
    let later = Instant(testDay)
    for (post, isRead, seconds) in [
      ("x-3", true, 10), ("x-2", true, 20), ("x-3", false, 20), ("x-2", false, 15),
      ("x-4", true, 1),
    ] {
      try notebook.markRead(post, isRead, at: Instant(seconds: later.seconds + seconds))
      try index.updateReading()
      let fresh = try shelf.index(folder: shelf.cache + "/\(post)\(isRead)\(seconds)")
      #expect(try answers(index) == answers(fresh))
    }
    #expect(try index.isRead("x-2"))
    #expect(try !index.isRead("x-3"))
    #expect(try index.isRead("x-4"))
  }
}

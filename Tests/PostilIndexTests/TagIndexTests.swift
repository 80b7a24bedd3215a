import PostilCore
import PostilIndex
import Testing

@Suite struct TagIndexTests {
  private static func shelf() throws -> Shelf {
    let shelf = try Shelf()
    for number in 1...5 { try shelf.post("x-\(number)", "words \(number)") }
    try shelf.margin("x-1", "", tags: "power", "power/btm")
    try shelf.margin("x-2", "", tags: "power/grid")
    try shelf.margin("x-3", "", tags: "strom/grid")
    try shelf.margin("x-4", "", tags: "cost/q3")
    try shelf.claim("c-1", on: "x-5", "words", "tags:\n  - Power")
    try shelf.write("notes/free.md", "---\ntags: idea\n---\n\nx\n")
    try shelf.write(
      "tags/power.md",
      "---\nkind: tag\nkey: p\ncolor: blue\naliases:\n  - Strom\n---\n\nWatts.\n")
    return shelf
  }

  private func ids(_ query: String, _ index: Index) throws -> [String] {
    try index.posts(
      Query(parsing: query), sort: PostSort(), window: 0..<99, today: testDay
    ).map(\.id).sorted()
  }

  @Test func `posts and claims are counted once, alone and with all below`() throws {
    let tags = try Self.shelf().index().tags()
    let power = try #require(tags.first { $0.name == "power" })
    #expect((power.posts, power.claims) == (1, 0))
    #expect((power.allPosts, power.allClaims) == (3, 0))
    #expect(power.color == "blue" && power.aliases == ["Strom"] && power.key == "p")
    #expect(tags.first { $0.name == "power/grid" }?.posts == 2)
    let cost = try #require(tags.first { $0.name == "cost" })
    #expect(cost.isImplied && cost.posts == 0 && cost.allPosts == 1)
    let idea = try #require(tags.first { $0.name == "idea" })
    #expect(!idea.isImplied && (idea.posts, idea.claims, idea.notes) == (0, 0, 1))
    #expect(power.notes == 0)
    #expect(!tags.contains { $0.name.hasPrefix("strom") })
  }

  @Test func `an old name finds what its tag finds, below it too`() throws {
    let index = try Self.shelf().index()
    #expect(try ids("tag:power", index) == ["x-1", "x-2", "x-3", "x-5"])
    #expect(try ids("tag:strom", index) == ["x-1", "x-2", "x-3", "x-5"])
    #expect(try ids("tag:power/grid", index) == ["x-2", "x-3"])
    #expect(try ids("tag:STROM/grid", index) == ["x-2", "x-3"])
    #expect(try ids("tag:strom/btm", index) == ["x-1"])
    #expect(try ids("tag:pow", index) == [])
    #expect(try ids("-tag:power", index) == ["x-4"])
  }

  @Test func `records are found by the names they carry`() throws {
    let index = try Self.shelf().index()
    #expect(
      try index.records(tagged: "power")
        == ["claims/2026/c-1.md", "notes/on-x-1.md", "notes/on-x-2.md"])
    #expect(try index.records(tagged: "strom") == ["notes/on-x-3.md"])
    #expect(try index.records(tagged: "idea") == ["notes/free.md"])
    #expect(try index.records(tagged: "none") == [])
  }

  @Test func `links to an old name lead to the tag`() throws {
    let shelf = try Self.shelf()
    try shelf.write("tags/energy/onsite.md", "---\naliases:\n  - power/btm\n---\n\nx\n")
    let index = try shelf.index()
    #expect(try index.path(of: "Strom") == "tags/power.md")
    #expect(try index.path(of: "btm") == "tags/energy/onsite.md")
    #expect(try index.path(of: "tm") == nil)
  }

  @Test func `a rename is found under both names`() throws {
    let shelf = try Self.shelf()
    let index = try shelf.index()
    let change = try shelf.notebook.change(
      for: .renameTag("power", to: "energy"), at: Instant(testDay, hour: 1), in: index)
    try shelf.notebook.apply(change)
    try index.update(paths: change.files.map(\.path))
    let all = ["x-1", "x-2", "x-3"]
    for name in ["energy", "power", "Strom"] {
      #expect(try ids("tag:\(name)", index).filter { $0 != "x-5" } == all, "\(name)")
    }
    #expect(try index.tags().first { $0.name == "energy" }?.allPosts == 3)
  }
}

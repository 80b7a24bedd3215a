import PostilCore
import PostilIndex
import Testing

@Suite struct PlacesTests {
  @Test func `a record is found by each of its names`() throws {
    let shelf = try smallNotebook()
    try shelf.post("x-77", "By address.", "url: https://www.Example.com/a/b/", "posted: 2025-01-01")
    try shelf.post("x-12345678901234", "On X.", "posted: 2025-01-01")
    let index = try shelf.index()
    let names = [
      "x-2", "c-4", "plan", "power", "native:77", "http://example.com/a/b#top",
      "https://twitter.com/who/status/12345678901234?s=20", "nothing", "https://example.com/other",
    ]
    let places = try index.places(named: names)
    #expect(
      places.map(\.id)
        == ["x-2", "c-4", "plan", "power", "x-1", "x-77", "x-12345678901234"])
    #expect(places.map(\.kind) == [.post, .claim, .note, .tag, .post, .post, .post])
    #expect(places.map(\.asked) == names.prefix(7).map { $0 })
    let claim = places[1]
    #expect(claim.words == "Turbines come" && claim.post == "x-2" && claim.author == "@bob")
  }

  @Test func `who refers to a record is told with how`() throws {
    let index = try smallNotebook().index()
    let places = try index.places(referringTo: "x-1")
    #expect(places.map(\.id) == ["x-3", "on-x-2", "x-2", "plan"])
    #expect(places.map(\.relation) == [.quotes, .links, .answers, .links])
    #expect(try index.places(referringTo: "c-4").map(\.relation) == [.same])
    #expect(try index.places(referringTo: "plan").map(\.id) == ["c-2"])
    #expect(try index.references(to: ["x-1", "c-4", "x-4"]) == ["x-1": 4, "c-4": 1])
  }

  @Test func `what hangs on a post and its own thread do not refer to it`() throws {
    let shelf = try Shelf()
    try shelf.post("x-1", "One.", "author: a", "posted: 2025-01-01")
    try shelf.post("x-2", "Two.", "author: a", "posted: 2025-01-02", "reply-to: \"[[x-1]]\"")
    try shelf.margin("x-1", "Said first in [[x-1]].")
    #expect(try shelf.index().places(referringTo: "x-1") == [])
  }

  @Test func `what is typed finds names first, then words, and the newest of all when nothing is`()
    throws
  {
    let index = try smallNotebook().index()
    func like(_ typed: String) throws -> [String] {
      try index.places(like: typed, limit: 5).map(\.id)
    }
    #expect(try like("plan").first == "plan")
    #expect(try like("pln") == ["plan"])
    #expect(try like("turb").first == "c-4")
    #expect(try like("answer turb") == ["x-2"])
    #expect(try like("pow").first == "power")
    #expect(try like("電力").first == "x-3")
    #expect(try like("\"%_\\ [[") == [])
    #expect(try like("").count == 5)
  }

  @Test func `links found before an edit and after it are those of an index built anew`() throws {
    let shelf = try smallNotebook()
    let index = try shelf.index()
    try shelf.write("notes/more.md", "See [[x-4]] and [[c-3]].\n")
    try shelf.remove("notes/plan.md")
    try index.update(paths: ["notes/more.md", "notes/plan.md"])
    let fresh = try shelf.index(folder: shelf.cache + "/fresh")
    for id in ["x-1", "x-4", "c-1", "c-3", "plan", "power"] {
      #expect(try index.places(referringTo: id) == fresh.places(referringTo: id))
      #expect(try index.places(named: [id]) == fresh.places(named: [id]))
    }
  }
}

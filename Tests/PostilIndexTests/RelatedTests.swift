import PostilCore
import PostilIndex
import Testing

@Suite struct RelatedTests {
  /// Posts that say little, so that what the others share is rare among them.
  private func shelf() throws -> Shelf {
    let shelf = try Shelf()
    for number in 100..<160 {
      try shelf.post(
        "x-\(number)", "Nothing of note happened, and $MEH went nowhere at all.",
        "posted: 2025-09-01", "author: \"@n\(number)\"", "title: No. \(number)")
    }
    try shelf.post(
      "x-1",
      "$OHMS energised 150 MW with the refurbished transformer. https://example.com/deal $MEH",
      "author: \"@ada_ohm\"", "name: Ada of Ohm", "posted: 2025-10-01")
    return shelf
  }

  @Test(arguments: [
    ("$OHMS again, cheaper.", "$OHMS"), ("They said 0.15GW or 150MW?", "150 MW"),
    ("See https://www.example.com/deal for more.", "example.com/deal"),
    ("A transformer, refurbished twice.", "refurbished"),
  ])
  func `a post that shares something rare is related, with the reason`(
    text: String, reason: String
  ) throws {
    let shelf = try shelf()
    try shelf.post("x-2", text, "author: \"@bob\"", "posted: 2025-10-02")
    let found = try shelf.index().places(relatedTo: "x-1", limit: 5)
    #expect(found.first?.id == "x-2")
    #expect(found.first?.reasons.contains(reason) == true, "\(found.first?.reasons ?? [])")
    #expect(found.first?.relation == .related)
  }

  @Test func `one common word is chance, and what is folded with the post is not related`() throws {
    let shelf = try shelf()
    try shelf.post("x-2", "A transformer.", "author: \"@bob\"", "posted: 2025-10-02")
    try shelf.post(
      "x-3", "And $OHMS grows.", "author: \"@ada_ohm\"", "posted: 2025-10-02",
      "reply-to: \"[[x-1]]\"")
    let found = try shelf.index().places(relatedTo: "x-1", limit: 99)
    #expect(!found.contains { $0.id == "x-2" || $0.id == "x-3" || $0.id == "x-1" })
    // Beside nothing better the common ticker is a reason too.
    #expect(found.allSatisfy { $0.reasons == ["$MEH"] })
  }

  @Test func `what shares more, and rarer things, comes first`() throws {
    let shelf = try shelf()
    try shelf.post("x-2", "$OHMS has 150 MW now.", "author: \"@bob\"", "posted: 2025-10-02")
    try shelf.post("x-3", "$OHMS is new.", "author: \"@cid\"", "posted: 2025-10-03")
    let found = try shelf.index().places(relatedTo: "x-1", limit: 3)
    #expect(found.map(\.id).prefix(2) == ["x-2", "x-3"])
    #expect(found[2].reasons == ["$MEH"])
    let back = try shelf.index().places(relatedTo: "x-3", limit: 3)
    #expect(Set(back.map(\.id)) == ["x-1", "x-2"])
  }

  @Test func `who names the author or the title without a link is told, newest first`() throws {
    let shelf = try shelf()
    try shelf.post("x-2", "Thanks @Ada_Ohm!", "author: \"@bob\"", "posted: 2025-10-02")
    try shelf.post("x-3", "As Ada of Ohm said.", "author: \"@cid\"", "posted: 2025-10-03")
    try shelf.post(
      "x-4", "@ada_ohm is right.", "author: \"@cid\"", "posted: 2025-10-04",
      "quotes: \"[[x-1]]\"")
    try shelf.post("x-5", "I, Ada of Ohm.", "author: \"@ada_ohm\"", "posted: 2025-10-05")
    try shelf.write("notes/who.md", "---\ntitle: Grid fees\n---\n\nAsk @ada_ohm.\n")
    try shelf.write("notes/more.md", "Grid fees rise, see the tariff.\n")
    try shelf.write("notes/linked.md", "Grid fees: [[who]].\n")
    let index = try shelf.index()
    let posts = try index.places(mentioning: "x-1", limit: 9)
    #expect(Set(posts.map(\.id)) == ["x-2", "x-3", "who"])
    #expect(posts.first { $0.id == "x-3" }?.reasons == ["“Ada of Ohm”"])
    #expect(posts.first { $0.id == "x-2" }?.reasons == ["@ada_ohm"])
    #expect(try index.places(mentioning: "who", limit: 9).map(\.id) == ["more"])
    #expect(try index.places(mentioning: "nobody", limit: 9).isEmpty)
    #expect(try index.places(relatedTo: "nobody", limit: 9).isEmpty)
  }

  @Test func `foreign texts break nothing`() throws {
    let shelf = try Shelf()
    let texts = [
      "\" OR * NEAR( ^ {title} : 'x'", "$A $A $A 1 2 3 MW 5 . 7 bn %%%", "🚀🚀 150\u{0301}MW",
      "電力需要 150MW $KILO", String(repeating: "\"(", count: 500), "",
    ]
    for (number, text) in texts.enumerated() {
      try shelf.post(
        "x-\(number)", text, "author: '@\"a'", "name: '\" OR ('", "title: '* \" ^'",
        "posted: 2025-10-0\(number + 1)")
    }
    let index = try shelf.index()
    for number in texts.indices {
      #expect(try index.places(around: "x-\(number)", limit: 5).count <= 10)
    }
  }
}

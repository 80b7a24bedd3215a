import PostilCore
import PostilIndex
import Testing

struct PageTests {
  private func page(_ typed: String) throws -> SubjectPage {
    let subject = try #require(Subject(typed))
    return try smallNotebook().index().page(of: subject, today: testDay)
  }

  @Test func `a page of a ticker has the posts that name it and their claims`() throws {
    let page = try page("$ohms")
    #expect(page.subject == .ticker("OHMS"))
    #expect(page.posts == 1 && page.rows.map(\.id) == ["x-1"])
    #expect(page.first == Day("2025-10-01") && page.last == page.first)
    #expect(page.claims.map(\.id) == ["c-2", "c-1"])
    #expect(page.track.marks == ["?": 1, ">": 1])
    #expect(page.track.forecasts == 1 && page.track.decidedForecasts == 0)
    #expect(page.track.due == 1 && page.track.overdue == 0)
    #expect(page.track.confidences == [80: 1])
    #expect(page.beside.map(\.subject) == [.author("@Ada_Ohm"), .tag("contract")])
  }

  @Test func `numbers carry the mark of the claim in which they stand`() throws {
    let entries = try page("$OHMS").numbers.flatMap(\.entries)
    let number = try #require(entries.first { $0.text == "150MW" })
    #expect(number.mark == "?")
    #expect(number.post == "x-1" && number.start == 19)
  }

  @Test(arguments: ["@ada_ohm", "@ADA_OHM", "author:ada_ohm", "author:Ada of Ohm"])
  func `an author is found by handle and by name, in any case`(typed: String) throws {
    let page = try page(typed)
    #expect(page.subject == .author("@Ada_Ohm"))
    #expect(page.rows.map(\.id) == ["x-3", "x-1"])
    #expect(page.names == [.init("Ada of Ohm", posts: 1)])
    #expect(page.track.overdue == 1)
  }

  @Test func `an author is nobody whose name begins so`() throws {
    #expect(try page("@Ada").posts == 0)
    let index = try smallNotebook().index()
    let all = try index.count(Query(parsing: "author:ada"), today: testDay)
    let exact = try index.count(Subject.author("@ada").query, today: testDay)
    #expect(all == 2 && exact == 0)
  }

  @Test(arguments: ["#power", "#POWER", "#old-power"])
  func `a tag takes in those below it and those that are called so elsewhere`(typed: String)
    throws
  {
    let page = try page(typed)
    #expect(page.subject == .tag("power"))
    #expect(page.definition == "Watts, not hopes.")
    #expect(Set(page.rows.map(\.id)) == ["x-2", "x-3"])
    #expect(page.claims.map(\.id) == ["c-3"])
  }

  @Test func `a page counts what the list and the ledger show`() throws {
    let index = try smallNotebook().index()
    for typed in ["$OHMS", "$KILO", "@bob", "@Ada_Ohm", "author:Élise", "#power", "#contract"] {
      let subject = try #require(Subject(typed))
      let page = try index.page(of: subject, today: testDay)
      #expect(try index.count(subject.query, today: testDay) == page.posts)
      let claims = try index.claims(subject.query, sort: ClaimSort(), today: testDay)
      #expect(claims.count == page.track.claims && page.claims.count == claims.count)
      #expect(page.activity.weeks.values.reduce(0) { $0 + $1.posts } == page.posts - page.undated)
    }
  }

  @Test func `verdicts stand in the week in which they were given`() throws {
    let shelf = try Shelf()
    try shelf.post("x-1", "It was $OHMS.", "author: \"@a\"", "posted: 2025-10-01")
    try shelf.claim(
      "c-1", on: "x-1", "It was", "status: supported", "at: 0-6",
      body:
        "\n## History\n\n- 2025-10-02 open\n- 2025-10-15 supported\n- 2025-11-01 supported 90%\n")
    let page = try shelf.index().page(of: .ticker("OHMS"), today: testDay)
    let posted = Activity.monday(of: try #require(Day("2025-10-01")))
    let judged = Activity.monday(of: try #require(Day("2025-10-15")))
    #expect(page.activity.weeks[posted]?.claims == ["+": 1])
    #expect(page.activity.weeks[judged]?.verdicts == ["+": 1])
    #expect(page.activity.weeks.count == 2)
  }

  @Test func `others who mention an author are counted apart`() throws {
    let shelf = try Shelf()
    try shelf.post("x-1", "Says @ada_ohm so.", "author: \"@bob\"", "posted: 2025-10-01")
    try shelf.post("x-2", "ada ohm without a sign", "author: \"@bob\"", "posted: 2025-10-02")
    let page = try shelf.index().page(of: .author("@Ada_Ohm"), today: testDay)
    #expect(page.posts == 0 && !page.isEmpty)
    #expect(page.mentions.map(\.id) == ["x-1"] && page.mentionCount == 1)
  }

  @Test func `nothing known is an empty page`() throws {
    for typed in ["$NONE", "@nobody", "#nothing"] { #expect(try page(typed).isEmpty) }
  }

  @Test func `subjects are found by letters in order, by sign, and by name`() throws {
    let index = try smallNotebook().index()
    func found(_ typed: String) throws -> [Subject] {
      try index.subjects(matching: typed, limit: 20).map(\.subject)
    }
    #expect(try found("ohms").first == .ticker("OHMS"))
    #expect(try found("ohm").contains(.author("@Ada_Ohm")))
    #expect(try found("@ohm") == [.author("@Ada_Ohm")])
    #expect(try found("#pb").contains(.tag("power/btm")))
    #expect(try found("ada of") == [.author("@Ada_Ohm")])
    #expect(try found("elise") == [.author("Élise")])
    #expect(try found("%").isEmpty)
    #expect(try found("").first == .author("@Ada_Ohm"))
    #expect(try index.subjects(matching: "", limit: 2).count == 2)
  }

  @Test func `what is offered has as many posts as its page`() throws {
    let shelf = try Shelf()
    try shelf.post("x-1", "$OHMS is up.", "author: \"@bob\"", "posted: 2025-10-01")
    try shelf.post("x-1~2", "$OHMS is up by far.", "author: \"@bob\"", "posted: 2025-10-01")
    try shelf.post("x-2", "$OHMS again, #power too.", "author: \"@bob\"", "posted: 2025-10-02")
    let index = try shelf.index()
    for offered in try index.subjects(matching: "", limit: 20) {
      #expect(try index.page(of: offered.subject, today: testDay).posts == offered.posts)
    }
    #expect(try index.subjects(matching: "$ohms", limit: 1).map(\.posts) == [2])
  }
}

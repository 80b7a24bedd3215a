import PostilCore
@testable import PostilScreen
import Testing

@Suite struct ClaimWordsTests {
  private func words(_ claim: Claim) -> [String] {
    claim.spans.map { Segments(Cast.contract).text($0) }
  }

  @Test func `t + adds the selected words to the claim just made, as a span of its own`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> j j t s j j")
    #expect(stage.text.contains("in hand 1 + “- $9.4bn"))
    try stage.press("t +")
    let claim = try #require(stage.desk.claims.last)
    #expect(words(claim) == ["- $9.4bn contract value", "- 18% prepayment"])
    #expect(stage.desk.claims.count == Cast.claims.count + 1)
    try stage.press("u")
    #expect(stage.desk.claims.last.map(words) == ["- $9.4bn contract value"])
  }

  @Test func `words that touch the claim are joined with it`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> j j v w t s v w w t +")
    let claim = try #require(stage.desk.claims.last)
    #expect(claim.spans.count == 1)
  }

  @Test func `t - takes words out again, a part or a whole span`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> j j t s j t + t -")
    #expect(stage.desk.claims.last.map(words) == ["- $9.4bn contract value"])
    try stage.press("k v e t -")
    #expect(stage.desk.claims.last.map(words) == ["-", "value"])
  }

  @Test func `what would leave nothing is refused with the way out`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> t s t -")
    #expect(stage.text.contains("t x removes it"))
    try stage.press("t +")
    #expect(stage.text.contains("in the claim already"))
  }

  @Test func `without a claim in hand t + says how to get one`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> t +")
    #expect(stage.text.contains("no claim in hand"))
    #expect(stage.desk.claims.count == Cast.claims.count)
  }

  @Test func `a visited claim stays in hand while the selection moves on`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("j <Enter> <Tab> <Tab> j t =")
    let claim = stage.desk.claims[1]
    #expect(claim.id == "c-261121-00002")
    let words = Segments(Cast.tour).text(claim.spans[0])
    #expect(words == "Dr. Okafor said margins will recover by March.")
    #expect(claim.status == .refuted)
  }

  @Test func `a lost claim is seen, reached and put on words again`() throws {
    var desk = Cast.desk
    desk.claims[1].spans = []
    var stage = try Stage(desk)
    try stage.press("j <Enter>")
    #expect(stage.text.contains("5 claims, 1 lost"))
    try stage.press("<S-Tab>")
    #expect(stage.state.reader?.focus == "c-261121-00002")
    #expect(stage.text.contains("lost: select words, then t ="))
    try stage.press("j t =")
    #expect(stage.desk.claims[1].spans.count == 1)
    #expect(!stage.text.contains("lost"))
  }

  @Test func `a label and + add a sentence from afar`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> j j t s T j +")
    #expect(stage.desk.claims.last?.spans.count == 2)
  }

  @Test func `every claim is visited, nested and equal ones too`() throws {
    var stage = try Stage(Cast.overlapping)
    try stage.press("<Enter>")
    var seen: Set<String> = []
    for _ in 0..<4 {
      try stage.press("<Tab>")
      seen.insert(try #require(stage.state.reader?.focus))
    }
    #expect(seen.count == 4)
    try stage.press("<Tab> ] c [ c <S-Tab>")
    #expect(stage.state.reader?.focus == "c-261121-00014")
    #expect(stage.text.contains("4 of 4 here"))
  }
}

extension Cast {
  /// Four claims over each other: one in another, and two on the same words.
  static var overlapping: Desk {
    let text = "Halls 1 to 5 are sold out until 2029, and power is the limit. Turbines are late."
    func claim(_ id: String, _ range: Range<Int>, _ status: Status) -> Claim {
      var claim = Claim(id: id)
      claim.post = "x-9"
      claim.spans = [range]
      claim.quotes = [Segments(text).text(range)]
      claim.status = status
      claim.history = [Turn(today, status)]
      return claim
    }
    return Desk(
      posts: [post("x-9", "@sitewalker", "2026-11-20T09:05:00Z", text)],
      claims: [
        claim("c-261121-00011", 0..<61, .supported), claim("c-261121-00012", 17..<36, .open),
        claim("c-261121-00013", 17..<36, .open), claim("c-261121-00014", 22..<26, .refuted),
      ])
  }
}

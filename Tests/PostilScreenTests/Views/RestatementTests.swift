import PostilCore
import Testing

@testable import PostilScreen

/// Claims whose words the author wrote again, in the reader.
@Suite struct RestatementTests {
  private func words(_ claim: Claim) -> [String] {
    claim.spans.map { Segments(Cast.tour).text($0) }
  }

  @Test func `Tab leads to the new words, and t = takes them without a selection`() throws {
    var stage = try Stage(Cast.restated)
    try stage.press("<Enter> <S-Tab> <S-Tab>")
    #expect(stage.state.reader?.focus == "c-261121-00021")
    #expect(stage.text.contains("reworded · t = takes the words shown"))
    #expect(stage.state.reader?.words == "margins will recover by March")
    try stage.press("t =")
    #expect(words(stage.desk.claims[1]) == ["margins will recover by March"])
    #expect(stage.desk.claims[1].quotes == ["margins will recover by March"])
    #expect(stage.text.contains("3 claims, 1 lost"))
    try stage.press("u")
    #expect(stage.desk.claims[1].isLost)
  }

  @Test func `another number is called a change, with both numbers`() throws {
    var stage = try Stage(Cast.restated, rows: 40, columns: 140)
    try stage.press("<Enter> <S-Tab>")
    #expect(stage.text.contains("CHANGED: “14%” became “12%”"))
    #expect(stage.text.contains("CHANGED · t = takes the words shown"))
    try stage.press("t =")
    #expect(words(stage.desk.claims[2]) == ["U.S. sales grew 12%"])
  }

  @Test func `the new words are lit, and the claim has its mark beside them`() throws {
    let stage = try Stage(Cast.restated)
    var opened = stage
    try opened.press("<Enter>")
    let reader = try #require(opened.state.reader)
    let shown = try #require(reader.dossier.restatements["c-261121-00021"]).spans
    let line = reader.block.layout.row(of: shown[0].lowerBound)
    let looks = Paint(reader, words: [], selects: false).looks(block: 0, line: line)
    let start = reader.block.layout.lines[line].range.lowerBound
    #expect(looks[shown[0].lowerBound - start].role == .suggestion)
    let row = reader.page.row(of: shown[0].lowerBound, block: 0, in: reader)
    #expect(reader.row(ofClaim: "c-261121-00021")?.row == row)
  }

  @Test func `other words that are selected are taken as they are`() throws {
    var stage = try Stage(Cast.restated)
    try stage.press("<Enter> <S-Tab> <S-Tab> g g j t =")
    let claim = stage.desk.claims[1]
    #expect(!claim.isLost && words(claim) != ["margins will recover by March"])
  }

  @Test func `on the old text the claim says what the newer one has, and t = puts it there`() throws
  {
    var stage = try Stage(Cast.captured)
    try stage.press("j <Enter> <Tab>")
    #expect(stage.text.contains("claim 1/1 ? · CHANGED in a newer text · t = puts it there"))
    #expect(stage.text.contains("CHANGED: “12%” became"))
    try stage.press("t =")
    #expect(stage.desk.claims[0].post == "x-2~2")
    #expect(stage.desk.claims[0].quotes == ["U.S. sales grew 13%"])
    try stage.press("u")
    #expect(stage.desk.claims[0].post == "x-2")
  }

  @Test func `on the old text other words are still chosen by hand`() throws {
    var stage = try Stage(Cast.captured)
    try stage.press("j <Enter> <Tab> j t =")
    #expect(stage.desk.claims[0].post == "x-2")
    #expect(stage.desk.claims[0].quotes.first?.hasPrefix("Dr. Okafor") == true)
  }
}

extension Cast {
  /// A claim on a post of which a later capture has another number.
  static var captured: Desk {
    var claim = Claim(id: "c-261121-00023")
    claim.post = "x-2"
    claim.quotes = ["U.S. sales grew 12%"]
    claim.spans = Anchor.places(of: claim.quotes[0], in: Array(tour.unicodeScalars))
    claim.history = [Turn(today, .open)]
    return Desk(
      posts: [
        post(
          "x-2~2", "@sitewalker", "2026-11-20T09:06:00Z", tour.replacing("12%", with: "13%")),
        post("x-2", "@sitewalker", "2026-11-20T09:05:00Z", tour),
      ], claims: [claim])
  }

  /// A claim that stands, one that is worded otherwise now, and one of which the number is another.
  static var restated: Desk {
    func claim(_ id: String, _ words: String) -> Claim {
      var claim = Claim(id: id)
      claim.post = "x-2"
      claim.quotes = [words]
      claim.history = [Turn(today, .open)]
      return claim
    }
    return Desk(
      posts: posts.filter { $0.id == "x-2" },
      claims: [
        claims[0], claim("c-261121-00021", "margins should recover by March"),
        claim("c-261121-00022", "U.S. sales grew 14%"),
      ])
  }
}

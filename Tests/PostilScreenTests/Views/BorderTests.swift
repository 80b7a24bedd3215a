import PostilCore
@testable import PostilScreen
import Testing

@Suite struct BorderTests {
  private func stage(_ keys: String) throws -> Stage {
    var stage = try Stage(Cast.desk)
    try stage.press("j <Enter> <Tab> <Tab> b " + keys)
    return stage
  }

  /// The words of the claim that is moved: first "U.S. sales grew 12%."
  private func words(_ stage: Stage) -> String {
    Segments(Cast.tour).text(stage.desk.claims[1].spans[0])
  }

  @Test(arguments: [
    ("<Enter>", "U.S. sales grew 12%."),
    ("h <Enter>", "U.S. sales grew 12%"),
    ("3 h <Enter>", "U.S. sales grew 1"),
    ("b <Enter>", "U.S. sales grew 12%"),
    ("2 b <Enter>", "U.S. sales grew"),
    ("w <Enter>", "U.S. sales grew 12%. Dr"),
    (") <Enter>", "U.S. sales grew 12%. Dr. Okafor said margins will recover by March."),
    ("[ b <Enter>", "$3.1B; U.S. sales grew 12%."),
    ("[ w <Enter>", "sales grew 12%."),
    ("[ ( <Enter>", "Revenue was $3.2B vs. est. $3.1B; U.S. sales grew 12%."),
    ("+ <Enter>", "Revenue was $3.2B vs. est. $3.1B; U.S. sales grew 12%."),
    ("- <Enter>", "U.S."),
    ("h h u u <Enter>", "U.S. sales grew 12%."),
    ("h h <Esc>", "U.S. sales grew 12%."),
    ("9 9 h <Enter>", "U"),
  ])
  func `a border moves`(keys: String, expected: String) throws {
    let stage = try stage(keys)
    #expect(words(stage) == expected)
    #expect(stage.state.layer == nil)
    #expect(stage.desk.claims[1].notes == "The call said 9%.")
    #expect(stage.desk.claims[1].status == .refuted)
  }

  @Test func `nothing is written before Enter, and Esc shows the old borders again`() throws {
    var stage = try stage("h h h")
    #expect(words(stage) == "U.S. sales grew 12%.")
    #expect(stage.state.reader?.words == "U.S. sales grew 1")
    try stage.press("<Esc>")
    #expect(stage.state.reader?.words == "U.S. sales grew 12%.")
  }

  @Test func `Tab chooses the span, spans never overlap, and x takes one out`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> j j t s j t + b <Tab> <Tab> [ 9 h <Enter>")
    let claim = try #require(stage.desk.claims.last)
    #expect(claim.spans.count == 2)
    #expect(claim.spans[0].upperBound == claim.spans[1].lowerBound)
    try stage.press("b x <Enter>")
    #expect(stage.desk.claims.last?.spans == [claim.spans[0]])
    try stage.press("b x")
    #expect(stage.text.contains("the only words of the claim"))
  }

  @Test func `an ending never cuts what is one character`() throws {
    var dice = Dice(seed: 9)
    for _ in 0..<40 {
      let text = "Begin " + naughty(&dice, pieces: 4...20) + " end"
      var stage = try Stage(Desk(posts: [Cast.post("x-1", "@a", "2026-11-20", text)]))
      try stage.press("<Enter> t s b")
      for _ in 0..<30 {
        try stage.press(["h", "l", "w", "b", "[", "]", "(", ")", "+", "-"][dice.roll(0...9)])
      }
      try stage.press("<Enter>")
      #expect(stage.state.layer == nil)
      let scalars = Array(text.unicodeScalars)
      let spans = try #require(stage.desk.claims.first?.spans)
      #expect(stage.desk.claims.count == 1 && !spans.isEmpty)
      #expect(stage.state.reader?.claim?.id == stage.desk.claims.first?.id)
      for span in spans {
        #expect(!span.isEmpty && Anchor.isGraphemeAligned(span, in: scalars))
      }
    }
  }
}

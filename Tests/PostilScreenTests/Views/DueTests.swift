import PostilCore
import Testing

@testable import PostilScreen

@Suite struct DueTests {
  private func stage(_ text: String, _ keys: String) throws -> Stage {
    var stage = try Stage(Desk(posts: [Cast.post("x-1", "@a", "2025-11-03T10:00:00Z", text)]))
    try stage.press(keys)
    return stage
  }

  private func offered(_ stage: Stage) -> String? {
    guard case .prompt(let prompt) = stage.state.layer else { return nil }
    return prompt.editor.text
  }

  @Test(arguments: [
    ("First power by March.", "2026-03-31"), ("It ships next quarter.", "2026-03-31"),
    ("I bought the 08/29 calls.", "2026-08-29"), ("It doubles in two years.", "2027-11-03"),
    ("Power is the limit.", ""),
  ])
  func `a forecast is offered the day that its words imply, by the day of the post`(
    text: String, day: String
  ) throws {
    for keys in ["<Enter> t p", "t p", "<Enter> t s d"] {
      #expect(try offered(stage(text, keys)) == day, "\(keys)")
    }
    var stage = try stage(text, "<Enter> t p <Enter>")
    #expect(stage.desk.claims.last?.due == Day(day))
    try stage.press("t p")
    #expect(offered(stage) == day)
  }

  @Test func `Tab offers the other days that the words imply, and comes round`() throws {
    var stage = try stage("First power by March, and 1 GW in two years.", "<Enter> t p")
    var days: [String] = []
    for _ in 0..<3 {
      days.append(try #require(offered(stage)))
      try stage.press("<Tab>")
    }
    #expect(days == ["2026-03-31", "2027-11-03", "2026-03-31"])
    #expect(stage.text.contains("in two years"))
  }

  @Test(arguments: [
    ("+2w", "2026-12-07"), ("by March", "2027-03-31"), ("in two years", "2028-11-23"),
    ("08/29", "2027-08-29"), ("next quarter", "2027-03-31"), ("2026-12-31", "2026-12-31"),
  ])
  func `typed days take the same forms, from today on`(typed: String, day: String) throws {
    var stage = try stage("Power is the limit.", "<Enter> t p")
    stage.type(typed)
    try stage.press("<Enter>")
    #expect(stage.desk.claims.last?.due == Day(day))
  }

  @Test func `what is no day is refused, and the line stays`() throws {
    var stage = try stage("Power is the limit.", "<Enter> t p")
    stage.type("soon")
    try stage.press("<Enter>")
    #expect(stage.text.contains("is no day"))
    #expect(offered(stage) == "soon" && stage.desk.claims.isEmpty)
  }
}

import PostilCore
import Testing

@testable import PostilScreen

/// `/` with the language of the filter.
@Suite struct SearchTests {
  private static let texts = [
    "First of all, a calm day.", "Some power here. More later. Power again.", "Quiet.",
    "All the power at last.",
  ]

  private func stage(rows: Int = 24, columns: Int = 80) throws -> Stage {
    let posts = Self.texts.enumerated().map { index, text in
      Cast.post("x-\(index)", "@ada", "\(Day(number: today.number - index))", text)
    }
    return try Stage(Desk(posts: posts), rows: rows, columns: columns)
  }

  private func prompt(_ stage: Stage) -> Prompt? {
    if case .prompt(let prompt) = stage.state.layer { prompt } else { nil }
  }

  @Test func `what is searched for is read while it is typed, mistakes under their column`() throws
  {
    var stage = try stage()
    try stage.press("/")
    stage.type("pow")
    #expect(prompt(stage)?.reading == "posts that hold a word that begins with “pow”")
    try stage.press("<C-u>")
    stage.type("ok autor:x")
    #expect(prompt(stage)?.problem?.place?.column == 4)
    let foot = stage.canvas.glyphPlane.suffix(2).map { $0 }
    let column = try #require(foot[0].firstRange(of: "autor")).lowerBound
    let caret = try #require(foot[1].firstIndex(of: "^"))
    #expect(
      foot[0].distance(from: foot[0].startIndex, to: column)
        == foot[1].distance(from: foot[1].startIndex, to: caret))
    try stage.press("<Enter>")
    #expect(prompt(stage) != nil)
  }

  @Test func `in the list n and N go to the posts that it finds`() throws {
    var stage = try stage()
    try stage.press("/")
    stage.type("power")
    try stage.press("<Enter>")
    #expect(stage.state.list.cursor == 1)
    #expect(stage.state.search?.words == "power*")
    try stage.press("n")
    #expect(stage.state.list.cursor == 3)
    try stage.press("n N")
    #expect(stage.state.list.cursor == 1)
  }

  @Test
  func
    `in the reader n goes from hit to hit and on into the next post, round the ends of the last`()
    throws
  {
    var stage = try stage()
    try stage.press("/")
    stage.type("power ")
    try stage.press("<Enter> <Enter>")
    var seen: [String] = []
    for key in ["g g", "n", "n", "n", "N", "N", "N"] {
      try stage.press(key)
      seen.append(stage.state.reader?.words ?? "")
    }
    #expect(
      seen == [
        "Some power here.", "Power again.", "All the power at last.", "All the power at last.",
        "Power again.", "Some power here.", "Power again.",
      ])
    #expect(stage.state.list.cursor == 1)
  }

  @Test func `a search that the open post does not hold leads to the next one that does`() throws {
    var stage = try stage()
    try stage.press("<Enter> /")
    stage.type("at last")
    try stage.press("<Enter>")
    #expect(stage.state.reader?.words == "All the power at last.")
    #expect(stage.state.searches == ["at last*"])
  }

  @Test func `Esc gives back what was searched for before`() throws {
    var stage = try stage()
    try stage.press("/ p o w e r <Enter> / d a y <Esc>")
    #expect(stage.state.search?.words == "power*")
    #expect(stage.state.search?.query == .word("power*"))
  }

  @Test func `the filter keeps the beginning of a word that it was shown with`() throws {
    var stage = try stage()
    try stage.press("F p o w <Enter>")
    #expect(stage.state.list.filter == "pow*" && stage.state.list.total == 2)
    try stage.press("F <Enter>")
    #expect(stage.state.list.filter == "pow*")
    try stage.press("F <C-u> p o w e r <Space> <Enter>")
    #expect(stage.state.list.ask.query == .word("power"))
  }
}

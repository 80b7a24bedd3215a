import PostilCore
import Testing

@testable import PostilScreen

@Suite struct HitTests {
  private static let filler = (1...60).map { "Line \($0) says little.\n" }.joined()

  private func stage(_ text: String, rows: Int = 24, columns: Int = 80) throws -> Stage {
    var post = Post(id: "x-1", text: text)
    post.author = "@ada"
    return try Stage(Desk(posts: [post]), rows: rows, columns: columns)
  }

  /// The words that are lit, a run of cells each.
  private func lit(_ stage: Stage) -> [String] {
    let canvas = stage.canvas
    var found: [String] = []
    for row in 0..<canvas.size.rows {
      var run = ""
      for cell in canvas.row(row) {
        if cell.look.overlay.contains(.match) {
          run += cell.glyph
        } else if !run.isEmpty {
          found.append(run)
          run = ""
        }
      }
    }
    return found
  }

  @Test(arguments: [
    ("power", ["power", "Power", "Powers"]), ("power ", ["power", "Power"]),
    ("pow*", ["power", "Power", "Powers"]),
    ("\"more power\"", ["more power"]), ("-power", []),
    ("is:unread power -more", ["power", "Power"]), ("/p.wer\\b/", ["power", "Power"]),
  ])
  func `the words of the filter are lit beside the list and in the reader`(
    filter: String, words: [String]
  ) throws {
    var stage = try stage(
      "He wants more power. Power is short. Powers that be; empowered.", rows: 32)
    try stage.press("F")
    stage.type(filter)
    #expect(lit(stage) == words)
    try stage.press("<Enter> <Enter>")
    #expect(stage.state.room == .reader)
    #expect(lit(stage) == words)
  }

  @Test func `n and N walk the hits of the filter, round the ends of the last post`() throws {
    var stage = try stage("One turbine. Two mills. Three turbines. Four turbine halls.")
    try stage.press("F")
    stage.type("turbine ")
    try stage.press("<Enter> <Enter>")
    var seen: [String] = []
    for key in ["n", "n", "N"] {
      try stage.press(key)
      seen.append(stage.state.reader?.words ?? "")
    }
    #expect(seen == ["Four turbine halls.", "One turbine.", "Four turbine halls."])
  }

  @Test func `what is searched for last is what n walks`() throws {
    var stage = try stage("One turbine. Two mills. Three halls.")
    try stage.press("F")
    stage.type("turbine")
    try stage.press("<Enter> <Enter>")
    try stage.press("/")
    stage.type("hall")
    try stage.press("<Enter> g g n")
    #expect(stage.state.reader?.words == "Three halls.")
    try stage.press("q F <C-u>")
    stage.type("mills")
    try stage.press("<Enter> <Enter> n")
    #expect(stage.state.reader?.words == "Two mills.")
    try stage.press("q F <C-u> <Enter> <Enter> n")
    #expect(stage.state.message?.text.contains("nothing searched for") == true)
  }

  @Test(arguments: [(32, 80), (40, 140)])
  func `a post begins beside the list at its first hit, unless that is in view`(
    rows: Int, columns: Int
  ) throws {
    var stage = try stage(
      Self.filler + "Here is a turbine.\n" + Self.filler, rows: rows, columns: columns)
    #expect(stage.state.readerShown?.top == 0)
    try stage.press("F")
    stage.type("turbin")
    #expect(stage.text.contains("Here is a turbine."))
    #expect(stage.text.contains("Line 60 "))
    try stage.press("<C-u>")
    stage.type("says")
    #expect(stage.text.contains("Line 1 "))
    try stage.press("<Esc>")
    #expect(stage.text.contains("Line 1 "))
    #expect(lit(stage).isEmpty)
  }

  @Test func `the words of a saved query are lit too`() throws {
    var stage = try stage("He wants power.")
    var lexicon = QueryLexicon()
    lexicon.saved = ["mine": "power is:unread"]
    stage.state.lexicon = lexicon
    stage.settle(stage.state.setFilter("query:mine"))
    #expect(stage.state.soughtWords.map(\.text) == ["power"])
  }

  @Test func `relevance is an order of the list, and says when it has no words to go by`() throws {
    var stage = try stage("He wants power.")
    try stage.press("s r")
    #expect(stage.state.list.ask.sort == PostSort(.relevance))
    #expect(stage.state.message?.text == "sorted by relevance · by date until the filter has words")
    stage.settle(stage.state.setFilter("power"))
    try stage.press("s r")
    #expect(stage.state.list.ask.sort == PostSort(.relevance, isReversed: true))
    #expect(stage.state.message?.text == "sorted by relevance, reversed")
  }
}

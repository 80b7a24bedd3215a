import PostilCore
@testable import PostilScreen
import Testing

/// Every screen at three sizes, as text: `POSTIL_RECORD=1 swift test` writes them anew.
@Suite struct ScreenTests {
  static let sizes = [(80, 24), (140, 40), (60, 16)]

  /// What is pressed to come to a screen, by the screen's name.
  static let paths: [(name: String, keys: String)] = [
    ("list", "j"),
    ("list-marked", "<Space> <Space> *"),
    ("list-labels", "f"),
    ("reader", "j <Enter> j"),
    ("reader-claim", "j <Enter> <Tab> <Tab>"),
    ("reader-contract", "<Enter> j j j"),
    ("reader-thread", "j j j j <Enter>"),
    ("reader-tagging", "<Enter> t"),
    ("reader-labels", "j <Enter> T"),
    ("reader-label-chosen", "j <Enter> T s"),
    ("reader-links", "<Enter> O"),
    ("reader-span", "<Enter> v w w w"),
    ("reader-note", "j <Enter> <Tab> a"),
    ("reader-forecast", "j <Enter> j j t p"),
    ("reader-topic", "<Enter> t #"),
    ("ledger", "L j"),
    ("palette", ": t h e"),
    ("help", "<Enter> ?"),
    ("filter-mistake", "F a u t o r : x"),
    ("export", "E"),
    ("notes", "g n"),
    ("problems", "g p"),
  ]

  @Test(arguments: paths.map(\.name)) func `a screen looks as it was approved`(name: String) throws
  {
    let keys = try #require(Self.paths.first { $0.name == name }?.keys)
    for (columns, rows) in Self.sizes {
      var stage = try Stage(Cast.desk, rows: rows, columns: columns)
      try stage.press(keys)
      expectScreen(stage.canvas, "\(name)-\(columns)x\(rows)")
    }
  }

  @Test func `an empty notebook says what to do`() throws {
    expectScreen(try Stage(Desk(posts: [])).canvas, "empty-80x24")
  }

  @Test func `a filter that finds nothing says how to widen it`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("F")
    stage.type("quenchfish")
    expectScreen(stage.canvas, "no-result-80x24")
  }

  @Test func `the split preview shows where posts begin`() throws {
    for (columns, rows) in Self.sizes {
      var stage = try Stage(Desk(posts: []), rows: rows, columns: columns)
      let text = Array((Cast.contract + "\n" + Cast.reply + "\n").utf8)
      stage.settle(
        update(&stage.state, .splitProposed(name: "posts.txt", SplitDraft(text, starts: [6]))))
      try stage.press("j j")
      expectScreen(stage.canvas, "split-\(columns)x\(rows)")
    }
  }

  @Test func `no text crosses the line between the text and the margin`() throws {
    for keys in ["j <Enter>", "j <Enter> t", "L", "L j j"] {
      for columns in [72, 80, 100, 119, 120, 140, 200] {
        var stage = try Stage(Cast.desk, rows: 30, columns: columns)
        try stage.press(keys)
        let frame = stage.state.frame
        let line = try #require(frame.margin).lowerBound - 1
        let first = stage.state.room == .ledger ? frame.body.upperBound - 8 : frame.body.lowerBound
        for row in first..<frame.body.upperBound {
          #expect(stage.canvas[row, line].glyph == "│", "\(keys) at \(columns), row \(row)")
        }
      }
    }
  }

  @Test func `at every size from 1x1 on nothing traps and the rows keep their width`() throws {
    for path in Self.paths {
      var stage = try Stage(Cast.desk)
      try stage.press(path.keys)
      for (columns, rows) in [
        (1, 1), (20, 4), (21, 5), (33, 7), (43, 9), (44, 10), (71, 12), (72, 13), (119, 30),
        (120, 31), (400, 100),
      ] {
        stage.resize(columns, rows)
        for row in stage.canvas.glyphPlane { #expect(Glyph.width(of: row) == columns) }
      }
    }
  }
}

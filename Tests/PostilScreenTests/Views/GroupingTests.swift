import PostilCore
import Testing

@testable import PostilScreen

/// A list under headings.
@Suite struct GroupingTests {
  private func stage(rows: Int, columns: Int) throws -> Stage {
    let posts = (0..<60).map { n in
      Cast.post(
        "x-\(100 + n)", "@a\(n * n % 7)", "\(Day(number: today.number - n / 3))",
        "Post \(n) of many\(n % 5 == 0 ? "" : " $T\(n % 5)").")
    }
    return try Stage(Desk(posts: posts), rows: rows, columns: columns)
  }

  @Test(arguments: ["a", "t", "d"], [(24, 80), (40, 140), (16, 60), (11, 44)])
  func `the row under the cursor is in view with the heading of its group above`(
    letter: String, size: (Int, Int)
  ) throws {
    var stage = try stage(rows: size.0, columns: size.1)
    try stage.press("s g \(letter)")
    var positions: [Int] = []
    for key in Array(repeating: "j", count: 25) + ["<C-d>", "<C-f>", "G"]
      + Array(repeating: "k", count: 30) + ["<C-b>", "g g", "}", "}", "{"]
    {
      try stage.press(key)
      positions.append(stage.state.list.cursor)
      let row = try #require(stage.state.list.current)
      let rows = stage.canvas.glyphPlane
      let line = try #require(rows.firstIndex { $0.hasPrefix(">") })
      let heading = try #require(row.section?.name)
      #expect(rows[..<line].contains { $0.hasPrefix(" " + heading + " · ") }, "\(heading)")
      let mine = try #require(stage.state.listLine(of: stage.state.list.cursor))
      #expect(stage.state.listPosition(atLine: mine) == stage.state.list.cursor)
    }
    #expect(positions[24] == 25)
  }

  @Test func `a page down leaves no row out`() throws {
    var stage = try stage(rows: 24, columns: 80)
    try stage.press("s g a")
    var seen: Set<Int> = []
    for _ in 0..<40 {
      seen.formUnion(stage.state.rowsInList)
      try stage.press("<C-f>")
    }
    #expect(seen == Set(0..<60))
  }

  @Test func `groups are gone to, turned round, and taken away`() throws {
    var stage = try stage(rows: 24, columns: 80)
    try stage.press("s g d")
    #expect(stage.state.list.ask.sort == PostSort(groupedBy: .day))
    #expect(stage.state.list.sections.count == 20)
    try stage.press("}")
    #expect(stage.state.list.cursor == 3)
    try stage.press("j }")
    #expect(stage.state.list.cursor == 6)
    try stage.press("j {")
    #expect(stage.state.list.cursor == 6)
    try stage.press("{ {")
    #expect(stage.state.list.cursor == 0)
    try stage.press("s d")
    #expect(stage.state.list.ask.sort == PostSort(groupedBy: .day, isReversed: true))
    try stage.press("s g d")
    #expect(stage.state.list.ask.sort.grouping == nil)
    try stage.press("s g t s w")
    #expect(stage.state.list.ask.sort == PostSort(.due))
  }
}

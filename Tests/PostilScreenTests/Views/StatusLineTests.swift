import PostilCore
import Testing

@testable import PostilScreen

@Suite struct StatusLineTests {
  private func status(_ stage: Stage) -> String {
    stage.canvas.glyphPlane.last ?? ""
  }

  private func tagged(columns: Int) throws -> Stage {
    var stage = try Stage(Cast.desk, columns: columns)
    try stage.press("<Enter> t s j")
    return stage
  }

  @Test func `the time of the last saved change stands at the right, once there is one`() throws {
    var stage = try Stage(Cast.desk, columns: 100)
    #expect(!status(stage).contains("saved"))
    try stage.press("<Enter> t s j")
    #expect(status(stage).hasSuffix("(.) supported   saved 16:58 "))
    stage.settle(update(&stage.state, .saved(ClockTime(hour: 9, minute: 5))))
    #expect(status(stage).hasSuffix("(.) supported   saved 09:05 "))
    try stage.press("q")
    #expect(status(stage).hasSuffix("saved 09:05 "))
  }

  @Test func `where there is little room the time goes first, then the last tag`() throws {
    let wide = try tagged(columns: 100)
    let position = status(wide).split(separator: "(.)")[0].trimmingPrefix(" ")
    var seen: [[Bool]] = []
    for columns in stride(from: 100, through: 20, by: -1) {
      let line = status(try tagged(columns: columns))
      let parts = ["saved 16:58", "(.) supported"].map(line.contains)
      if seen.last != parts { seen.append(parts) }
      #expect(parts[1] || !parts[0], "\(columns)")
      if columns > 60 { #expect(line.dropFirst().hasPrefix(position.prefix(12)), "\(columns)") }
    }
    #expect(seen == [[true, true], [false, true], [false, false]])
  }

  @Test func `keys of a sequence, the sticky tag and the time stand beside each other`() throws {
    var stage = try tagged(columns: 120)
    stage.state.sticky = "power"
    try stage.press("3 g")
    #expect(status(stage).hasSuffix("3 g   (.) supported   saved 16:58  + #power "))
  }

  @Test func `work that goes on takes the place of the last tag and the time`() throws {
    var stage = try tagged(columns: 100)
    stage.settle(update(&stage.state, .progress(Progress("import", done: 1, total: 4))))
    #expect(status(stage).hasSuffix("import 25% · C-c stops "))
    #expect(!status(stage).contains("saved"))
  }
}

import PostilCore
import Testing

@testable import PostilScreen

@Suite struct PaletteTests {
  private func line(_ words: String, of stage: Stage) -> String {
    stage.canvas.glyphPlane.first { $0.contains(words) } ?? ""
  }

  @Test func `a line has keys, name, what it does, and the scope of its keys`() throws {
    var stage = try Stage(Cast.desk, columns: 80)
    try stage.press(":")
    stage.type("bare")
    let here = line("view.bare", of: stage)
    #expect(here.contains(#/B +view.bare +\S.* +global /#), "\(here)")
    try stage.press("<Esc> :")
    stage.type("tag.rename")
    let elsewhere = stage.canvas.glyphPlane.last { $0.hasPrefix(">") } ?? ""
    #expect(elsewhere.hasSuffix("codebook "), "\(stage.text)")
  }

  @Test(arguments: [80, 140])
  func `in a margin what does not fit stands below`(columns: Int) throws {
    var stage = try Stage(Cast.desk, rows: 40, columns: columns)
    try stage.press("<Enter> :")
    stage.type("tag.rename")
    #expect(stage.text.contains("codebook"), "\(stage.text)")
  }

  @Test func `help that is narrowed says the scope of every line`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> ?")
    stage.type("bare")
    #expect(line("view.bare", of: stage).hasSuffix("global "), "\(stage.text)")
    #expect(line("in the reader", of: stage).isEmpty)
  }

  @Test func `keys that hold in most places stand first`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> :")
    stage.type("move.down")
    #expect(stage.text.contains("j, Down"), "\(stage.text)")
  }
}

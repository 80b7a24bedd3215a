import PostilCore
import Testing

@testable import PostilScreen

@Suite struct FilterPromptTests {
  private func stage() throws -> Stage {
    var stage = try Stage(Desk(posts: [Post(id: "x-1", text: "A power line.")]))
    try stage.press("F")
    return stage
  }

  private func foot(_ stage: Stage) -> String { stage.canvas.glyphPlane.last ?? "" }

  @Test func `the line under the filter says how it is read`() throws {
    var stage = try stage()
    stage.type("tag:power")
    #expect(foot(stage).contains("posts that are tagged “power” or below it"))
  }

  @Test func `a mistake stands under its column, with the nearest word`() throws {
    var stage = try stage()
    stage.type("ok autor:x")
    let prompt = stage.canvas.glyphPlane.dropLast().last ?? ""
    let column = try #require(prompt.firstRange(of: "autor")).lowerBound
    let caret = try #require(foot(stage).firstIndex(of: "^"))
    #expect(
      prompt.distance(from: prompt.startIndex, to: column)
        == foot(stage).distance(from: foot(stage).startIndex, to: caret))
    #expect(foot(stage).contains("author:"))
  }

  @Test func `Tab completes, and what was used comes back with Up`() throws {
    var stage = try stage()
    stage.type("is:unt")
    try stage.press("<Tab>")
    guard case .prompt(let prompt) = stage.state.layer else { return #expect(Bool(false)) }
    #expect(prompt.editor.text == "is:untagged")
    try stage.press("<Enter> F <C-u> <Up>")
    guard case .prompt(let again) = stage.state.layer else { return #expect(Bool(false)) }
    #expect(again.editor.text == "is:untagged")
    #expect(stage.state.memory.filters == ["is:untagged"])
  }
}

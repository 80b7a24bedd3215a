import PostilCore
import Testing

@testable import PostilScreen

/// Whether the post in hand stands under the list, and when it is read where it does not.
@Suite struct PreviewTests {
  private func reads(_ effects: [Effect]) -> [String] {
    effects.compactMap { if case .loadDossier(let post) = $0 { post } else { nil } }
  }

  private func readsAhead(_ effects: [Effect]) -> Bool {
    effects.contains { if case .readAhead = $0 { true } else { false } }
  }

  @Test func `a low screen has the list alone, a higher one the post in hand too`() throws {
    #expect(try Stage(Cast.desk, rows: 24).state.geometry.preview == 0)
    #expect(try Stage(Cast.desk, rows: 40).state.geometry.preview > 0)
  }

  @Test(arguments: [24, 40]) func `v shows or hides it, and the next start remembers`(rows: Int)
    throws
  {
    var stage = try Stage(Cast.desk, rows: rows)
    let before = stage.state.geometry.preview > 0
    #expect(stage.state.memory.previews == nil)
    try stage.press("v")
    #expect((stage.state.geometry.preview > 0) != before)
    var next = try Stage(Cast.desk, rows: rows)
    next.state.memory = stage.state.memory
    #expect((next.state.geometry.preview > 0) != before)
    try stage.press("v")
    #expect((stage.state.geometry.preview > 0) == before)
  }

  @Test func `a list alone reads no post while keys come`() throws {
    var stage = try Stage(Cast.desk)
    let effects = update(&stage.state, .key(.character("j")))
    #expect(reads(effects) == [] && !readsAhead(effects))
    #expect(stage.state.wantsPause)
  }

  @Test func `when keys pause it reads the one in hand, once, and Enter has it at once`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("j")
    let post = try #require(stage.state.list.current?.id)
    let effects = update(&stage.state, .paused)
    #expect(reads(effects) == [post])
    #expect(!stage.state.wantsPause)
    let before = stage.canvas
    stage.settle(effects)
    #expect(!stage.state.wantsPause && stage.canvas == before)
    _ = update(&stage.state, .key(.enter))
    #expect(stage.state.room == .reader && stage.state.reader?.dossier.post.id == post)
  }

  @Test func `a verb that needs what the post says reads it first, then does its work`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("j")
    let post = try #require(stage.state.list.current?.id)
    _ = update(&stage.state, .key(.character("y")))
    let effects = update(&stage.state, .key(.character("y")))
    #expect(reads(effects) == [post] && stage.state.awaitsPage)
    stage.settle(effects)
    #expect(stage.text.contains("copied “") && !stage.state.awaitsPage)
  }

  @Test func `a verb that waits is for the post under the cursor and no other`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("j")
    let effects = update(&stage.state, .key(.character("a")))
    _ = update(&stage.state, .key(.character("j")))
    stage.settle(effects)
    #expect(stage.state.layer == nil)
  }

  @Test func `on a wide screen the post stands beside the list, and v says so`() throws {
    var stage = try Stage(Cast.desk, rows: 24, columns: 140)
    try stage.press("v")
    #expect(stage.text.contains("beside the list") && stage.state.memory.previews == nil)
  }

  @Test func `on an empty list a verdict says that there is nothing, and is not there to repeat`()
    throws
  {
    var stage = try Stage(Desk(posts: []))
    try stage.press("t s")
    #expect(stage.text.contains("nothing here to tag") && !stage.text.contains("(.)"))
    try stage.press(".")
    #expect(stage.text.contains("nothing to repeat yet"))
  }
}

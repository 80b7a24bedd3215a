import PostilCore
@testable import PostilScreen
import Testing

@Suite struct AheadTests {
  @Test func `the next post is there before the disk answers`() throws {
    var stage = try Stage(Cast.desk, rows: 32)
    let next = try #require(stage.state.list.row(at: 1))
    let effects = update(&stage.state, .key(.character("j")))
    #expect(stage.state.reader?.dossier.post.id == next.id)
    // What it says may be older than the disk: it is read all the same.
    #expect(effects.contains { if case .loadDossier(next.id) = $0 { true } else { false } })
    let before = stage.canvas
    stage.settle(effects)
    #expect(stage.canvas == before)
  }

  @Test func `so it is when it is opened from the post before it`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter>")
    let next = try #require(stage.state.list.row(at: stage.state.list.cursor + 1))
    _ = update(&stage.state, .key(.character("J")))
    #expect(stage.state.room == .reader)
    #expect(stage.state.reader?.dossier.post.id == next.id)
  }

  @Test func `what was changed meanwhile is not shown from memory`() throws {
    var stage = try Stage(Cast.desk, rows: 32)
    _ = update(&stage.state, .stale)
    _ = update(&stage.state, .key(.character("j")))
    #expect(stage.state.reader == nil)
    #expect(stage.state.readerShown?.dossier.post.id == stage.state.list.current?.id)
  }
}

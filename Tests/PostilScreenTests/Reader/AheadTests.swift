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

  @Test func `what is opened shows its first words before the disk answers`() throws {
    var stage = try Stage(Cast.desk)
    _ = update(&stage.state, .stale)
    let row = try #require(stage.state.list.current)
    let effects = update(&stage.state, .key(.enter))
    #expect(stage.state.reader == nil)
    #expect(stage.state.readerShown?.dossier.post.id == row.id)
    let words = try #require(row.excerpt.split(separator: " ").first)
    #expect(stage.text.contains(words))
    stage.settle(effects)
    #expect(stage.state.reader?.dossier.post.id == row.id)
    #expect(stage.text.contains(words))
  }

  @Test func `a post read anew is set as one that nobody knew`() throws {
    var stage = try Stage(Cast.desk)
    for row in stage.state.list.rows {
      let dossier = try #require(stage.desk.dossier(row.id))
      var other = dossier
      other.claims.removeAll()
      for (earlier, now) in [(dossier, other), (other, dossier)] {
        stage.resize(80, 24)
        let known = Reader(earlier, frame: stage.state.frame)
        stage.resize(100, 30)
        let fresh = Reader(now, frame: stage.state.frame)
        let again = Reader(now, frame: stage.state.frame, knowing: known)
        #expect(again.page.rows == fresh.page.rows)
        #expect(again.page.claims == fresh.page.claims)
        #expect(again.blocks.map(\.layout) == fresh.blocks.map(\.layout))
        #expect(again.blocks.map(\.claims) == fresh.blocks.map(\.claims))
        #expect(again.selection == fresh.selection && again.top == fresh.top)
      }
    }
  }

  @Test func `what was changed meanwhile is not shown from memory`() throws {
    var stage = try Stage(Cast.desk, rows: 32)
    _ = update(&stage.state, .stale)
    _ = update(&stage.state, .key(.character("j")))
    #expect(stage.state.reader == nil)
    #expect(stage.state.readerShown?.dossier.post.id == stage.state.list.current?.id)
  }
}

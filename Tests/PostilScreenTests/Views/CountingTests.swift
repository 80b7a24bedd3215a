import PostilCore
import Testing

@testable import PostilScreen

/// A list whose rows come before anybody has counted them.
@Suite struct CountingTests {
  private func stage() throws -> Stage {
    let posts = (0..<400).map { n in
      let day = Day(number: today.number - n)
      return Cast.post("p\(n)", "@author", "\(day)", n == 300 ? "unlike" : "alike \(n)")
    }
    var desk = Desk(posts: posts)
    desk.countsLater = true
    return try Stage(desk)
  }

  /// The list as it is when its rows are there and its number is not.
  private func uncounted() throws -> (Stage, [Effect]) {
    var stage = try stage()
    stage.state.list = PostList()
    let ask = stage.state.list.ask
    let rows = (0..<40).map { PostRow(id: "p\($0)", excerpt: "alike \($0)") }
    let effects = update(&stage.state, .posts(ask, total: nil, start: 0, rows))
    return (stage, effects)
  }

  @Test func `rows are shown before they are counted, and the number when it is known`() throws {
    var (stage, effects) = try uncounted()
    #expect(stage.text.contains("alike 3") && stage.text.contains("1/…"))
    stage.settle(effects)
    #expect(stage.text.contains("1/400"))
  }

  @Test func `the cursor goes as far as rows are known, and to the last one when it is counted`()
    throws
  {
    var (stage, effects) = try uncounted()
    _ = update(&stage.state, .key(.character("G")))
    #expect(stage.text.contains("40/…"))
    stage.settle(effects)
    #expect(stage.text.contains("400/400") && stage.state.list.current?.id == "p399")
  }

  @Test func `a key after the jump to the end is what counts`() throws {
    var (stage, effects) = try uncounted()
    _ = update(&stage.state, .key(.character("G")))
    _ = update(&stage.state, .key(.character("k")))
    stage.settle(effects)
    #expect(stage.text.contains("39/400"))
  }

  @Test func `what a search finds beyond the rows is gone to`() throws {
    var (stage, _) = try uncounted()
    stage.settle(update(&stage.state, .found(stage.state.list.ask, position: 300)))
    #expect(stage.state.list.current?.id == "p300" && stage.text.contains("301/"))
  }

  @Test func `an old number is not that of a new filter`() throws {
    var (stage, effects) = try uncounted()
    let old = stage.state.list.ask
    try stage.press("F")
    stage.type("unlike")
    stage.settle(effects)
    _ = update(&stage.state, .postCount(old, 400))
    #expect(stage.text.contains("1 found"))
  }

  @Test func `the number of a list stays while its rows are read anew`() throws {
    var stage = try stage()
    let ask = stage.state.list.ask
    #expect(stage.text.contains("1/400"))
    let effects = update(
      &stage.state, .posts(ask, total: nil, start: 0, stage.state.list.rows))
    #expect(stage.text.contains("1/400"))
    guard case .countPosts(ask)? = effects.last else {
      Issue.record("it is not counted anew")
      return
    }
  }
}

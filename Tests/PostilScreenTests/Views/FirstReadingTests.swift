import PostilCore
import Testing

@testable import PostilScreen

/// The first start with a new index, while the files are still being read.
@Suite struct FirstReadingTests {
  /// A screen that has asked for everything and has one answer: an index with nothing in it.
  private func started() throws -> Stage {
    var stage = try Stage(Desk(posts: []))
    _ = stage.state.begin()
    stage.settle(update(&stage.state, .posts(stage.state.list.ask, total: 0, start: 0, [])))
    return stage
  }

  @Test func `it says that files are being read, then what is there`() throws {
    var stage = try started()
    #expect(stage.text.contains("reading files …") && !stage.text.contains("No posts"))
    stage.settle(update(&stage.state, .progress(Progress("reading files", done: 30, total: 400))))
    #expect(stage.text.contains("reading files … 30 of 400"))
    stage.desk.posts = Cast.posts
    _ = update(&stage.state, .progress(nil))
    stage.settle(update(&stage.state, .reconciled))
    #expect(!stage.text.contains("reading files") && stage.text.contains("@sitewalker"))
  }

  @Test func `a notebook without posts says so once all is read`() throws {
    var stage = try started()
    let effects = update(&stage.state, .reconciled)
    #expect(!stage.text.contains("No posts"))
    stage.settle(effects)
    #expect(stage.text.contains("No posts yet."))
  }

  @Test func `keys are for what comes, until it is there`() throws {
    var stage = try started()
    #expect(stage.state.awaitsPage)
    let effects = update(&stage.state, .reconciled)
    #expect(stage.state.awaitsPage)
    stage.settle(effects)
    #expect(!stage.state.awaitsPage)
    // Reading anew later holds nobody up.
    stage.settle(update(&stage.state, .reconciled))
    #expect(!stage.state.awaitsPage)
  }

  @Test func `the first posts that are found need nobody to wait for the rest`() throws {
    var stage = try started()
    stage.desk.posts = Cast.posts
    stage.settle(update(&stage.state, .stale))
    #expect(!stage.state.awaitsPage && stage.text.contains("@sitewalker"))
  }
}

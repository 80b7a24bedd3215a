import PostilCore
import PostilImport
import Testing

@testable import PostilScreen

/// What is pasted where a file is asked for.
struct ImportPasteTests {
  private static let posts = "First post.\nIts second line.\n\n@mara_k Another one.\n"

  private func stage() throws -> Stage { try Stage(Desk(posts: Cast.posts)) }

  /// The text that is to be cut after a paste of posts, if any.
  private func pasted(into stage: inout Stage) -> String? {
    let effects = update(&stage.state, .paste(Self.posts))
    guard effects.count == 1, case .cutPasted(let text) = effects.first else { return nil }
    return text
  }

  @Test func `several lines pasted into the prompt for a file are proposed as posts`() throws {
    var stage = try stage()
    _ = stage.state.perform(.importFile)
    #expect(pasted(into: &stage) == Self.posts)
    #expect(stage.state.layer == nil)
    let draft = SplitDraft(Array(Self.posts.utf8), starts: [3])
    stage.settle(update(&stage.state, .splitProposed(name: "pasted", draft)))
    #expect(stage.state.isSplitting)
    #expect(stage.text.contains("Import: pasted"))
    #expect(stage.text.contains("@mara_k Another one."))
  }

  @Test(arguments: ["posts.txt", "posts.txt\n", "\n~/posts.txt\n\n"])
  func `one line pasted there is a name to go on typing`(name: String) throws {
    var stage = try stage()
    _ = stage.state.perform(.importFile)
    let effects = update(&stage.state, .paste(name))
    #expect(effects.isEmpty)
    #expect(stage.text.contains("posts.txt"))
    #expect(!stage.state.isSplitting)
  }

  @Test(arguments: ["import", "import -", "import "])
  func `the palette takes it behind the name of the command`(typed: String) throws {
    var stage = try stage()
    try stage.press(":")
    stage.type(typed)
    #expect(pasted(into: &stage) == Self.posts)
  }

  @Test func `import - asks for what is to be pasted`() throws {
    var stage = try stage()
    _ = stage.state.perform(.importFile, argument: "-")
    #expect(stage.text.contains("paste the posts here"))
    #expect(pasted(into: &stage) == Self.posts)
  }

  @Test func `other prompts take lines as words`() throws {
    var stage = try stage()
    try stage.press("/")
    stage.settle(update(&stage.state, .paste("tarn\nridge")))
    #expect(stage.text.contains("tarn ridge"))
  }
}

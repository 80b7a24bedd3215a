import Foundation
import PostilCore
import PostilImport
import Testing

@testable import postil

/// Cutting a pasted text into posts on the screen, before anything is written.
@Suite(.enabled(if: Tmux.isInstalled, "tmux is not installed"), .timeLimit(.minutes(10)))
struct SplitTests {
  private func open(_ box: Sandbox) async throws -> Tmux {
    try Data(InventedPosts.text.utf8).write(to: box.folder.appending(path: "posts.txt"))
    let screen = try box.terminal(
      """
      cd '\(box.folder.path)'; '\(Program.path)' import posts.txt -n notebook
      printf 'left with %s\\n' $?
      """)
    try await screen.wait(for: "Import: posts.txt")
    #expect(try box.posts().isEmpty)
    return screen
  }

  @Test func `what is accepted is imported, and the report is printed`() async throws {
    let box = try Sandbox()
    let screen = try await open(box)
    var draft = PasteSplitter.propose(Array(InventedPosts.text.utf8)).draft
    let proposed = draft.count
    try await screen.wait(for: "\(proposed) posts")
    try screen.press("j", "Space")
    draft.toggle(1)
    try await screen.wait(for: "\(draft.count) posts")
    try screen.press("n")
    try await screen.wait(for: "1 post")
    try screen.press("u", "u", "y")
    try await screen.wait(for: "left with 0")
    try await screen.wait(for: "\(proposed) found · \(proposed) new")
    #expect(try box.posts().count == proposed)
  }

  @Test func `what is given up writes nothing`() async throws {
    let box = try Sandbox()
    let before = try box.tree()
    let screen = try await open(box)
    try screen.press("q")
    try await screen.wait(for: "left with 2")
    try await screen.wait(for: "nothing imported")
    #expect(try box.tree() == before)
  }

  @Test func `import from inside shows the text first, too`() async throws {
    let box = try Sandbox()
    let path = box.folder.appending(path: "posts.txt")
    try Data(InventedPosts.text.utf8).write(to: path)
    let screen = try box.screen()
    try await screen.wait(for: "No posts yet")
    try screen.type(":")
    try screen.type("import \(path.path)")
    try screen.press("Enter")
    try await screen.wait(for: "Space cut/join here")
    try screen.press("n", "y")
    try await screen.wait(for: "1 new post")
    try screen.press("u")
    try await screen.wait(for: "No posts yet")
    #expect(try box.posts().isEmpty)
  }

  @Test func `posts pasted where a file is asked for are shown, and written when accepted`()
    async throws
  {
    let box = try Sandbox()
    let screen = try box.screen()
    try await screen.wait(for: "No posts yet")
    try screen.type(":")
    try screen.type("import")
    try screen.press("Enter")
    try await screen.wait(for: "import file or folder")
    try screen.paste(InventedPosts.text)
    let proposed = PasteSplitter.propose(Array(InventedPosts.text.utf8)).draft.count
    try await screen.wait(for: "Import: pasted")
    #expect(try box.posts().isEmpty)
    try screen.press("y")
    try await screen.wait(for: "\(proposed) new post")
    #expect(try box.posts().count == proposed)
  }

  @Test func `a table of an unknown kind asks what its columns mean`() async throws {
    let box = try Sandbox()
    let table = "Wann,Wer,Inhalt\n2025-11-03,ada,Power first.\n2025-11-04,bob,Chips later.\n"
    try Data(table.utf8).write(to: box.folder.appending(path: "posts.csv"))
    let screen = try box.terminal(
      """
      cd '\(box.folder.path)'; '\(Program.path)' import posts.csv -n notebook
      printf 'left with %s\\n' $?
      """)
    try await screen.wait(for: "What do its columns mean?")
    #expect(try box.posts().isEmpty)
    try screen.type("2 a")
    try screen.press("Enter")
    try await screen.wait(for: "2  author   Wer")
    try screen.press("y", "Enter")
    try await screen.wait(for: "left with 0")
    #expect(try box.posts().count == 2)
  }
}

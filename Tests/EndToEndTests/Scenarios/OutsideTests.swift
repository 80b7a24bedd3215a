import Foundation
import PostilCore
import Testing

@testable import postil

/// What others do to the notebook while it is shown, and what the surroundings ask for.
@Suite(.enabled(if: Tmux.isInstalled, "tmux is not installed"), .timeLimit(.minutes(10)))
struct OutsideTests {
  /// A notebook with one post, opened on its page.
  private func open(
    _ text: String, _ more: [String: String] = [:], rows: Int = 24, columns: Int = 100
  ) async throws -> (Sandbox, Tmux) {
    let box = try Sandbox()
    #expect(try box.run("import", "-", "--split", "none", input: text).status == 0)
    let screen = try box.screen(rows: rows, columns: columns, more)
    try await screen.wait(for: "1 post")
    try screen.press("Enter")
    try await screen.wait(for: "sentence 1/")
    return (box, screen)
  }

  @Test func `a claim that is edited outside is shown as it is now`() async throws {
    let (box, screen) = try await open("Ground is broken. The queue is long.")
    try screen.press("t", "o")
    try await screen.wait(for: "u undoes")
    let path = try #require(box.files(in: "claims").first)
    let edited = try box.text(path).replacing("status: open", with: "status: refuted")
    try box.write(edited, to: path)
    try await screen.wait(for: "- refuted")
    try FileManager.default.removeItem(at: box.notebook.appending(path: path))
    try await screen.wait(for: "0 claims")
  }

  @Test func `a post that comes from the shell is in the list at once`() async throws {
    let (box, screen) = try await open("Ground is broken.")
    try screen.press("q")
    try await screen.wait(for: "by date")
    #expect(
      try box.run("import", "-", "--split", "none", input: "A second post.").status == 0)
    try await screen.wait(for: "2 posts")
    try await screen.wait(for: "A second post.")
  }

  @Test func `a note that others changed meanwhile is not written over`() async throws {
    let (box, screen) = try await open("Ground is broken. The queue is long.")
    try screen.press("t", "a")
    try await screen.wait(for: "Esc save")
    try screen.type("mine")
    let path = try #require(box.files(in: "claims").first)
    let theirs = try box.text(path) + "\n## Notes\n\ntheirs\n"
    try box.write(theirs, to: path)
    try await Task.sleep(for: .milliseconds(500))
    try screen.press("Escape")
    try await screen.wait(for: "both notes") { rows in
      rows.contains { $0.contains("mine") } && rows.contains { $0.contains("theirs") }
    }
    #expect(try box.text(path) == theirs)
  }

  @Test func `the file for $EDITOR says what it is about, and the note does not`() async throws {
    let seen = NSTemporaryDirectory() + "postil-seen-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: seen) }
    let (box, screen) = try await open(
      "Ground is broken.",
      [
        "EDITOR": #"sh -c 'cp "$1" "$SEEN"; printf "The queue is long.\n" >>"$1"' sh"#,
        "SEEN": seen,
      ])
    try screen.press("t", "s", "e")
    try await screen.wait(for: "noted on")
    let first = try String(contentsOfFile: seen, encoding: .utf8).split(separator: "\n").first
    #expect(first?.hasPrefix("<!-- postil: + supported") == true, "\(first ?? "")")
    #expect(first?.hasSuffix("-->") == true)
    #expect(try box.claims().map(\.notes) == ["The queue is long."])
  }

  @Test func `what $EDITOR saves is the note`() async throws {
    let (box, screen) = try await open(
      "Ground is broken.", ["EDITOR": #"sh -c 'printf "from the editor\n" >>"$1"' sh"#])
    try screen.press("t", "a")
    try await screen.wait(for: "Esc save")
    try screen.type("begun in the margin, ended ")
    try screen.press("C-x", "C-e")
    try await screen.wait(for: "noted on")
    #expect(try box.claims().map(\.notes) == ["begun in the margin, ended from the editor"])
    try screen.press("e")
    try await screen.wait(for: "noted on")
    try await eventually("the note grows") {
      try box.claims().map(\.notes).allSatisfy { $0.hasSuffix("from the editor") }
    }
  }

  @Test func `a paste of several lines is text, and no key of it is a command`() async throws {
    let (box, screen) = try await open("Ground is broken.")
    try screen.press("t", "a")
    try await screen.wait(for: "Esc save")
    try screen.paste("quit: Q\n\n- Q q :quit\n")
    try await screen.wait(for: "- Q q :quit")
    try screen.press("Escape")
    try await screen.wait(for: "noted on")
    #expect(try box.claims().map(\.notes) == ["quit: Q\n\n- Q q :quit"])
  }

  @Test func `without colour the marks tell all, and none is sent`() async throws {
    let (box, screen) = try await open("Ground is broken.", ["NO_COLOR": "1"])
    try screen.press("t", "r")
    try await screen.wait(for: "1-")
    let colours = try screen.screen(withStyles: true).joined().matches(of: /\u{1B}\[[0-9;]*[34]8;/)
    #expect(colours.isEmpty)
    #expect(try box.claims().map(\.status) == [.refuted])
  }

  @Test func `every size down to 20 by 4 shows something, and the way back everything`()
    async throws
  {
    let (box, screen) = try await open("Ground is broken.", rows: 40, columns: 140)
    // What is opened is read, but not at once.
    try await screen.wait(for: "the post to be read") { !$0[2].contains("·") }
    let before = try screen.screen()
    for (rows, columns) in [(24, 80), (12, 50), (4, 20)] {
      try screen.resize(rows: rows, columns: columns)
      try await screen.wait(for: "Ground is")
    }
    try screen.resize(rows: 3, columns: 18)
    try await screen.wait(for: "20x4 needed")
    try screen.resize(rows: 40, columns: 140)
    try await screen.wait(for: "the first screen") { $0 == before }
    #expect(try box.posts().count == 1)
  }

  @Test func `SIGTERM saves the note that is being written`() async throws {
    let (box, screen) = try await open("Ground is broken.")
    try screen.press("t", "a")
    try await screen.wait(for: "Esc save")
    try screen.type("almost lost")
    try await screen.wait(for: "almost lost")
    try screen.send(signal: SIGTERM)
    try await screen.wait(for: "left with 143")
    #expect(try box.claims().map(\.notes) == ["almost lost"])
  }
}

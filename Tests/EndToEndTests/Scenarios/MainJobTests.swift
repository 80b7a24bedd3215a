import Foundation
import PostilCore
import Testing

@testable import postil

/// The job that the program is for, on the built program in a real terminal.
@Suite(.enabled(if: Tmux.isInstalled, "tmux is not installed"), .timeLimit(.minutes(10)))
struct MainJobTests {
  @Test(arguments: [(24, 80), (40, 140)])
  func `posts come in, are tagged and noted, and go out as notes`(rows: Int, columns: Int)
    async throws
  {
    let box = try Sandbox()
    try importPosts(into: box)
    let screen = try box.screen(rows: rows, columns: columns)
    try await screen.wait(for: "9 posts")
    try await open("prepayment", on: screen)
    try await tagAndNote(on: screen)
    let made = try #require(box.claims().first)
    try expect(made, in: box)

    try screen.press("u")
    try await screen.wait(for: "undid: noted")
    try screen.press("u")
    try await screen.wait(for: "undid: tagged")
    #expect(try box.claims().isEmpty)
    try screen.press("C-r")
    try await screen.wait(for: "did again: tagged")
    try screen.press("C-r")
    try await screen.wait(for: "did again: noted")
    #expect(try box.claims() == [made])
    try screen.press("Q")
    try await screen.wait(for: "left with 0")

    try await undoAndExport(box, rows, columns)
    let check = try box.run("check")
    #expect(check.status == 0, "\(check)")
  }

  @Test func `what was saved is told with the time of the person's own clock`() async throws {
    let box = try Sandbox()
    try importPosts(into: box)
    // A zone as no machine has it: 5 hours and 45 minutes before UTC.
    let screen = try box.screen(columns: 120, ["TZ": "XYZ5:45"])
    try await screen.wait(for: "9 posts")
    #expect(try !screen.screen().joined().contains("saved "))
    try screen.press("Enter", "t", "s")
    let saved = #/saved (\d\d):(\d\d)/#
    try await screen.wait(for: "the time") { $0.joined().contains(saved) }
    let told = try #require(screen.screen().joined().firstMatch(of: saved))
    let minutes = (Int(told.1) ?? 0) * 60 + (Int(told.2) ?? 0)
    let now = Int(Date().timeIntervalSince1970) / 60 - (5 * 60 + 45)
    let age = (now - minutes) % (24 * 60)
    #expect((0...5).contains(age), "\(told.0)")
  }

  private func importPosts(into box: Sandbox) throws {
    let split = "lines:" + InventedPosts.starts
    let first = try box.run("import", "-", "--split", split, input: InventedPosts.text)
    #expect(first.status == 0, "\(first)")
    let before = try box.tree()
    #expect(try box.posts().count == 9)
    let again = try box.run("import", "-", "--split", split, input: InventedPosts.text)
    #expect(again.status == 0, "\(again)")
    #expect(try box.tree() == before)
  }

  /// Filters the list and opens what is left of it.
  private func open(_ words: String, on screen: Tmux) async throws {
    try screen.press("F")
    try screen.type(words)
    try screen.press("Enter")
    try await screen.wait(for: "1/1")
    try screen.press("Enter")
    try await screen.wait(for: "sentence 1/")
  }

  private func tagAndNote(on screen: Tmux) async throws {
    try screen.press("/")
    try screen.type("prepay")
    try screen.press("Enter")
    try await screen.wait(for: "sentence 5/")
    try screen.press("t", "s")
    try await screen.wait(for: "supported · u undoes")
    try await screen.wait(for: "the mark beside the sentence") { rows in
      rows.contains { $0.contains("1+") && $0.contains("15% prepayment") }
    }
    try screen.press("a")
    try screen.type("who prepays, and when?")
    try screen.press("Escape")
    try await screen.wait(for: "noted on")
    try await screen.wait(for: "the note beside its claim") { rows in
      rows.contains { $0.contains("│ who prepays, and when?") }
    }
  }

  /// The claim's file is as the notebook format says.
  private func expect(_ claim: Claim, in box: Sandbox) throws {
    #expect(claim.status == .supported)
    #expect(claim.notes == "who prepays, and when?")
    #expect(claim.history.map(\.status) == [.supported])
    let post = try #require(box.posts().first { $0.id == claim.post })
    let span = try #require(claim.spans.first)
    let words = Array(post.text.unicodeScalars)[span].map(Character.init)
    #expect([String(words)] == claim.quotes)
    #expect(claim.rev == String(post.sha256.prefix(12)))
    let path = try #require(box.files(in: "claims").first)
    #expect(path.hasSuffix("/\(claim.id).md"))
    let text = try box.text(path)
    for part in ["kind: claim", "post: \"[[\(post.id)]]\"", "\n> - 15% prepayment\n", "## Notes"] {
      #expect(text.contains(part))
    }
  }

  private func undoAndExport(_ box: Sandbox, _ rows: Int, _ columns: Int) async throws {
    let screen = try box.screen(rows: rows, columns: columns)
    try await screen.wait(for: "9 posts")
    try screen.press("u")
    try await screen.wait(for: "undid: noted")
    #expect(try box.claims().map(\.notes) == [""])
    try screen.press("U")
    try await screen.wait(for: "did again: noted")
    for name in ["all.md", "all-2.md"] {
      try screen.press("E")
      try screen.type("markdown")
      try screen.press("Enter")
      try await screen.wait(for: name)
    }
    let exports = try box.files(in: "exports")
    #expect(exports.count == 2)
    let export = try box.text(try #require(exports.first))
    for part in ["15% prepayment", "who prepays, and when?", "supported"] {
      #expect(export.contains(part))
    }
    try screen.press("q")
    try await screen.wait(for: "left with 0")
  }
}

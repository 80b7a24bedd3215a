import Foundation
import Testing

/// claim, verdict, tag, note, undo, redo: each is one step, and each can be taken back.
@Suite struct ChangingTests {
  private let deal = "x-1965377159472915038"

  @Test func `claim prints the id and writes one file`() throws {
    let box = try Sandbox(withNotes: true)
    let before = try box.tree()
    let seen = try box.run(
      "claim", deal, "--quote", "First 60MW hall live", "--due", "2026-03-31", "--confidence",
      "40%",
      "--tag", "delivery", "--title", "Hall 1 is live")
    #expect(seen.status == 0 && seen.lines.count == 1, "\(seen)")
    let id = seen.lines.first ?? ""
    #expect(id.wholeMatch(of: /c-\d{6}-[0-9a-z]{5}/) != nil)
    let added = Set(try box.tree().keys).subtracting(before.keys)
    #expect(added.count == 1)
    let text = try box.text(added.first ?? "")
    for line in [
      "status: open", "type: forecast", "due: 2026-03-31", "confidence: 40", "  - delivery",
      "> First 60MW hall live", "title: Hall 1 is live",
    ] {
      #expect(text.contains("\n\(line)\n"), "\(line)")
    }
    #expect(try box.run("check").status == 0)
  }

  @Test func `words that are not in the post are a problem`() throws {
    let box = try Sandbox(withNotes: true)
    let before = try box.tree()
    let seen = try box.run("claim", deal, "--quote", "never said")
    #expect(seen.status == 1 && seen.stdout == "" && seen.stderr.hasPrefix("postil: "))
    #expect(try box.tree() == before)
  }

  @Test func `verdict sets the status and appends to History`() throws {
    let box = try Sandbox(withNotes: true)
    let seen = try box.run(
      "verdict", "c-251119-3vr7h", "mixed", "--note", "accepted in part", "--confidence", "50")
    #expect(seen.status == 0, "\(seen)")
    let text = try box.text("claims/2025/c-251119-3vr7h.md")
    #expect(text.contains("\nstatus: mixed\n"))
    #expect(text.contains(" mixed 50% accepted in part\n"))
  }

  @Test func `tag changes the margins of what the query finds, as one step`() throws {
    let box = try Sandbox(withNotes: true)
    let before = try box.tree()
    let seen = try box.run("tag", "+seen", "-sable-creek", "--", "author:@northwind_ir")
    #expect(seen.status == 0, "\(seen)")
    let margin = try box.text("notes/on-\(deal).md")
    #expect(margin.contains("  - seen\n") && !margin.contains("  - sable-creek\n"))
    #expect(try box.run("undo").status == 0)
    #expect(try box.tree() == before)
  }

  @Test func `note writes a text, or standard input`() throws {
    let box = try Sandbox(withNotes: true)
    #expect(try box.run("note", deal, "--text", "Who is the landlord?").status == 0)
    #expect(try box.text("notes/on-\(deal).md").hasSuffix("\n\nWho is the landlord?\n"))
    #expect(
      try box.run("note", "c-250910-7tq5b", "--text", "-", input: "From a pipe.\n").status == 0)
    #expect(try box.text("claims/2025/c-250910-7tq5b.md").contains("## Notes\n\nFrom a pipe.\n"))
  }

  @Test func `note without a text opens the editor`() throws {
    let box = try Sandbox(withNotes: true)
    let seen = try box.run("note", deal, environment: ["EDITOR": "sed -i s/release/RELEASE/"])
    #expect(seen.status == 0, "\(seen)")
    #expect(try box.text("notes/on-\(deal).md").contains("The RELEASE."))
    let same = try box.run("note", deal, environment: ["EDITOR": "true"])
    #expect(same.stdout == "the note stays as it was\n")
  }

  @Test func `undo and redo go back and forth over all of it`() throws {
    let box = try Sandbox(withNotes: true)
    var trees = [try box.tree()]
    _ = try box.run("verdict", "c-251119-3vr7h", "void")
    trees.append(try box.tree())
    _ = try box.run("note", deal, "--text", "x")
    trees.append(try box.tree())
    _ = try box.run("claim", deal, "--quote", "15% prepayment")
    trees.append(try box.tree())
    for tree in trees.dropLast().reversed() {
      let seen = try box.run("undo")
      #expect(seen.status == 0 && seen.stdout.hasPrefix("undone: "), "\(seen)")
      #expect(try box.tree() == tree)
    }
    #expect(
      try box.run("undo") == .init(status: 2, stdout: "", stderr: "postil: nothing to undo\n"))
    for tree in trees.dropFirst() {
      #expect(try box.run("redo").status == 0)
      #expect(try box.tree() == tree)
    }
    #expect(try box.run("redo").status == 2)
  }

  @Test func `a file that was edited by hand in between is not overwritten`() throws {
    let box = try Sandbox(withNotes: true)
    _ = try box.run("verdict", "c-251119-3vr7h", "void")
    let path = "claims/2025/c-251119-3vr7h.md"
    try box.write(try box.text(path) + "\nBy hand.\n", to: path)
    let before = try box.tree()
    let seen = try box.run("undo")
    #expect(seen.status == 1 && seen.stderr.contains(path), "\(seen)")
    #expect(try box.tree() == before)
  }
}

import Testing

@testable import PostilCore

/// Several edits that are one step.
@Suite struct EditsTests {
  private let box: FilesSandbox
  private let now = Instant(Day(number: 20_527), hour: 9)
  private var catalog: DiskCatalog { DiskCatalog(notebook: box.notebook) }

  init() throws {
    box = try FilesSandbox()
    try box.add(SamplePosts.plain("x-1", "Gross margin was 73.4% in Q3. Capex is up."))
    try box.add(SamplePosts.plain("x-2", "Other words."))
  }

  private func claim(on post: String) throws -> String {
    var new = NewClaim(post: post)
    new.spans = [Span(0..<5)]
    let change = try box.notebook.change(for: .addClaim(new), at: now, in: catalog)
    try box.notebook.apply(change)
    return Layout.id(of: try #require(change.files.first?.path))
  }

  @Test func `edits of one file are laid on each other`() throws {
    let id = try claim(on: "x-1")
    let path = try #require(try catalog.path(of: id))
    let before = try box.notebook.text(of: path)
    let edits: [Edit] = [
      .judge(
        claim: id, status: .mixed, from: .open, type: nil, confidence: nil, words: "half of it"),
      .setDue(claim: id, Day("2026-12-31")),
      .tagClaims([id], add: ["margin"], remove: []),
      .tagPosts(["x-1"], add: ["read"], remove: []),
      .setNote(on: "x-1", text: "Look again.", from: ""),
    ]
    let change = try box.notebook.change(for: edits, at: now, in: catalog)
    #expect(Set(change.files.map(\.path)) == [path, "notes/on-x-1.md"])
    #expect(change.files.first { $0.path == path }?.before == before)
    try box.notebook.apply(change)
    guard case .claim(let claim) = try box.notebook.record(at: path),
      case .note(let margin) = try box.notebook.record(at: "notes/on-x-1.md")
    else { throw Problem("no claim, or no margin") }
    #expect(claim.status == .mixed && claim.due == Day("2026-12-31") && claim.tags == ["margin"])
    #expect(margin.tags == ["read"] && margin.text == "Look again.")
    try box.notebook.apply(change.inverse)
    #expect(try box.notebook.text(of: path) == before)
    #expect(try box.notebook.text(of: "notes/on-x-1.md") == nil)
  }

  @Test func `edits one by one come to the same`() throws {
    let (one, other) = (try claim(on: "x-1"), try claim(on: "x-2"))
    let edits: [Edit] = [
      .setTitle(claim: one, "Margins"), .removeClaim(other), .setTitle(claim: one, "Gross margins"),
    ]
    let together = try box.notebook.change(for: edits, at: now, in: catalog)
    for edit in edits {
      try box.notebook.apply(box.notebook.change(for: edit, at: now, in: catalog))
    }
    for file in together.files { #expect(try box.notebook.text(of: file.path) == file.after) }
    #expect(together.files.count == 2)
  }

  @Test func `when one cannot be done there is no change`() throws {
    let id = try claim(on: "x-1")
    #expect(throws: Problem.self) {
      try box.notebook.change(
        for: [.setTitle(claim: id, "Margins"), .removeClaim("c-none")], at: now, in: catalog)
    }
  }

  @Test func `the label says what was done and how often`() throws {
    let edits = try [claim(on: "x-1"), claim(on: "x-2")].map { Edit.setTitle(claim: $0, "T") }
    let label = try box.notebook.change(for: edits, at: now, in: catalog).label
    #expect(!label.isEmpty && label.utf8.count < 200)
  }
}

import PostilCore
import Testing

@testable import PostilScreen

@Suite struct FollowingTests {
  private func reading(_ post: String, _ keys: String = "") throws -> Stage {
    var stage = try Stage(Circle.linked)
    stage.settle(stage.state.openPost(post))
    if !keys.isEmpty { try stage.press(keys) }
    return stage
  }

  @Test func `g f goes to the quoted post, and C-o comes back to the sentence`() throws {
    var stage = try reading(Circle.part(1), "} j")
    let words = stage.state.reader?.words
    try stage.press("g f")
    #expect(stage.state.reader?.dossier.post.id == "x-91")
    try stage.press("C-o")
    #expect(stage.state.reader?.words == words)
  }

  @Test func `a citation leads to its source in a later post, and back`() throws {
    var stage = try reading("x-301", "g f")
    #expect(stage.state.reader?.block.post.id == "x-302")
    #expect(stage.state.reader?.words.contains("register") == true)
    try stage.press("C-o")
    #expect(stage.state.reader?.block.post.id == "x-301")
  }

  @Test func `several citations are offered, and their links open`() throws {
    var stage = try reading("x-301", "j g f")
    #expect(stage.text.contains("go to the source"))
    try stage.press("<Down> <Enter> o")
    guard case .openLink(let url)? = stage.desk.asked.last else {
      Issue.record("no link was opened")
      return
    }
    #expect(url == "https://example.com/call")
  }

  @Test func `links of the note on a claim lead to notes, which lead on`() throws {
    var stage = try reading(Circle.part(2), "<Tab> g f")
    #expect(stage.state.room == .notes)
    #expect(stage.state.notes.current?.id == "slots")
    try stage.press("g f")
    #expect(stage.state.reader?.dossier.post.id == "x-91")
    try stage.press("C-o")
    #expect(stage.state.notes.current?.id == "slots")
    try stage.press("C-o")
    #expect(stage.state.reader?.focus == "c-261120-00002")
  }

  @Test func `a link to a note that nobody wrote begins it`() throws {
    var stage = try reading("x-91", "a")
    stage.type("See [[grid-fees")
    try stage.press("<Enter> <Esc> g f")
    #expect(stage.text.contains("there is no “grid-fees” yet"))
    try stage.press("y")
    #expect(stage.desk.notes.contains { $0.id == "grid-fees" })
    #expect(stage.state.notes.current?.id == "grid-fees")
    stage.type("Twenty percent.")
    try stage.press("<Esc>")
    #expect(stage.desk.notes.first { $0.id == "grid-fees" }?.text == "Twenty percent.")
  }

  @Test func `g b lists who refers to a post, and Enter goes there`() throws {
    var stage = try reading("x-91")
    #expect(stage.text.contains("linked from 2"))
    try stage.press("g b")
    #expect(stage.text.contains("Slots and deposits"))
    try stage.press("<Enter>")
    #expect(stage.state.notes.current?.id == "slots")
    try stage.press("C-o")
    #expect(stage.state.reader?.dossier.post.id == "x-91")
  }

  @Test func `brackets complete as one types, and Tab adds words`() throws {
    var stage = try reading("x-90", "a")
    stage.type("From [[slo")
    #expect(stage.text.contains("Slots and deposits"))
    try stage.press("<Enter>")
    stage.type(", and [[our order")
    try stage.press("<Tab> <Esc>")
    #expect(
      stage.desk.margins["x-90"]?.text
        == "From [[slots]], and [[x-91|@tarnridge 2026-10-29]]")
  }

  @Test func `Esc leaves the text as it is, and again saves it`() throws {
    var stage = try reading("x-90", "a")
    stage.type("[[slo")
    try stage.press("<Esc>")
    stage.type("w")
    #expect(!stage.state.isCompleting)
    try stage.press("<Esc>")
    #expect(stage.desk.margins["x-90"]?.text == "[[slow")
  }

  @Test func `links of every shape are completed inside a text`() throws {
    var editor = TextEditor("a [[sl]] b 🚀")
    editor.cursor = 6
    editor.replaceLink(from: 4, with: "[[slots]]")
    #expect(editor.text == "a [[slots]] b 🚀")
    #expect(editor.cursor == 11)
  }

  @Test func `a new free note is titled, written and kept`() throws {
    var stage = try Stage(Circle.linked)
    try stage.press("g n +")
    stage.type("Who pays for 3 GW?")
    try stage.press("<Enter>")
    stage.type("Nobody yet.")
    try stage.press("<Esc>")
    let note = try #require(stage.desk.notes.first { $0.id == "who-pays-for-3-gw" })
    #expect(note.title == "Who pays for 3 GW?" && note.text == "Nobody yet.")
    #expect(stage.state.room == .notes)
  }

  @Test
  func `an appearance of a claim shows the status of its head, and a verdict goes to the head`()
    throws
  {
    var stage = try reading("x-301", "<Tab>")
    #expect(stage.text.contains("supported"))
    #expect(stage.text.contains("same as"))
    try stage.press("t r")
    #expect(stage.desk.claims.first { $0.id == "c-261120-00002" }?.status == .refuted)
    #expect(stage.desk.claims.first { $0.id == "c-261121-same" }?.status == .open)
  }

  @Test func `the head of a family tells who else made the claim, and g b goes there`() throws {
    var stage = try reading(Circle.part(2), "<Tab>")
    #expect(stage.text.contains("also said by"))
    try stage.press("g b <Enter>")
    #expect(stage.state.reader?.focus == "c-261121-same")
    try stage.press("C-o")
    #expect(stage.state.reader?.focus == "c-261120-00002")
  }

  @Test func `who says the same stands in the margin, and g b goes there`() throws {
    for columns in [80, 60] {
      var stage = try Stage(Circle.linked, rows: 24, columns: columns)
      stage.settle(stage.state.openPost("x-200"))
      #expect(stage.text.contains("said 3 times"))
      #expect(stage.text.contains("@second 2026-11-14") && stage.text.contains("@third 2026-11-14"))
      try stage.press("g b <Enter>")
      #expect(stage.state.reader?.dossier.post.id == "x-202")
    }
  }

  @Test func `a paste behind brackets narrows what is offered`() throws {
    var stage = try reading("x-90", "a")
    stage.type("See [[")
    stage.settle(update(&stage.state, .paste("slo")))
    try stage.press("<Enter> <Esc>")
    #expect(stage.desk.margins["x-90"]?.text == "See [[slots]]")
  }

  @Test func `a source leads back to where it is cited`() throws {
    var stage = try reading("x-301", "} j j")
    #expect(stage.state.reader?.words.contains("filing") == true)
    try stage.press("g f")
    #expect(stage.state.reader?.words.contains("[2, 3]") == true)
    try stage.press("C-o j")
    // Its address is in no notebook, so what cites it is what it leads to.
    #expect(stage.state.reader?.words.contains("https://example.com/call") == true)
    try stage.press("g f")
    #expect(stage.state.reader?.words.contains("[2, 3]") == true)
  }
}

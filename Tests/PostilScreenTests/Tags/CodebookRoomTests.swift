import PostilCore
import Testing

@testable import PostilScreen

@Suite struct CodebookRoomTests {
  private func edits(_ stage: Stage) -> [Edit] { stage.desk.edits }

  @Test func `the tree shows what is like another, and what it means`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("g t")
    #expect(stage.text.contains("! c contract"))
    #expect(stage.text.contains("letters of intent"))
    #expect(stage.text.contains("2/5"))
  }

  @Test func `a rename shows every record, and only y does it`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("g t j j r x <Enter>")
    #expect(stage.text.contains("financing → financingx"))
    #expect(stage.text.contains("6 records"))
    try stage.press("<Enter> j q")
    #expect(edits(stage).isEmpty)
    try stage.press("r x <Enter> y")
    #expect(edits(stage) == [.renameTag("financing", to: "financingx")])
  }

  @Test func `a merge begins with what is alike, and a move names the parent`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("g t j M <Enter> y")
    #expect(edits(stage).last == .mergeTag("contrct", into: "contract"))
    try stage.press("j j v p o w e r <Enter> y")
    #expect(edits(stage).last == .renameTag("financing", to: "power/financing"))
    try stage.press("G v t o p <Esc> v <Enter> y")
    #expect(edits(stage).last == .renameTag("power/grid", to: "grid"))
  }

  @Test func `a definition is written in place, and parts left open are left out`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("g t G a")
    stage.type("The public grid.")
    try stage.press("<Esc>")
    #expect(edits(stage).count == 1)
    guard case .defineTag("power/grid", .text(let text, from: ""))? = edits(stage).last else {
      throw Problem("not defined: \(edits(stage))")
    }
    #expect(text.split(separator: "\n") == ["The public grid."])
    try stage.press("a <Esc>")
    #expect(edits(stage).count == 1)
  }

  @Test func `a definition written in an editor is held against the one it was begun from`() throws
  {
    var stage = try Stage(Cast.desk)
    try stage.press("g t e")
    guard case .editNote(let target, _, let text)? = stage.desk.asked.last else {
      throw Problem("not in the editor: \(stage.desk.asked)")
    }
    #expect(text.hasPrefix("What somebody has signed"))
    stage.settle(update(&stage.state, .edited(target: target, from: text, text: "Signed.")))
    #expect(edits(stage) == [.defineTag("contract", .text("Signed.", from: text))])
    try stage.press("S j S")
    guard case .editFile(let path, _)? = stage.desk.asked.last else {
      throw Problem("no file: \(stage.desk.asked)")
    }
    #expect(path == "tags/contract.md")
    #expect(stage.text.contains("#contrct is in no file yet"))
  }

  @Test func `letter, colour, aliases and new tags are one edit each`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("g t K <Backspace> z <Enter> C g r e <Enter> A <Space> p a c t <Enter>")
    try stage.press("+ p e r m i t s <Enter>")
    #expect(
      edits(stage) == [
        .defineTag("contract", .key("z")), .defineTag("contract", .color("green")),
        .defineTag("contract", .aliases(["deal", "pact"])),
        .defineTag("permits", .text("", from: nil)),
      ])
  }

  @Test func `a tag in use is not deleted`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("g t x")
    #expect(edits(stage).isEmpty && stage.text.contains("M merges"))
  }

  @Test func `a name that is like another is told while it is typed`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("g t + p o w e r s")
    #expect(stage.text.contains("like #power"))
  }

  @Test func `the posts of a tag are a filter, and q comes back`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("g t j j j <Enter>")
    #expect(stage.state.room == .list && stage.state.list.filter == "tag:power")
    try stage.press("q")
    #expect(stage.state.room == .codebook && !stage.state.isFinished)
    try stage.press("c")
    #expect(stage.state.room == .ledger && stage.state.ledger.filter == "tag:power")
    try stage.press("q q")
    #expect(stage.state.room == .list && !stage.state.isFinished)
  }

  @Test func `finding goes to the line of the tag`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("g t / g r i d <Enter>")
    #expect(stage.state.codebook.current?.name == "power/grid")
  }

  @Test func `meaning is taken apart`() {
    let meaning = TagMeaning(
      "What it is,\nover two lines.\n\n- **Use** it when\n  it fits.\n- **Not** for [[that]].\n\nUse of proceeds is no rule."
    )
    #expect(meaning.definition == "What it is, over two lines. Use of proceeds is no rule.")
    #expect(meaning.use == ["it when it fits."])
    #expect(meaning.not == ["for [[that]]."])
    #expect(TagMeaning.filledIn("a" + TagMeaning.skeleton) == "a\n")
  }
}

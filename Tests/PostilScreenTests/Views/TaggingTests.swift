import PostilCore
@testable import PostilScreen
import Testing

@Suite struct TaggingTests {
  @Test func `two keys tag the current sentence`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> j t s")
    let claim = try #require(stage.desk.claims.last)
    #expect(claim.status == .supported)
    #expect(Segments(Cast.contract).text(claim.spans[0]) == "Key details of the transaction:")
    #expect(stage.text.contains("1 + supported"))
    #expect(stage.text.contains("u undoes"))
  }

  @Test func `the same words tagged again change the claim that stands there`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> j t s t r")
    #expect(stage.desk.claims.count(where: { $0.post == "x-3" }) == 1)
    #expect(stage.desk.claims.last?.status == .refuted)
  }

  @Test func `a dot does the last tag again on the next sentence`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> t o j . j .")
    #expect(stage.desk.claims.count(where: { $0.post == "x-3" && $0.status == .open }) == 3)
  }

  @Test func `a label tags a sentence and leaves the cursor where it was`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter>")
    let before = stage.state.reader?.selection
    try stage.press("T g s")
    #expect(stage.state.reader?.selection == before)
    let claim = try #require(stage.desk.claims.last)
    #expect(Segments(Cast.contract).text(claim.spans[0]) == "- $9.4bn contract value")
  }

  @Test func `a forecast by its label leaves the cursor where it was, too`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter>")
    let before = stage.state.reader?.selection
    try stage.press("T d p <Enter>")
    #expect(stage.desk.claims.last?.type == .forecast)
    #expect(stage.state.reader?.selection == before)
  }

  @Test func `a forecast is offered the day that its words imply`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("j <Enter> j j t p")
    #expect(stage.text.contains("2027-03-31"))
    try stage.press("<Enter>")
    let claim = try #require(stage.desk.claims.last)
    #expect(claim.type == .forecast)
    #expect(claim.due == Day("2027-03-31"))
  }

  @Test func `Esc at the due date tags nothing`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("j <Enter> j j t p <Esc>")
    #expect(stage.desk.claims.count == Cast.claims.count)
  }

  @Test func `a free span is chosen by words and tagged`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> v w w w w t v")
    let claim = try #require(stage.desk.claims.last)
    #expect(Segments(Cast.contract).text(claim.spans[0]) == "$NWND is pleased to announce")
    #expect(stage.state.reader?.selection.free == nil)
  }

  @Test func `grow and shrink walk the ladder and come back`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("j <Enter> j")
    #expect(stage.state.reader?.selection.level == .sentence)
    try stage.press("-")
    #expect(stage.state.reader?.words == "Revenue was $3.2B vs. est. $3.1B;")
    try stage.press("+ + +")
    #expect(stage.state.reader?.selection.level == .post)
  }

  @Test func `a note that was typed is saved with the claim`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("j <Enter> <Tab> <Tab> <Tab> a")
    stage.type("Ask IR.")
    try stage.press("<Enter>")
    stage.type("Twice.")
    try stage.press("<Esc>")
    #expect(stage.desk.claims[2].notes == "Ask IR.\nTwice.")
    #expect(stage.text.contains("Ask IR."))
  }

  @Test func `t a tags and opens the note of the new claim`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> t a")
    stage.type("why")
    try stage.press("C-s")
    #expect(stage.desk.claims.last?.notes == "why")
    #expect(stage.desk.claims.last?.post == "x-3")
  }

  @Test func `a note changed elsewhere is kept together with one's own`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("j <Enter> <Tab> a")
    stage.type("Mine. ")
    let mine = stage.state
    // Someone else writes meanwhile; the save is refused and the disk is read anew.
    stage.desk.claims[0].notes = "Theirs."
    stage.state = mine
    _ = update(&stage.state, .key(.escape))
    stage.settle(update(&stage.state, .failed(Problem("the note changed on disk"))))
    #expect(stage.text.contains("Mine."))
    #expect(stage.text.contains("Theirs."))
  }

  @Test func `marked rows are tagged together`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Space> <Space> t o")
    #expect(stage.desk.claims.count == Cast.claims.count + 2)
  }

  @Test func `a verdict in the ledger stays on its row`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("L j t s")
    #expect(stage.desk.claims[1].status == .supported)
    #expect(stage.state.ledger.cursor == 1)
  }

  @Test func `the ledger leads to the words and q leads back`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("L j <Enter>")
    #expect(stage.state.room == .reader)
    #expect(stage.state.reader?.words == "U.S. sales grew 12%.")
    try stage.press("q")
    #expect(stage.state.room == .ledger)
  }

  @Test func `a label leads to its row, and a mark back to where it was set`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("m a f d")
    #expect(stage.state.list.cursor == 2)
    try stage.press("' a")
    #expect(stage.state.list.cursor == 0)
    #expect(stage.state.message == nil)
  }

  @Test func `Enter on a problem opens the place in the editor`() throws {
    var stage = try Stage(Cast.desk)
    let place = Problem.Place("claims/2026/c-1.md", line: 7)
    stage.settle(update(&stage.state, .failed(Problem("no such status", at: place))))
    try stage.press("g p <Enter>")
    let isOpened = stage.desk.asked.contains {
      if case .editFile(path: place.file, line: 7) = $0 { true } else { false }
    }
    #expect(isOpened)
  }

  @Test func `a note on another post of the thread begins with what stands there`() throws {
    var desk = Cast.desk
    desk.margins["x-6"] = Note(id: "on-x-6")
    desk.margins["x-6"]?.text = "Ask Petra."
    var stage = try Stage(desk)
    try stage.press("G <Enter> j a")
    stage.type("Again: ")
    try stage.press("<Esc>")
    #expect(stage.desk.margins["x-6"]?.text.contains("Ask Petra.") == true)
    #expect(stage.desk.margins["x-6"]?.text.contains("Again: ") == true)
    #expect(stage.text.contains("Ask Petra."))
  }

  @Test func `undo takes the tag back`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> t s u")
    #expect(stage.desk.claims.count == Cast.claims.count)
    #expect(stage.text.contains("undid"))
  }

  @Test func `reading marks a post as read`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter>")
    #expect(stage.desk.read == ["x-3"])
  }

  @Test func `a count repeats a movement`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("3 j")
    #expect(stage.state.list.cursor == 3)
    try stage.press("2 G")
    #expect(stage.state.list.cursor == 1)
  }

  @Test func `a filter narrows while it is typed and Esc brings the old one back`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("F")
    stage.type("turbines")
    #expect(stage.state.list.total == 1)
    try stage.press("<Esc>")
    #expect(stage.state.list.total == Cast.posts.count)
  }

  @Test func `every action has words for help`() {
    for action in Action.allCases { #expect(!action.summary.isEmpty, "\(action.rawValue)") }
  }
}

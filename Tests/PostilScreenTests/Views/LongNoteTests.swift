import PostilCore
@testable import PostilScreen
import Testing

@Suite struct LongNoteTests {
  @Test func `a note longer than the margin is shown from its head, and says that there is more`()
    throws
  {
    var claim = Claim(id: "c-261101-aaaaa")
    claim.post = "x-3"
    claim.spans = [0..<5]
    claim.notes = (1...60).map { "Word number \($0)." }.joined(separator: "\n")
    var stage = try Stage(Desk(posts: Cast.desk.posts, claims: [claim]))
    try stage.press("<Enter> <Tab>")
    #expect(stage.text.contains("Word number 1."))
    #expect(!stage.text.contains("Word number 60."))
    #expect(stage.text.contains("…"))
  }

  @Test func `in the margin it looks the same however much longer it is`() throws {
    var frames: [String] = []
    for length in [60, 40_000] {
      var desk = Cast.desk
      let post = try #require(desk.posts.first)
      var note = Note(id: Note.marginID(of: post.id))
      note.post = post.id
      note.text = (1...length).map { "Word number \($0)." }.joined(separator: "\n")
      desk.margins[post.id] = note
      var stage = try Stage(desk, rows: 40, columns: 140)
      try stage.press("<Enter> j j k")
      frames.append(stage.text)
    }
    #expect(frames[0] == frames[1])
    #expect(frames[0].contains("note on the post"))
  }

  @Test func `under the text as much of it is set as one reads there, and where the rest is`()
    throws
  {
    var desk = Cast.desk
    let post = try #require(desk.posts.first)
    var note = Note(id: Note.marginID(of: post.id))
    note.post = post.id
    note.text = (1...9_000).map { "Word number \($0)." }.joined(separator: "\n")
    desk.margins[post.id] = note
    var stage = try Stage(desk, rows: 16, columns: 60)
    try stage.press("<Enter>")
    let rows = try #require(stage.state.reader?.page.rows)
    let folded = rows.compactMap { row in
      if case .folded(let words, _, _) = row { words } else { String?.none }
    }
    #expect(folded.contains("Word number 400."))
    #expect(!folded.contains("Word number 600."))
    #expect(folded.contains { $0.hasPrefix("…") && $0.contains("e opens") })
  }
}

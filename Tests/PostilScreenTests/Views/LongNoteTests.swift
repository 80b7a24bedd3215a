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
}

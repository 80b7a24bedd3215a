import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

/// Addresses of what people saved, which become stubs.
struct SavedListTests {
  private static func source(_ text: String, _ name: String) -> Source {
    Source(name: name, bytes: Array(text.utf8))
  }

  private static let saved =
    "id,permalink\nk9zz0q1,https://www.reddit.com/r/gridwatch/comments/1abcde2/who/k9zz0q1/\n"
  private static let full =
    #"{"id":"k9zz0q1","body":"The line is paid by load.","author":"ada","created_utc":1762153812,"#
    + #""subreddit":"gridwatch","link_id":"t3_1abcde2","parent_id":"t3_1abcde2"}"#

  @Test(arguments: [true, false])
  func `a saved comment takes its words from a dump, whichever comes first`(isFirst: Bool) throws {
    let box = try ImportSandbox()
    let sources = [
      Self.source(Self.saved, "saved_comments.csv"), Self.source(Self.full, "RC.jsonl"),
    ]
    for source in isFirst ? sources : sources.reversed() { try box.take([source]) }
    #expect(box.posts.count == 1)
    let post = try #require(box.posts["rd-t1_k9zz0q1"])
    #expect(post.text == "The line is paid by load." && post.state == nil)
    #expect(post.author == "@ada")
  }

  @Test(arguments: [
    ("https://www.reddit.com/r/gridwatch/comments/1abcde2/who/", "rd-t3_1abcde2"),
    ("https://old.reddit.com/r/gridwatch/comments/1abcde2/who/k9zz0q1/?context=3", "rd-t1_k9zz0q1"),
    ("https://redd.it/1abcde2", "rd-t3_1abcde2"),
    ("/r/gridwatch/comments/1abcde2/comment/k9zz0q1/", "rd-t1_k9zz0q1"),
    ("https://www.reddit.com/comments/1abcde2", "rd-t3_1abcde2"),
  ])
  func `the same thing of Reddit has one id`(address: String, id: String) {
    #expect(RedditAddress(address)?.stub.id == id)
  }

  @Test(arguments: [
    "https://www.reddit.com/r/gridwatch/", "https://evilreddit.com/r/a/comments/1abcde2/",
    "https://example.com/?u=https://www.reddit.com/r/a/comments/1abcde2/", "",
    "https://www.reddit.com/r/a/comments/../x",
  ])
  func `what is no page of Reddit is none`(address: String) {
    #expect(RedditAddress(address) == nil)
  }

  @Test func `votes are named`() throws {
    let box = try ImportSandbox()
    let votes =
      "id,permalink,direction\n1abcde2,https://www.reddit.com/r/a/comments/1abcde2/x/,up\n"
    let file = try #require(try box.take([Self.source(votes, "post_votes.csv")]).report.files.first)
    #expect(file.refusal?.message == "holds 1 vote, no posts")
  }

  @Test(arguments: [
    "URL,Title,Selection,Folder,Timestamp\nhttps://a.example/b,A page,,Unread,1762153812\n",
    "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
      + "1,A page,,An excerpt,https://a.example/b,Unread,,2025-11-03T07:10:12.000Z,,,false\n",
  ])
  func `a reading list gives stubs`(table: String) throws {
    let box = try ImportSandbox()
    try box.take([Self.source(table, "list.csv")])
    let post = try #require(box.posts.values.first)
    #expect(post.url == "https://a.example/b" && post.state == "placeholder")
    #expect(post.text == "A page" && post.labels == ["Unread"])
    #expect(post.captured == Instant(seconds: 1_762_153_812))
  }

  @Test func `a remark in Raindrop becomes the margin of its page`() throws {
    let box = try ImportSandbox()
    let table =
      "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
      + "1,A page,read again,,https://a.example/b,Unread,,2025-11-03T07:10:12.000Z,,,false\n"
    let plan = try box.take([Self.source(table, "raindrop.csv")])
    let note = plan.change?.files.first { $0.path.hasPrefix("notes/") }
    #expect(note?.after?.contains("read again") == true)
  }
}

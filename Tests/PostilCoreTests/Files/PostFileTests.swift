import Testing

@testable import PostilCore

@Suite struct PostFileTests {
  @Test func `a post is read back as it was written`() throws {
    let post = SamplePosts.full
    let text = PostFile.text(for: post)
    #expect(try PostFile.read(Document(text), path: "posts/2025/11/\(post.id).md") == post)
  }

  @Test(arguments: 0..<300) func `a text survives its file byte for byte`(seed: Int) throws {
    var dice = FilesDice(seed)
    var post = Post(
      id: "p-1", text: dice.text(FilesDice.awkward + ["\r", "---\n", "\n\n"], upTo: 12))
    post.author = dice.text()
    post.via = [dice.text()]
    post.sha256 = Post.digest(of: post.text)
    let read = try PostFile.read(Document(PostFile.text(for: post)), path: "posts/undated/p-1.md")
    #expect(read.text.utf8.elementsEqual(post.text.utf8))
    #expect(read == post)
  }

  @Test func `the sample of the format is written as it stands there`() throws {
    var post = Post(id: "x-1985352791846887765", text: "Words.")
    post.author = "@volta_grid"
    post.name = "VOLTA"
    post.posted = Moment("2025-11-03T11:30:12Z")
    post.url = "https://x.com/volta_grid/status/1985352791846887765"
    post.captured = Instant("2025-11-22T09:10:02Z")
    post.via = ["archive.zip#data/tweets.js:812"]
    #expect(
      PostFile.text(for: post) == """
        ---
        id: x-1985352791846887765
        kind: post
        author: "@volta_grid"
        name: VOLTA
        posted: 2025-11-03T11:30:12Z
        url: https://x.com/volta_grid/status/1985352791846887765
        captured: 2025-11-22T09:10:02Z
        via:
          - "archive.zip#data/tweets.js:812"
        sha256: \(Post.digest(of: "Words."))
        ---

        Words.

        """)
  }

  @Test(arguments: [
    ("posted: 2025-13-01", 3), ("likes: many", 3), ("kind: claim", 3), ("author: [a, b]", 3),
    ("captured: yesterday", 3),
  ])
  func `a wrong value is a problem with its line`(line: String, number: Int) {
    let document = Document("---\nid: x-1\n\(line)\n---\n\ntext\n")
    let problem = #expect(throws: Problem.self) {
      try PostFile.read(document, path: "posts/x-1.md")
    }
    #expect(problem?.place == .init("posts/x-1.md", line: number))
  }

  @Test func `conflict marks are a problem, unless the post itself is about them`() throws {
    let marks = "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs"
    let whole = PostFile.text(for: SamplePosts.plain("x-1", marks))
    #expect(try PostFile.read(Document(whole), path: "posts/x-1.md").text == marks)
    let broken = PostFile.text(for: SamplePosts.plain("x-1", "c")).split(separator: "c\n")
    #expect(throws: Problem.self) {
      try PostFile.read(Document(broken[0] + marks + "\n"), path: "posts/x-1.md")
    }
    #expect(throws: Problem.self) {
      try PostFile.read(Document("---\n\(marks)\n---\n\nx\n"), path: "posts/x-1.md")
    }
  }

  @Test func `hashes are those of the standard`() {
    #expect(
      ContentHash.sha256(of: "abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Post.rev(of: "") == "e3b0c44298fc")
  }

  @Test func `every record has its place`() {
    #expect(Layout.path(ofPost: "x-1", posted: Moment("2025-11-03")) == "posts/2025/11/x-1.md")
    #expect(Layout.path(ofPost: "x-1", posted: nil) == "posts/undated/x-1.md")
    #expect(Layout.path(ofClaim: "c-260315-7kq2m") == "claims/2026/c-260315-7kq2m.md")
    #expect(Layout.path(ofMarginOn: "x-1") == "notes/on-x-1.md")
    #expect(Layout.id(of: "posts/2025/11/x-1~2.md") == "x-1~2")
    #expect(Layout.name(of: "tags/power/btm.md", in: .tag) == "power/btm")
    #expect(["x-1", "x-1~2", "ap-a.b_c"].allSatisfy(Layout.isID))
    #expect(
      ["", "1", "x y", "x/1", "x~", "~2", "x.", "é", "x~2~3"].allSatisfy { !Layout.isID($0) })
  }
}

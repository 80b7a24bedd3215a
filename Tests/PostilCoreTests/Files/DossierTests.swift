import Testing

@testable import PostilCore

@Suite struct DossierTests {
  @Test func `a post comes with all that hangs on it`() throws {
    let box = try FilesSandbox()
    var post = SamplePosts.plain("x-1", "Gross margin was 73.4%.")
    post.thread = "x-0"
    post.quotes = "x-9"
    try box.add(post)
    var other = SamplePosts.plain("x-2", "Capex is up.")
    other.thread = "x-0"
    try box.add(other)
    try box.add(SamplePosts.plain("x-9", "Quoted."))
    try box.write("---\nkind: note\ntags: [starred]\n---\n\nHm.\n", to: "notes/on-x-1.md")
    for (id, span, quote) in [("b", "0-5", "Gross"), ("a", "6-12", "margin")] {
      try box.write(
        "---\nkind: claim\npost: \"[[x-1]]\"\nat: \(span)\nrev: \(Post.rev(of: post.text))\n---\n\n> \(quote)\n",
        to: "claims/\(id).md")
    }
    try box.notebook.markRead("x-1", true, at: Instant(seconds: 0))
    let dossier = try box.notebook.dossier(of: "x-1", in: DiskCatalog(notebook: box.notebook))
    #expect(dossier.post == post)
    #expect(dossier.path == "posts/2025/11/x-1.md")
    #expect(dossier.isStarred && dossier.isRead)
    #expect(dossier.margin?.text == "Hm.")
    #expect(dossier.claims.map(\.id) == ["b", "a"])
    #expect(dossier.thread.map(\.post.id) == ["x-2"])
    #expect(dossier.quoted?.post.id == "x-9")
    #expect(dossier.problems == [])
  }

  @Test func `words that are gone from a later capture are told, and the claim stays`() throws {
    let box = try FilesSandbox()
    let old = SamplePosts.plain("x-1", "Revenue of $1.2B in Q3.")
    try box.add(old)
    try box.add(SamplePosts.plain("x-1~2", "Revenue of $1.3B in Q3."))
    try box.write(
      "---\nkind: claim\npost: \"[[x-1]]\"\nat: 11-16\nrev: \(Post.rev(of: old.text))\n---\n\n> $1.2B\n",
      to: "claims/c.md")
    let catalog = DiskCatalog(notebook: box.notebook)
    let first = try box.notebook.dossier(of: "x-1", in: catalog)
    #expect(first.captures.map(\.id) == ["x-1~2"])
    #expect(first.claims.map(\.spans) == [[11..<16]])
    #expect(first.problems.map(\.place?.file) == ["claims/c.md"])
    let second = try box.notebook.dossier(of: "x-1~2", in: catalog)
    #expect(second.claims.map(\.spans) == [[]])
    #expect(second.problems.count == 1)
  }

  @Test func `one bad file is one problem`() throws {
    let box = try FilesSandbox()
    try box.add(SamplePosts.plain("x-1", "Words."))
    try box.write("---\nkind: note\ntags: a: b\n---\n", to: "notes/on-x-1.md")
    let dossier = try box.notebook.dossier(of: "x-1", in: DiskCatalog(notebook: box.notebook))
    #expect(dossier.margin == nil)
    #expect(dossier.problems.map(\.place?.line) == [3])
  }

  @Test func `a post of a thread that cannot be read leaves no hole, claims follow their words`()
    throws
  {
    let box = try FilesSandbox()
    for number in 1...4 {
      var post = SamplePosts.plain("x-\(number)", "Point \(number), said twice.")
      post.thread = "x-1"
      try box.add(post)
    }
    for number in 1...2 {
      try box.write("---\nkind: post\nposted: a: b\n---\n", to: "posts/2025/11/x-\(number).md")
    }
    for (id, quote) in [("a", "twice"), ("b", "Point 4"), ("c", "gone")] {
      try box.write(
        "---\nkind: claim\npost: \"[[x-4]]\"\nat: 900-950\nrev: 0000000000\n---\n\n> \(quote)\n",
        to: "claims/\(id).md")
    }
    let catalog = DiskCatalog(notebook: box.notebook, knownThread: (1...4).map { "x-\($0)" })
    let dossier = try box.notebook.dossier(of: "x-3", in: catalog)
    #expect(dossier.thread.map(\.post.id) == ["x-4"])
    #expect(dossier.place == 0)
    #expect(dossier.thread[0].claims.map(\.id) == ["b", "a", "c"])
    #expect(dossier.thread[0].claims.map(\.spans) == [[0..<7], [14..<19], []])
    #expect(dossier.problems.count == 3)
  }
}

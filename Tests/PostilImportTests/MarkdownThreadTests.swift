import PostilCore
import TestSupport
import Testing

@testable import PostilImport

struct MarkdownThreadTests {
  private static let head = """
    ---
    author: Ada Volt
    handle: "@ada_volt"
    source: https://twitter.com/ada_volt/status/1985352791846887765
    date: 2025-11-03T14:26:06.000Z
    likes: 12
    ---

    """

  @Test func `posts with an address each are a thread`() throws {
    let box = try ImportSandbox()
    try box.take(
      Self.head + """
        ![ada_volt](https://pbs.example/a.jpg)
        Ada Volt ([@ada_volt](https://twitter.com/ada_volt)) - November 3, 2025 at 9:26 AM


        Power first, see [[Brookvale]].

        Chips later.

        [Tweet link](https://twitter.com/ada_volt/status/1985352791846887765)

        ---

        Second.

        https://x.com/ada_volt/status/1985352791846887900

        ---

        Quite so.

        [Tweet link](https://twitter.com/bob_ohm/status/1985352791846888000)
        """, named: "a.md")
    let posts = box.posts
    #expect(posts.count == 3)
    let first = try #require(posts["x-1985352791846887765"])
    #expect(first.text == "Power first, see [[Brookvale]].\n\nChips later.")
    #expect(first.posted?.description == "2025-11-03T14:26:06Z")
    #expect(first.likes == 12)
    let second = try #require(posts["x-1985352791846887900"])
    #expect(second.text == "Second.")
    #expect(second.author == "@ada_volt")
    #expect(second.name == "Ada Volt")
    #expect(second.likes == nil)
    #expect(second.replyTo == first.id)
    let third = try #require(posts["x-1985352791846888000"])
    #expect(third.author == "@bob_ohm")
    #expect(third.name == nil)
    #expect(third.thread == first.id)
  }

  @Test(arguments: [
    "One part.\n\n---\n\nAnother part.\n",
    "One part.\n\nhttps://x.com/ada_volt/status/1985352791846887765\n\n---\n\nIts end.\n",
    "```\na\n\n---\n\nb\n```\n",
  ])
  func `rules between other parts are rules inside one post`(body: String) throws {
    let box = try ImportSandbox()
    try box.take(Self.head + body, named: "a.md")
    #expect(box.posts.values.map(\.text).map { $0 + "\n" } == [body])
  }

  @Test(.enabled(if: Samples.arePresent, "the samples are not here"))
  func `a thread that a clipper saved is three posts`() throws {
    let box = try ImportSandbox()
    let folder = "markdown/tweet-to-markdown/__fixtures__/markdown/"
    try box.take([Source(path: Samples.path(folder + "tweet-thread.md"))])
    #expect(box.posts.count == 3)
    #expect(box.posts.values.allSatisfy { $0.author == "@geoffreylitt" && $0.platform == "x" })
    #expect(box.posts.values.allSatisfy { !$0.text.contains("Tweet link") })
  }
}

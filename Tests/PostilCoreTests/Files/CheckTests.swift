import Foundation
import Testing

@testable import PostilCore

@Suite struct CheckTests {
  private let box: FilesSandbox
  private static let text = "Gross margin was 73.4% in Q3. 👨‍👩‍👧 Margin again: margin."

  init() throws {
    box = try FilesSandbox()
    try box.add(SamplePosts.plain("x-1", Self.text))
    try box.write(Self.claim(), to: "claims/2026/c-260315-aaaaa.md")
    try box.write(
      "---\nkind: tag\nkey: m\naliases: [margins]\n---\n\nMargins.\n", to: "tags/margin.md")
    try box.write(
      "---\nkind: note\npost: \"[[x-1]]\"\n---\n\nSee [[c-260315-aaaaa]].\n", to: "notes/on-x-1.md")
    try box.write("---\nkind: query\nquery: is:due\n---\n", to: "queries/due.md")
    try box.notebook.markRead("x-1", true, at: Instant(seconds: 0))
  }

  private static func claim(
    at: String = "at: 0-12\n", quote: String = "Gross margin", rest: String = "", body: String = ""
  ) -> String {
    """
    ---
    id: c-260315-aaaaa
    kind: claim
    post: "[[x-1]]"
    \(at)rev: \(Post.rev(of: text))
    status: open
    \(rest)---

    > \(quote)

    — [[x-1]], @volta_grid, 2025-11-03

    ## History

    - 2026-03-15 open
    \(body)
    """
  }

  private func problems() -> [String] {
    Check.check(box.notebook).map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0) \($0.message)" }
  }

  @Test func `a clean notebook has no problems`() {
    #expect(problems() == [])
  }

  @Test func `a new notebook, and one that tools have made, is clean`() throws {
    let catalog = DiskCatalog(notebook: box.notebook)
    var new = NewClaim(post: "x-1")
    new.quote = "73.4% in Q3"
    let edits: [Edit] = [
      .addClaim(new), .tagPosts(["x-1"], add: ["a"], remove: []),
      .setNote(on: "x-1", text: "[[x-1]]", from: nil),
    ]
    for edit in edits {
      try box.notebook.apply(box.notebook.change(for: edit, at: Instant(seconds: 0), in: catalog))
    }
    #expect(problems() == [])
  }

  @Test(arguments: [
    (claim(at: "at: 0-999\n"), 5, "ends behind"), (claim(at: "at: 30-31\n"), 5, "cuts a character"),
    (claim(at: "at: 0-5\n"), 5, "not those at"),
    (claim(at: "at: 0-12 13-16\n"), 5, "2 spans and 1"),
    (claim(at: "", quote: "argin"), 9, "stand 3 times"),
    (claim(at: "", quote: "nowhere"), 9, "do not stand"),
    (claim(rest: "same: \"[[c-none]]\"\n"), 8, "nothing is called c-none"),
    (claim(rest: "due: soon\n"), 8, "not a day"), (claim(rest: "type: guess\n"), 8, "known word"),
    (claim(body: "- 2026-03-16 void\n"), 17, "ends in void"),
    (claim(body: "- yesterday open\n"), 17, "no line of a history"),
    (claim(body: "\n## Evidence\n\n- proves [[x-1]]\n"), 20, "no evidence"),
    (claim(body: "\n## Evidence\n\n- supports [[x-9]]\n"), 20, "nothing is called x-9"),
    (claim(rest: "<<<<<<< a\n=======\n>>>>>>> b\n"), 8, "conflict"),
    ("---\nkind: claim\n---\n\n> Gross\n", 1, "stands in no post"),
    ("---\nkind: claim\npost: x-2\n---\n\n> Gross\n", 3, "no post x-2"),
    ("---\nid: c-1\nkind: claim\npost: x-1\n---\n\n> Gross\n", 2, "the id is c-1"),
  ])
  func `a damaged claim is named with its line`(text: String, line: Int, words: String) throws {
    try box.write(text, to: "claims/2026/c-260315-aaaaa.md")
    let found = problems()
    #expect(
      found.contains {
        $0.hasPrefix("claims/2026/c-260315-aaaaa.md:\(line) ") && $0.contains(words)
      }, "\(found)")
  }

  @Test(arguments: [
    ("posts/2025/11/x-2.md", "---\nid: x-2\n---\n\na\n", 1, "no sha256"),
    ("posts/2025/11/x-2.md", "---\nid: x-2\nsha256: ab\n---\n\na\n", 3, "not the one"),
    (
      "posts/2025/11/2 x.md", PostFile.text(for: SamplePosts.plain("2 x", "a")), 0,
      "cannot be an id"
    ),
    ("notes/x-1.md", "a\n", 0, "has the same name"),
    ("notes/a.md", "---\nkind: claim\n---\n", 2, "not a note"),
    ("notes/a.md", "\nSee [[nobody]], not `[[code]]`.\n", 2, "nothing is called nobody"),
    ("notes/on-x-7.md", "words\n", 0, "no post x-7"),
    ("notes/on-x-7.md", "---\npost: x-1\n---\n", 2, "is called on-x-7"),
    ("tags/other.md", "---\nkey: m\n---\n\nWords.\n", 0, "is that of margin too"),
    ("tags/other.md", "---\nkey: mm\n---\n\nWords.\n", 2, "not one character"),
    ("tags/other.md", "---\naliases: margin\n---\n\nWords.\n", 0, "is the name of"),
    ("tags/empty.md", "---\nkind: tag\n---\n", 0, "no definition"),
    ("queries/bad.md", "---\nquery: \"is:nonsense\"\n---\n", 2, "has no “nonsense”"),
    ("notes/.postil-abc", "x", 0, "unfinished"), ("notes/a.md.orig", "x", 0, "another program"),
    ("reading.log", "2026-03-15T09:12:44Z x-1 read\nnonsense\n", 2, "instant id"),
  ])
  func `other damage is named with its file`(path: String, text: String, line: Int, words: String)
    throws
  {
    try box.write(text, to: path)
    let found = problems()
    #expect(found.contains { $0.contains(":\(line) ") && $0.contains(words) }, "\(found)")
  }

  @Test func `a post that was edited is named, and its claim too`() throws {
    let path = "posts/2025/11/x-1.md"
    let text = try #require(try box.notebook.text(of: path))
    try box.write(text.split(separator: "73.4").joined(separator: "73.5"), to: path)
    let found = problems()
    #expect(found.count == 2)
    #expect(found.contains { $0.hasPrefix(path) && $0.contains("not the one that was imported") })
    #expect(found.contains { $0.hasPrefix("claims/") && $0.contains("another text") })
  }

  @Test func `a file that is not UTF-8 and a link are problems of their own`() throws {
    try box.write("", to: "notes/a.md")
    let root = box.notebook.root
    #expect(FileManager.default.createFile(atPath: root + "/notes/a.md", contents: Data([0xFF])))
    try FileManager.default.createSymbolicLink(
      atPath: root + "/notes/l.md", withDestinationPath: "a.md")
    #expect(
      problems() == ["notes/a.md:1 this is not UTF-8 text", "notes/l.md:0 a link is not followed"])
  }

  @Test func `the notebook that is the manual is clean`() throws {
    let root = URL(filePath: #filePath).appending(path: "../../../../Notes").standardized.path
    #expect(Check.check(try Notebook(at: root)).map(\.description) == [])
  }

  @Test func `a check can be stopped`() {
    #expect(Check.check(box.notebook) { _, _ in false }.count == 1)
  }
}

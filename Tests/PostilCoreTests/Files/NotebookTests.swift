import Foundation
import Testing

@testable import PostilCore

@Suite struct NotebookTests {
  @Test func `a new notebook is found from below, and is made only once`() throws {
    let box = try FilesSandbox()
    let root = box.notebook.root
    try box.write("x\n", to: "notes/deep/er/x.md")
    #expect(Notebook.find(from: root + "/notes/deep/er") == root)
    #expect(Notebook.find(from: box.folder) == nil)
    #expect(box.notebook.title == "Sample")
    #expect(throws: Problem.self) { try Notebook.create(at: root, title: nil) }
    #expect(try box.notebook.text(of: "postil.yaml") == "format: 1\ntitle: Sample\n")
    #expect(try box.notebook.text(of: ".gitattributes")?.contains("posts/** -text\n") == true)
  }

  @Test func `a folder with files becomes a notebook and keeps them`() throws {
    let box = try FilesSandbox()
    let folder = box.folder + "/other"
    try Disk().write("*.png binary", to: folder + "/.gitattributes")
    let notebook = try Notebook.create(at: folder, title: nil)
    #expect(notebook.title == "other")
    #expect(try notebook.text(of: ".gitattributes")?.hasPrefix("*.png binary\nposts/**") == true)
  }

  @Test(arguments: ["format: 2\n", "title: x\n", "", "format: [\n", "format: one\n", "- 1\n"])
  func `a folder of another format is refused`(settings: String) throws {
    let box = try FilesSandbox()
    try box.write(settings, to: "postil.yaml")
    #expect(throws: Problem.self) { try Notebook(at: box.notebook.root) }
  }

  @Test func `a missing notebook says how to make one`() {
    let problem = #expect(throws: Problem.self) { try Notebook(at: "/nowhere/at/all") }
    #expect(problem?.hint?.contains("postil init") == true)
  }

  @Test func `the walk sees records, and neither hidden files nor links`() throws {
    let box = try FilesSandbox()
    let path = try box.add(SamplePosts.plain("x-1", "Words"))
    for name in ["notes/a.md", "notes/.a.md", "notes/.git/b.md", "notes/a.txt", "exports/e.md"] {
      try box.write("x", to: name)
    }
    let root = box.notebook.root
    for (link, target) in [("notes/l.md", "a.md"), ("notes/up", ".."), ("claims", "/tmp")] {
      try FileManager.default.createSymbolicLink(
        atPath: root + "/" + link, withDestinationPath: target)
    }
    let stamps = try box.notebook.stamps()
    #expect(stamps.map(\.path).sorted() == ["notes/a.md", path])
    for stamp in stamps { #expect(box.notebook.stamp(of: stamp.path) == stamp) }
    #expect(box.notebook.stamp(of: "notes/none.md") == nil)
  }

  @Test(arguments: ["../x.md", "/etc/passwd", "notes/../../x", "", "notes//x", "out/x.md", "./a"])
  func `no path leads out of the notebook`(path: String) throws {
    let box = try FilesSandbox()
    try FileManager.default.createSymbolicLink(
      atPath: box.notebook.absolute("out"), withDestinationPath: box.folder)
    let change = Change("wrote", [.init(path, before: nil, after: "x")])
    #expect(throws: Problem.self) { try box.notebook.text(of: path) }
    #expect(throws: Problem.self) { try box.notebook.apply(change) }
    #expect(!FileManager.default.fileExists(atPath: box.folder + "/x.md"))
  }

  @Test func `the last word on a post counts, in whatever order the lines stand`() throws {
    let box = try FilesSandbox()
    let days = (1...4).compactMap { Day(year: 2026, month: 3, day: $0) }
    try box.notebook.markRead("x-1", true, at: Instant(days[0]))
    try box.notebook.markRead("x-2", true, at: Instant(days[1]))
    try box.notebook.markRead("x-1", false, at: Instant(days[2]))
    let log = try #require(try box.notebook.text(of: "reading.log"))
    #expect(log.hasPrefix("2026-03-01T00:00:00Z x-1 read\n"))
    let lines = BodyLines.split(log)
    try box.write(lines.reversed().joined() + "nonsense\n\u{7}\n2026-03-04T0", to: "reading.log")
    #expect(try box.notebook.reading() == ["x-1": false, "x-2": true])
    try box.notebook.markRead("x-3", true, at: Instant(days[3]))
    #expect(try box.notebook.reading() == ["x-1": false, "x-2": true, "x-3": true])
  }

  @Test func `a change is refused whole when one file is not as expected`() throws {
    let box = try FilesSandbox()
    try box.write("e\u{301}\n", to: "notes/a.md")
    let before = try box.files()
    let change = Change(
      "wrote",
      [
        .init("notes/b.md", before: nil, after: "new"),
        .init("notes/a.md", before: "\u{E9}\n", after: "x"),
      ])
    #expect(throws: Problem.self) { try box.notebook.apply(change) }
    #expect(try box.files() == before)
  }

  @Test func `a file that is not UTF-8 is a problem with its line`() throws {
    let box = try FilesSandbox()
    let path = box.notebook.absolute("notes/a.md")
    try box.write("", to: "notes/a.md")
    let bytes = Data([0x61, 0x0A, 0x0A, 0xFF, 0x0A])
    #expect(FileManager.default.createFile(atPath: path, contents: bytes))
    let problem = #expect(throws: Problem.self) { try box.notebook.record(at: "notes/a.md") }
    #expect(problem?.place == .init("notes/a.md", line: 3))
  }
}

import Foundation
import Testing

@testable import PostilCore

struct NotebookReaderTests {
  private let sandbox: FilesSandbox
  private var root: String { sandbox.notebook.root }

  init() throws {
    sandbox = try FilesSandbox()
    for name in ["notes/a.md", "notes/b.md", "notes/deep/a.md", "posts/2025/11/x-1.md"] {
      try sandbox.write("The text of \(name).\r\n", to: name)
    }
  }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: root + "/" + path, withDestinationPath: target)
  }

  @Test func `files that follow each other are read as the notebook reads each of them`() throws {
    try link("notes/inside.md", to: "b.md")
    try link("notes/near", to: "deep")
    var reader = Notebook.Reader(sandbox.notebook)
    let paths = [
      "notes/a.md", "notes/b.md", "notes/deep/a.md", "notes/inside.md", "notes/near/a.md",
      "posts/2025/11/x-1.md", "notes/a.md",
    ]
    for path in paths {
      #expect(try reader.textOfRecord(at: path) == sandbox.notebook.textOfRecord(at: path))
    }
  }

  @Test func `no link leads it out of the notebook`() throws {
    try FileManager.default.createDirectory(
      atPath: sandbox.folder + "/out", withIntermediateDirectories: true)
    try Data("Not yours.".utf8).write(to: URL(fileURLWithPath: sandbox.folder + "/out/a.md"))
    try link("notes/out", to: sandbox.folder + "/out")
    try link("notes/out.md", to: sandbox.folder + "/out/a.md")
    var reader = Notebook.Reader(sandbox.notebook)
    for path in ["notes/a.md", "notes/out/a.md", "notes/out.md", "notes/../../out/a.md"] {
      let text = try? reader.textOfRecord(at: path)
      #expect(text == (path == "notes/a.md" ? "The text of notes/a.md.\r\n" : nil), "\(path)")
    }
  }

  @Test(arguments: [
    "notes/gone.md", "nowhere/a.md", "notes/bad.md", "notes/deep", "a.md", "notes/",
  ])
  func `what cannot be read is told as the notebook tells it`(path: String) throws {
    try Data([0x61, 0x0A, 0xFF]).write(to: URL(fileURLWithPath: root + "/notes/bad.md"))
    var reader = Notebook.Reader(sandbox.notebook)
    let problem = #expect(throws: Problem.self) { try reader.textOfRecord(at: path) }
    #expect(
      problem == #expect(throws: Problem.self) {
        try sandbox.notebook.textOfRecord(at: path)
      })
  }
}

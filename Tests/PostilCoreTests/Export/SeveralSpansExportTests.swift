import Testing

@testable import PostilCore

/// A claim of several spans in every format.
@Suite struct SeveralSpansExportTests {
  private func dossier() throws -> Dossier {
    let post = Post(id: "x-1", text: "Half is paid now. The sun shone. Half is paid in March.")
    var claim = Claim(id: "c-261121-00001")
    claim.post = post.id
    claim.quotes = ["Half is paid now.", "Half is paid in March."]
    claim.spans = [try post.place(of: claim.quotes[0]), try post.place(of: claim.quotes[1])]
    var dossier = Dossier(post: post, path: "posts/x-1.md")
    dossier.claims = [claim]
    return dossier
  }

  private func export(_ format: String) throws -> String {
    try Exporters.named(format).export([dossier()], about: ExportSample.info)
  }

  @Test func `Markdown has one footnote with the words of all`() throws {
    let lines = try export("markdown").split(separator: "\n")
    let notes = lines.filter { $0.hasPrefix("[^1]:") }
    #expect(notes.count == 1)
    let words = "“Half is paid now.” … “Half is paid in March.”[^1]"
    #expect(lines.contains { $0.hasSuffix(words) })
    let text = lines.first { $0.contains("The sun shone.") } ?? ""
    #expect(text.hasSuffix("Half is paid in March.[^1]"), "\(text)")
  }

  @Test func `JSON has each of the words, and where they stand`() throws {
    let text = try export("json")
    #expect(text.contains("0-17") && text.contains("33-55"), "\(text)")
    for words in ["\"Half is paid now.\"", "\"Half is paid in March.\""] {
      #expect(text.contains(words), "\(text)")
    }
  }

  @Test func `CSV has all the words in one cell`() throws {
    #expect(try export("csv").contains("Half is paid now. … Half is paid in March."))
  }
}

import PostilCore
import Testing

@testable import PostilImport

@Suite struct RefusalWordsTests {
  private func lines(_ files: [(name: String, text: String)]) throws -> [Substring] {
    let box = try ImportSandbox()
    let sources = files.map { Source(name: $0.name, bytes: Array($0.text.utf8)) }
    let report = try importing(
      sources, options: ImportOptions(now: box.now), into: box.notebook
    ).report
    return report.description.split(separator: "\n")
  }

  @Test func `what is refused alone keeps its own words`() throws {
    let opml = "<?xml version='1.0'?><opml version='2.0'><head/><body/></opml>"
    let alone = try lines([("a.opml", opml)])
    let together = try lines((1...5).map { ("list\($0).opml", opml) })
    #expect(alone.first?.contains("a.opml") == true)
    #expect(together.count <= alone.count + 1)
    #expect(together.first?.hasPrefix("5 files refused: ") == true)
    #expect(together.contains { $0.contains("list3.opml and 2 more") })
    #expect(!together.contains { $0.contains("list4") })
  }
}

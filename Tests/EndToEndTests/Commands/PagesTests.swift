import Foundation
import Testing

/// `postil page`: a subject as text and as JSON.
@Suite struct PagesTests {
  @Test(arguments: ["$NWND", "nwnd", "ticker:NWND"])
  func `page prints all there is about a ticker`(name: String) throws {
    let seen = try Sandbox(withNotes: true).run("page", name, "--width", "80")
    #expect(seen.status == 0 && seen.stderr == "")
    #expect(seen.lines.first == "$NWND ticker")
    for part in ["timeline", "track so far", "claims", "posts", "numbers by date"] {
      #expect(seen.lines.contains { $0.hasPrefix("   \(part)") }, "\(part)")
    }
    #expect(seen.lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `page --json prints one object`() throws {
    let seen = try Sandbox(withNotes: true).run("page", "--json", "@northwind_ir")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(seen.stdout.utf8)) as? [String: Any])
    #expect(object["kind"] as? String == "author")
    #expect(object["posts"] as? Int == 1)
    #expect((object["claims"] as? [Any])?.count == 4)
    #expect((object["numbers"] as? [Any])?.isEmpty == false)
  }

  @Test func `an author is found by a name of several words`() throws {
    let seen = try Sandbox(withNotes: true).run("page", "Northwind", "Compute")
    #expect(seen.lines.first == "@northwind_ir author")
  }

  @Test func `nothing known is status 2`() throws {
    let seen = try Sandbox(withNotes: true).run("page", "$NOBODY")
    #expect(seen.status == 2 && seen.stdout == "")
  }
}

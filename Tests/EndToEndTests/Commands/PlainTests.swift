import Foundation
import PostilCore
import Testing

@testable import postil

/// Everything can be done in lines, without a screen.
@Suite(.timeLimit(.minutes(10))) struct PlainTests {
  private func talk(_ box: Sandbox, _ lines: String...) throws -> Consequences {
    try box.run("--plain", input: lines.joined(separator: "\n") + "\n")
  }

  @Test func `a list is read by numbers, a post sentence by sentence with its margin`() throws {
    let box = try Sandbox(withNotes: true)
    let seen = try talk(
      box, "filter \"15% prepayment\"", "1", "post.open", "", "quit")
    #expect(seen.status == 0 && seen.stderr == "", "\(seen)")
    #expect(!seen.stdout.contains("\u{1B}"), "no cursor is addressed")
    let words = "15% prepayment, received in two tranches"
    let sentence = try #require(seen.lines.firstIndex { $0.contains(words) })
    let claim = seen.lines[sentence + 1]
    #expect(claim.hasPrefix("   claim ") && claim.contains("supported 95%"), "\(claim)")
  }

  @Test func `claims, dates, notes and topics are given by number, and taken back`() throws {
    let box = try Sandbox()
    try box.write("One firm grew 12%.\n\nTwo halls open by March 2027.\n\nThree.\n", to: "in.txt")
    #expect(try box.run("import", "in.txt", "--split", "none").status == 0)
    let seen = try talk(
      box, "1 post.open", "1 s", "2 p", "", "3 claim.refuted", "a", "not so", "at all", ".",
      "u", "U", "topic.add power", "claim.confidence", "70", "quit")
    #expect(seen.status == 0 && seen.stderr == "", "\(seen)")
    let claims = try box.claims().sorted {
      ($0.spans.first?.lowerBound ?? 0) < ($1.spans.first?.lowerBound ?? 0)
    }
    #expect(claims.map(\.status) == [.supported, .open, .refuted], "\(seen.stdout)")
    #expect(claims[1].type == .forecast && claims[1].due == Day("2027-03-31"))
    #expect(claims[2].notes == "not so\nat all" && claims[2].tags == ["power"])
    #expect(claims[2].confidence == 70)
    #expect(seen.stdout.contains("undid: "))
  }

  @Test func `filter, ledger, verdict and export go by lines, too`() throws {
    let box = try Sandbox(withNotes: true)
    let seen = try talk(
      box, "filter author:@bear_ledger", "go.ledger", "filter status:open", "1 claim.mixed",
      "export csv", "help", ".", "nonsense that is none", "quit")
    #expect(seen.status == 0 && seen.stderr == "", "\(seen)")
    #expect(
      seen.lines.contains { $0.hasPrefix("2 posts, filter") || $0.hasPrefix("3 posts, filter") },
      "\(seen.stdout)")
    #expect(seen.stdout.contains("exported to exports/"))
    #expect(seen.stdout.contains("claim.supported"))
    #expect(seen.stdout.contains("means nothing here"))
    #expect(try box.claims().contains { $0.history.last?.status == .mixed && $0.history.count > 1 })
  }

  @Test func `a page is chosen by words, its claims get verdicts, its rows open`() throws {
    let box = try Sandbox(withNotes: true)
    let seen = try talk(
      box, "go.pages", "northwi", ".", "go.pages", "$NWND", "section.next", "quit")
    #expect(seen.status == 0 && seen.stderr == "", "\(seen)")
    #expect(seen.lines.contains { $0.hasSuffix("@northwind_ir  1 post") }, "\(seen.stdout)")
    #expect(seen.lines.contains { $0.hasPrefix("$NWND, ticker: ") })
    let open = try #require(seen.lines.first { $0.contains("  open, ") }, "\(seen.stdout)")
    let number = try #require(open.split(separator: " ").first)
    let before = try box.claims().count { $0.status == .mixed }
    let judged = try talk(box, "go.page $NWND", "\(number) claim.mixed", "\(number)", "quit")
    #expect(judged.status == 0, "\(judged)")
    #expect(try box.claims().count { $0.status == .mixed } == before + 1, "\(judged.stdout)")
  }

  @Test func `whoever just goes away loses nothing`() throws {
    let box = try Sandbox()
    try box.write("One firm grew 12%.\n", to: "in.txt")
    #expect(try box.run("import", "in.txt", "--split", "none").status == 0)
    #expect(try talk(box, "1 post.open", "1 s", "a", "half a note").status == 0)
    #expect(try box.claims().first?.notes == "half a note")
  }
}

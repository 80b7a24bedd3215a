import Foundation
import PostilCore
import Testing

@testable import postil

/// claims, amend, remove, read, codebook, note --new: what the screen can do, the shell can.
@Suite struct ActTests {
  private let deal = "x-1965377159472915038"
  private let hall = "c-250910-8yw2e"

  /// The command that does what an edit of the screen does; does not compile when one is forgotten.
  private static func verb(_ edit: Edit) -> String {
    switch edit {
    case .addClaim: "claim"
    case .removeClaim: "remove"
    case .judge: "verdict"
    case .setDue, .setTitle, .setSpans, .reanchor, .tagClaims: "amend"
    case .tagPosts: "tag"
    case .addNote, .setNote: "note"
    case .defineTag, .renameTag, .mergeTag, .removeTag: "codebook"
    }
  }

  @Test func `every edit has its command`() {
    let edits: [Edit] = [
      .addClaim(NewClaim(post: "")), .removeClaim(""), .setDue(claim: "", nil),
      .judge(claim: "", status: .open, from: nil, type: nil, confidence: nil, words: nil),
      .tagPosts([], add: [], remove: []), .addNote(id: "", title: nil), .removeTag(""),
    ]
    for edit in edits { #expect(Postil.names.contains(Self.verb(edit))) }
  }

  @Test func `claims lists the ledger, the first due first`() throws {
    let box = try Sandbox(withNotes: true)
    let all = try box.run("claims")
    #expect(try all.lines.count == box.claims().count)
    let days = all.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false)[2] }
    let dated = days.prefix { !$0.isEmpty }
    #expect(dated.count > 3 && Array(dated) == dated.sorted())
    #expect(days.filter { !$0.isEmpty }.count == dated.count)
    let ids = try box.run("claims", "--ids", "--limit", "3", "status:open").lines
    #expect(ids.count == 3 && ids.allSatisfy { $0.hasPrefix("c-") })
    let json = try box.run("claims", "--json", "--limit", "1").lines
    #expect(json.count == 1 && json[0].hasPrefix("{\"id\":\"c-"))
    #expect(try box.run("claims", "tag:nothing-has-it").status == 2)
  }

  @Test func `amend changes words, day, title and tags, as one step`() throws {
    let box = try Sandbox(withNotes: true)
    let before = try box.tree()
    let seen = try box.run(
      "amend", hall, "--quote", "$4.2bn contract value", "--quote", "15% prepayment", "--due",
      "2026-06-30", "--title", "Two parts", "--tag", "seen")
    #expect(seen.status == 0, "\(seen)")
    let claim = try #require(box.claims().first { $0.id == hall })
    #expect(claim.quotes == ["$4.2bn contract value", "15% prepayment"])
    #expect(claim.spans.count == 2)
    #expect(claim.due == Day("2026-06-30") && claim.title == "Two parts")
    #expect(claim.tags.contains("seen"))
    #expect(try box.run("amend", hall, "--due", "none", "--untag", "seen").status == 0)
    let later = try #require(box.claims().first { $0.id == hall })
    #expect(later.due == nil && !later.tags.contains("seen"))
    #expect(try box.run("check").status == 0)
    for _ in 1...2 { #expect(try box.run("undo").status == 0) }
    #expect(try box.tree() == before)
  }

  @Test func `amend writes nothing when a part of it cannot be done`() throws {
    let box = try Sandbox(withNotes: true)
    let before = try box.tree()
    #expect(try box.run("amend", hall, "--due", "+2w", "--quote", "never said").status == 1)
    #expect(try box.run("amend", hall).status == 64)
    #expect(try box.run("amend", hall, "--post", deal).status == 64)
    #expect(try box.tree() == before)
  }

  @Test func `remove takes claims away, and undo brings them back`() throws {
    let box = try Sandbox(withNotes: true)
    let before = try box.tree()
    #expect(try box.run("remove", hall, "c-250910-7tq5b").status == 0)
    #expect(try box.claims().allSatisfy { ![hall, "c-250910-7tq5b"].contains($0.id) })
    #expect(try box.run("undo").status == 0)
    #expect(try box.tree() == before)
  }

  @Test func `read and unread are what a query finds`() throws {
    let box = try Sandbox(withNotes: true)
    let unread = try box.run("list", "--ids", "is:unread").lines
    #expect(!unread.isEmpty)
    #expect(try box.run("read", "*").status == 0)
    #expect(try box.run("list", "is:unread").status == 2)
    #expect(try box.run("read", "--unread", "author:@volt_watch").stdout.hasSuffix("as unread\n"))
    let author = try box.run("list", "--ids", "author:@volt_watch").lines
    #expect(try box.run("list", "--ids", "is:unread").lines == author)
    #expect(try box.run("read").status == 64)
  }

  @Test func `the codebook is listed, defined, renamed and merged`() throws {
    let box = try Sandbox(withNotes: true)
    let before = try box.tree()
    let dry = try box.run("codebook", "rename", "power", "energy", "--dry-run")
    #expect(dry.status == 0 && dry.lines.count > 2, "\(dry)")
    #expect(try box.tree() == before)
    #expect(try box.run("codebook", "rename", "power", "energy").status == 0)
    let names = try box.run("codebook").lines.map { $0.prefix { $0 != "\t" } }
    #expect(names.contains("energy") && !names.contains("power"))
    #expect(try box.run("undo").status == 0)
    #expect(try box.tree() == before)

    let define = try box.run(
      "codebook", "define", "delivery", "--text", "What came, and when.", "--key", "D",
      "--alias", "shipped")
    #expect(define.status == 0, "\(define)")
    let line = try box.run("codebook", "list").lines.first { $0.hasPrefix("delivery\t") } ?? ""
    #expect(line.hasSuffix("\tD\tshipped\tWhat came, and when."), "\(line)")
    #expect(try box.run("codebook", "merge", "delivery", "power").status == 0)
    #expect(try box.run("list", "tag:shipped").status != 1)
    #expect(try box.run("codebook", "remove", "power").status == 1)
    #expect(try box.run("check").status == 0)
  }

  @Test func `a free note is made with its text, as one step`() throws {
    let box = try Sandbox(withNotes: true)
    let before = try box.tree()
    let seen = try box.run("note", "--new", "Who pays for 3 GW?", "--text", "Not the customer.")
    #expect(seen.stdout == "who-pays-for-3-gw\n", "\(seen)")
    let text = try box.text("notes/who-pays-for-3-gw.md")
    #expect(text.contains("title: Who pays for 3 GW?") && text.hasSuffix("Not the customer.\n"))
    #expect(try box.run("undo").status == 0)
    #expect(try box.tree() == before)
    #expect(try box.run("note", "--text", "whose?").status == 64)
  }
}

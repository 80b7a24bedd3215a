import Foundation
import Testing

/// list, show, export: what asks and changes nothing.
@Suite struct AskingTests {
  private let deal = "x-1965377159472915038"

  @Test func `list shows the newest first, five fields a line`() throws {
    let seen = try Sandbox(withNotes: true).run("list")
    #expect(seen.status == 0 && seen.stderr == "")
    let rows = seen.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.allSatisfy { $0.count == 5 })
    let dates = rows.map { String($0[1]) }.filter { $0 != "undated" }
    #expect(dates.count > 14)
    #expect(dates == dates.sorted(by: >))
  }

  @Test func `list --json prints one object a line and nothing else`() throws {
    let seen = try Sandbox(withNotes: true).run("list", "--json", "id:" + deal)
    #expect(seen.status == 0 && seen.lines.count == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(seen.stdout.utf8)) as? [String: Any])
    #expect(object["id"] as? String == deal)
    #expect(object["author"] as? String == "@northwind_ir")
    #expect((object["text"] as? String)?.hasPrefix("$NWND has signed") == true)
    #expect((object["claims"] as? [String])?.count == 4)
  }

  @Test func `list -0 --ids is made for xargs`() throws {
    let seen = try Sandbox(withNotes: true).run("list", "--ids", "-0", "author:@tomas_ibarra")
    #expect(seen.stdout == "x-2038591696971166029\0x-1923378448475509039\0")
  }

  @Test func `a limit limits`() throws {
    #expect(try Sandbox(withNotes: true).run("list", "--limit", "3").lines.count == 3)
  }

  @Test(arguments: [
    (["tag:power/grid"], 1...5), (["is:overdue"], 1...3), (["$NWND", "-is:claim"], 1...4),
    (["-is:unread"], 15...20), (["since:2026-07-01"], 2...3), (["\"options on slots\""], 1...3),
  ])
  func `queries find what they should`(query: [String], count: ClosedRange<Int>) throws {
    let box = try Sandbox(withNotes: true)
    let words = query.map { "'\($0)'" }.joined(separator: " ")
    let seen = try box.shell(
      #""$1" list --ids -n "$2" \#(words)"#, [Program.path, box.notebook.path])
    #expect(count.contains(seen.lines.count), "\(seen)")
  }

  @Test(arguments: ["list", "export"])
  func `nothing found is status 2 and an empty output`(command: String) throws {
    let seen = try Sandbox(withNotes: true).run(command, "nowherefound")
    #expect(seen == Consequences(status: 2, stdout: "", stderr: "postil: nothing found\n"))
  }

  @Test func `a mistake in a query is a problem with its column`() throws {
    let seen = try Sandbox().run("list", "is:tagged", "is:tagd")
    #expect(seen.status == 1 && seen.stdout == "")
    #expect(seen.stderr.hasPrefix("postil: query:1:"))
    #expect(seen.stderr.contains("\n  "))
  }

  @Test func `show prints a post with its claims, margin and thread`() throws {
    let box = try Sandbox(withNotes: true)
    let seen = try box.run("show", deal)
    #expect(seen.status == 0)
    for part in ["@northwind_ir", "15% prepayment", "~ mixed", "margin\n", "quoted by"] {
      #expect(seen.stdout.contains(part), "\(part)")
    }
    let thread = try box.run("show", "x-1980559856282588639")
    #expect(thread.stdout.contains("thread\n"))
  }

  @Test func `show --raw is the file`() throws {
    let box = try Sandbox(withNotes: true)
    let seen = try box.run("show", "--raw", "[[c-250910-8yw2e]]")
    #expect(seen.stdout == (try box.text("claims/2025/c-250910-8yw2e.md")))
  }

  @Test(arguments: [
    "c-250910-8yw2e", "orbis-contract", "btm", "due-power",
    "posts/2025/09/x-1965377159472915038.md",
  ])
  func `show knows records of every kind`(id: String) throws {
    let box = try Sandbox(withNotes: true)
    #expect(try box.run("show", id).status == 0)
    let json = try box.run("show", "--json", id)
    #expect(json.lines.count == 1)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.stdout.utf8)) }
  }

  @Test func `an unknown id is a problem`() throws {
    let seen = try Sandbox().run("show", "x-1")
    #expect(seen.status == 1 && seen.stderr.hasPrefix("postil: no record is called “x-1”\n"))
  }

  @Test func `the dossier holds every post, verdict and ground that was asked for`() throws {
    let seen = try Sandbox(withNotes: true).run("export", "id:" + deal)
    for part in ["# The Sable Creek file", "[^4]: [[c-250910-8yw2e]]", "`~` **mixed**"] {
      #expect(seen.stdout.contains(part), "\(part)")
    }
    #expect(seen.status == 0)
  }

  @Test func `the name of the output tells the format`() throws {
    let box = try Sandbox(withNotes: true)
    let seen = try box.run("export", "is:claim", "--output", "exports.csv")
    #expect(seen.status == 0 && seen.stdout.hasPrefix("wrote "))
    #expect(try box.text("exports.csv").hasPrefix("id,status,type"))
  }

  @Test func `pasted posts stand in an export as they were pasted`() throws {
    let box = try Sandbox()
    let lines = ["One was first.", "Two came next.", "Three was last."]
    let text = lines.joined(separator: "\n") + "\n"
    #expect(try box.run("import", "-", "--split", "lines:1,2,3", input: text).status == 0)
    let export = try box.run("export").stdout
    let places = lines.map { export.range(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
  }

  @Test func `an export never takes the place of a record`() throws {
    let box = try Sandbox(withNotes: true)
    let before = try box.tree()
    let seen = try box.run("export", "--output", "posts/2025/09/\(deal).md")
    #expect(seen.status == 1)
    #expect(try box.tree() == before)
  }
}

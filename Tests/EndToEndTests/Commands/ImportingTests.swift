import Foundation
import Testing

/// import: what comes in, what is reported, and that nothing comes in twice.
@Suite struct ImportingTests {
  private static let paste = """
    First post about $NWND.
    Two lines of it.
    Second post, 41MW of 60MW.
    Third post 🎩
    """

  @Test func `lines name the first line of each post, and every byte arrives`() throws {
    let box = try Sandbox()
    let seen = try box.run("import", "-", "--split", "lines:1,3,4", input: Self.paste)
    #expect(seen.status == 0, "\(seen)")
    let texts = try box.run("list", "--json").lines.map { line in
      try #require(
        (JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["text"] as? String)
    }
    #expect(
      Set(texts) == [
        "First post about $NWND.\nTwo lines of it.", "Second post, 41MW of 60MW.", "Third post 🎩",
      ])
    #expect(try box.run("check").status == 0)
  }

  @Test func `the second import changes no byte`() throws {
    let box = try Sandbox()
    _ = try box.run("import", "-", "--split", "none", input: Self.paste)
    let before = try box.tree()
    let seen = try box.run("import", "-", "--split", "none", input: Self.paste)
    #expect(seen.status == 0 && seen.stdout.contains("0 new · 1 merged"), "\(seen)")
    #expect(try box.tree() == before)
    // Nothing at all is another thing.
    #expect(try box.run("import", "-", input: "").status == 2)
  }

  @Test func `a dry run writes nothing`() throws {
    let box = try Sandbox()
    let before = try box.tree()
    let seen = try box.run("import", "-", "--split", "none", "--dry-run", input: Self.paste)
    #expect(seen.status == 0 && seen.stdout.contains("1 new"), "\(seen)")
    #expect(try box.tree() == before)
  }

  @Test func `an unsure cut is refused, unless it is taken`() throws {
    let box = try Sandbox()
    let refused = try box.run("import", "-", input: Self.paste)
    #expect(refused.status == 2, "\(refused)")
    #expect(try box.run("list").status == 2)
    #expect(try box.run("import", "-", "--yes", input: Self.paste).status == 0)
  }

  @Test func `author and date are those that are said`() throws {
    let box = try Sandbox()
    _ = try box.run(
      "import", "-", "--split", "none", "--author", "@me", "--date", "2026-03-31",
      input: Self.paste)
    let row = try #require(try box.run("list").lines.first).split(separator: "\t")
    #expect(row[1] == "2026-03-31" && row[2] == "@me")
    let seen = try box.run("import", "-", "--date", "soon", input: Self.paste)
    #expect(seen.status == 1 && seen.stderr.contains("“soon” is no date"))
  }

  @Test func `the report is JSON when asked, and nothing else`() throws {
    let box = try Sandbox()
    let seen = try box.run("import", "-", "--split", "none", "--json", input: Self.paste)
    #expect(seen.lines.count == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(seen.stdout.utf8)) as? [String: Any])
    #expect(object["new"] as? Int == 1 && object["file"] as? String == "-")
  }

  @Test func `a missing file is a problem`() throws {
    let seen = try Sandbox().run("import", "no-such-file")
    #expect(seen.status == 3 && seen.stdout.contains("no-such-file"), "\(seen)")
  }

  @Test func `an import is one step of undo`() throws {
    let box = try Sandbox()
    let before = try box.tree()
    _ = try box.run("import", "-", "--split", "lines:1,3,4", input: Self.paste)
    #expect(try box.run("undo").status == 0)
    #expect(try box.tree() == before)
    #expect(try box.run("list").status == 2)
  }
}

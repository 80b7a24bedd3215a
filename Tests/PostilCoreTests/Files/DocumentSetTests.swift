import Testing

@testable import PostilCore

@Suite struct DocumentSetTests {
  private static let lines = [
    "a: 1\n", "b: \"x: y\" # why\n", "c:\n  - p\n  - q # kept\n  # note\n  - r\n",
    "d: [u, v] # list\n",
    "# alone\n", "\n", "e: |\n  block\n  # not a comment\n\n", "f: 'it''s'\n", "g: # empty\n",
    "h: one\n  two\n", "i:\n- s\n- t\n", "\"j\": k # c\n", "l: >-\n  folded\n",
    "m: [\n  w, # x\n  y\n]\n", "n: \"two\n  lines\"\n", "o: a#b # c\n",
  ]

  @Test(arguments: 0..<500) func `setting a key changes no line but its own`(seed: Int) throws {
    var dice = FilesDice(seed)
    let header = Self.lines.shuffled(using: &dice).prefix(Int.random(in: 0...9, using: &dice))
    let newline = dice.pick(["\n", "\r\n"])
    let text =
      ("---\n" + header.joined() + "---\n" + dice.pick(["", "\n", "body\n", "\nbody"]))
      .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: newline)
    let before = Document(text)
    try #require(before.problem == nil, "\(text)")
    let keys = before.entries.map(\.key) + ["new"]
    let key = dice.pick(keys)
    let field = field(&dice)
    var after = before
    try after.set(key, field, order: ["zero"] + keys.shuffled(using: &dice))

    #expect(after.problem == nil, "\(text)\n\(after.text)")
    #expect(after.body == before.body)
    let others = { (document: Document) in
      document.entries.filter { $0.key != key }.map { [$0.key: $0.value] }
    }
    #expect(others(after) == others(before), "\(key) in \(text)\n\(after.text)")
    #expect(after.entry(key)?.value == expected(field), "\(key) in \(text)\n\(after.text)")
    let own = before.entry(key).map { EntryLines(before, $0).contentEnd }
    let kept = before.entry(key).map { before.slice(0..<$0.range.lowerBound) } ?? before.text
    let rest = own.map { before.slice($0..<before.text.utf8.count) } ?? ""
    var lines = BodyLines.split(after.text)[...]
    for line in BodyLines.split(kept) + BodyLines.split(rest) {
      lines = lines.drop { $0 != line }
      #expect(!lines.isEmpty, "\(line) lost from \(text)\n\(after.text)")
      lines = lines.dropFirst()
    }
    #expect(after.text.hasSuffixBytes(rest))
    for comment in ["# alone", "# why", "# list"]
    where before.text.contains(comment) && expected(field) != nil {
      #expect(after.text.contains(comment), "\(key) in \(text)\n\(after.text)")
    }
  }

  private func field(_ dice: inout FilesDice) -> Document.Field? {
    switch Int.random(in: 0..<4, using: &dice) {
    case 0: nil
    case 1: .text(dice.text())
    case 2: .bare("17")
    default:
      .list(
        (0..<Int.random(in: 0...3, using: &dice)).map { _ in dice.pick(["p", "q", "r", "ON"]) })
    }
  }

  private func expected(_ field: Document.Field?) -> Document.Value? {
    switch field {
    case nil: nil
    case .text(let text), .bare(let text): .scalar(text)
    case .list(let items): items.isEmpty ? nil : .list(items)
    }
  }

  @Test func `a new key stands behind its predecessor`() throws {
    var document = Document("---\nid: c-1\nstatus: open # so far\n\n# mine\nextra: 1\n---\n\n> a\n")
    try document.set("due", .bare("2026-01-01"), order: ClaimFile.order)
    try document.set("tags", .list(["x", "ON"]), order: ClaimFile.order)
    try document.set("status", .text("void"), order: ClaimFile.order)
    try document.set("kind", .text("claim"), order: ClaimFile.order)
    #expect(
      document.text == """
        ---
        id: c-1
        kind: claim
        status: void # so far
        due: 2026-01-01
        tags:
          - x
          - "ON"

        # mine
        extra: 1
        ---

        > a

        """)
  }

  @Test func `an item added to a list is one line more`() throws {
    var document = Document("---\ntags:\n- b # first\n\n# loose\n- a\nz: 1\n---\n")
    try document.set("tags", .list(["b", "new", "a"]))
    #expect(document.text == "---\ntags:\n- b # first\n\n# loose\n- new\n- a\nz: 1\n---\n")
  }

  @Test func `a file without front matter gets one`() throws {
    var document = Document("\u{FEFF}Only words")
    try document.set("tags", .list(["a"]))
    #expect(document.text == "\u{FEFF}---\ntags:\n  - a\n---\n\nOnly words")
    #expect(document.body == "Only words")
  }

  @Test func `a damaged file is not edited`() {
    var document = Document("---\na: b: c\n---\n")
    #expect(throws: Problem.self) { try document.set("a", .text("x")) }
    #expect(document.text == "---\na: b: c\n---\n")
  }
}

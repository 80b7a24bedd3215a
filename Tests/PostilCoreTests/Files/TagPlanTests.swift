import Testing

@testable import PostilCore

/// Renaming and merging tags, on notebooks with everything that can carry one.
@Suite struct TagPlanTests {
  private let box: FilesSandbox
  private let now = Instant(Day(number: 20_527), hour: 9)
  private var catalog: DiskCatalog { DiskCatalog(notebook: box.notebook) }

  private static let claim = """
    ---
    # by hand
    kind: claim
    tags:
      # the important ones
      - power   # since June
      - "financing"

      - 'power/btm'
    status: open
    ---

    > power is the limit

    ## Notes

    tags: power

    """
  private static let margin =
    "---\r\nkind: note\r\npost: \"[[x-1]]\"\r\ntags: [ power , \"#deal\" ] # power\r\n---\r\n\r\npower\r\n"

  init() throws {
    box = try FilesSandbox()
    try box.add(SamplePosts.plain("x-1", "Power is the limit."))
    try box.write(Self.claim, to: "claims/2026/c-1.md")
    try box.write(Self.margin, to: "notes/on-x-1.md")
    try box.write("---\ntags: powerful\n---\n\npower\n", to: "notes/free.md")
    try box.write(
      "---\nkind: tag\nkey: p\nown: 1\naliases:\n  - watts\n---\n\nWatts, not hopes.\n",
      to: "tags/power.md")
    try box.write("---\nkind: tag\n---\n\nBehind the meter.\n", to: "tags/power/btm.md")
    try box.write("---\nkind: tag\nkey: d\n---\n\nSigned.\n", to: "tags/deal.md")
    try box.write(
      "---\nkind: query\nquery: \"-tag:power/btm is:due\"\n---\n\nWhy.\n", to: "queries/q.md")
    try box.write("---\nkind: query\nquery: \"power\"\n---\n", to: "queries/r.md")
  }

  private func change(_ edit: Edit) throws -> Change {
    try box.notebook.change(for: edit, at: now, in: catalog)
  }

  private func text(_ path: String) throws -> String? { try box.notebook.text(of: path) }

  @Test func `a rename touches no byte but the entries, and leaves an alias`() throws {
    try box.notebook.apply(change(.renameTag("power", to: "energy")))
    #expect(
      try text("claims/2026/c-1.md")
        == Self.claim.replacing("- power   #", with: "- energy   #")
        .replacing("'power/btm'", with: "'energy/btm'"))
    let margin = try #require(try text("notes/on-x-1.md"))
    #expect(
      Array(margin.utf8) == Array(Self.margin.replacing("[ power ,", with: "[ energy ,").utf8))
    #expect(try text("notes/free.md") == "---\ntags: powerful\n---\n\npower\n")
    #expect(
      try text("tags/energy.md")
        == "---\nkind: tag\nkey: p\nown: 1\naliases:\n  - watts\n  - power\n---\n\nWatts, not hopes.\n"
    )
    #expect(try text("tags/energy/btm.md") == "---\nkind: tag\n---\n\nBehind the meter.\n")
    #expect(try text("tags/power.md") == nil)
    #expect(try text("queries/q.md")?.contains("tag:power/btm") == true)
  }

  @Test func `the dry run names every record, and the queries that stay`() throws {
    let plan = try box.notebook.planTag(.rename("power", to: "energy"), in: catalog)
    #expect(
      plan.items.map(\.path) == [
        "claims/2026/c-1.md", "notes/on-x-1.md", "tags/power.md", "tags/power/btm.md",
      ])
    #expect(plan.items[0].effect == "power → energy, power/btm → energy/btm")
    #expect(plan.items[0].words == "power is the limit")
    #expect(plan.items[2].effect == "moves to tags/energy.md")
    #expect(plan.mentions.map(\.id) == ["q"])
    #expect(
      Set(plan.change.files.filter { $0.before != nil }.map(\.path)) == Set(plan.items.map(\.path)))
    #expect(plan.change.label.contains("2 records"))
  }

  @Test func `the dry run has as many words of a record as a wide screen may show`() throws {
    let words = "Power that a site waits for is worth more than power that it has by now"
    try box.write(
      "---\nkind: claim\ntags: power\nstatus: open\n---\n\n> \(words)\n", to: "claims/2026/c-2.md")
    let plan = try box.notebook.planTag(.rename("power", to: "energy"), in: catalog)
    #expect(plan.items.contains { $0.words == words })
  }

  @Test func `a rename there and back leaves the records as they were`() throws {
    let before = try box.files()
    try box.notebook.apply(change(.renameTag("power", to: "energy/all")))
    try box.notebook.apply(change(.renameTag("energy/all", to: "power")))
    let after = try box.files()
    for (path, bytes) in before where !path.hasPrefix("tags/power.md") {
      #expect(after[path] == bytes, "\(path)")
    }
    #expect(try text("tags/power.md")?.contains("- energy/all") == true)
    #expect(try text("tags/power.md")?.contains("- power") == false)
  }

  @Test func `a merge keeps both definitions and all names, and a second one changes nothing`()
    throws
  {
    try box.notebook.apply(change(.mergeTag("deal", into: "power")))
    let tag = try #require(try text("tags/power.md"))
    #expect(tag.contains("- watts") && tag.contains("- deal") && tag.contains("key: p"))
    #expect(tag.contains("Watts, not hopes.\n\nSigned."))
    let after = try box.files()
    let second = try change(.mergeTag("deal", into: "power"))
    #expect(second.files.isEmpty)
    try box.notebook.apply(second)
    #expect(try box.files() == after)
  }

  @Test func `links to the old name are no damage`() throws {
    try box.write("[[btm]] and [[nowhere]]\n", to: "notes/link.md")
    try box.notebook.apply(change(.renameTag("power/btm", to: "onsite")))
    let said = Check.check(box.notebook).map(\.description).joined(separator: "\n")
    #expect(said.contains("nowhere") && !said.contains("btm"), "\(said)")
  }

  @Test func `a record with both tags keeps one of them`() throws {
    try box.notebook.apply(change(.mergeTag("power", into: "deal")))
    guard case .note(let note) = try box.notebook.record(at: "notes/on-x-1.md") else {
      throw Problem("no margin")
    }
    #expect(note.tags == ["deal"])
  }

  @Test func `a tag without a file gets one that holds its old name`() throws {
    try box.notebook.apply(change(.renameTag("financing", to: "money")))
    #expect(try text("tags/money.md") == "---\nkind: tag\naliases:\n  - financing\n---\n\n")
    #expect(try text("claims/2026/c-1.md")?.contains("- \"money\"\n\n  - 'power/btm'") == true)
  }

  @Test(arguments: [
    Edit.renameTag("power", to: "deal"), .renameTag("power", to: "power/all"),
    .renameTag("nothing", to: "power"), .renameTag("power", to: "no tag"),
    .renameTag("deal", to: "watts"), .renameTag("watts", to: "volts"),
    .renameTag("power", to: "starred"), .mergeTag("power", into: "energy"),
    .renameTag("power", to: "power"), .removeTag("power"), .removeTag("energy"),
    .defineTag("deal", .key("p")), .defineTag("deal", .key("7")),
    .defineTag("deal", .aliases(["watts"])), .defineTag("deal", .aliases(["financing"])),
    .defineTag("deal", .text("New.", from: "Signed long ago.")), .defineTag("starred", .key("s")),
  ]) func `what would lose or mix up names is refused`(edit: Edit) throws {
    #expect(throws: Problem.self) { try change(edit) }
  }

  @Test func `what the codebook says is set one by one`() throws {
    let edits: [Edit] = [
      .defineTag("deal", .text("Signed.\n\n- **Not** for letters.", from: "Signed.")),
      .defineTag("deal", .key("x")), .defineTag("deal", .color("blue")),
      .defineTag("deal", .aliases(["contract", "#deals"])),
      .defineTag("money/debt", .text("", from: nil)),
    ]
    try box.notebook.apply(box.notebook.change(for: edits, at: now, in: catalog))
    #expect(
      try text("tags/deal.md")
        == "---\nkind: tag\nkey: x\ncolor: blue\naliases:\n  - contract\n  - deals\n---\n\nSigned.\n\n- **Not** for letters.\n"
    )
    #expect(try text("tags/money/debt.md") == "---\nkind: tag\n---\n\n")
    try box.notebook.apply(change(.removeTag("money/debt")))
    #expect(try text("tags/money/debt.md") == nil)
  }

  @Test(arguments: 0..<60) func `any rename or merge is taken back to the byte`(seed: Int) throws {
    var dice = FilesDice(seed)
    let names = ["a", "a/b", "a/b/c", "b", "B", "ab", "é", "q-1", "no"]
    for number in 0..<8 {
      let tags = (0..<3).map { _ in dice.pick(names) }
      let list = dice.pick([
        "tags: [\(tags.joined(separator: ", "))]", "tags: \(tags[0]) # \(tags[1])",
        "tags:\n  - \(tags.map { dice.chance(30) ? "\"\($0)\"" : $0 }.joined(separator: "\n  - "))",
        "tags:\n- '\(tags[0])'\n# \(tags[0])\n- \(tags[1]) # \(tags[0])",
      ])
      let end = dice.chance(30) ? "\r\n" : "\n"
      let text = "---\n\(list)\nown: \(tags[0])\n---\n\n\(tags[0])\n".replacing("\n", with: end)
      try box.write(
        text, to: dice.chance(50) ? "notes/n\(number).md" : "claims/2026/c-n\(number).md")
    }
    for name in names where dice.chance(50) {
      try box.write("---\nkind: tag\n---\n\n\(name)\n", to: Layout.path(ofTag: name))
    }
    let (from, to) = (dice.pick(names), dice.pick(names + ["z", "z/a"]))
    let before = try box.files()
    let edit: Edit = dice.chance(50) ? .renameTag(from, to: to) : .mergeTag(from, into: to)
    guard let change = try? change(edit) else { return }
    try box.notebook.apply(change)
    for file in change.files {
      let isCarried = Set(TagPlanTests.tags(of: file.after ?? "", file.path))
      #expect(!isCarried.contains { TagName.moved($0, from: from, to: to) != nil }, "\(file.path)")
    }
    try box.notebook.apply(change.inverse)
    #expect(try box.files() == before)
  }

  private static func tags(of text: String, _ path: String) -> [String] {
    switch try? AnyRecord.read(text, path: path) {
    case .claim(let claim): claim.tags
    case .note(let note): note.tags
    default: []
    }
  }
}

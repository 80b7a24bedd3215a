import Testing

@testable import PostilCore

@Suite struct ChangeTests {
  private let box: FilesSandbox
  private let now = Instant(Day(number: 20_527), hour: 9)
  private var catalog: DiskCatalog { DiskCatalog(notebook: box.notebook) }

  init() throws {
    box = try FilesSandbox()
    try box.add(
      SamplePosts.plain("x-1", "🧵 Gross margin was 73.4% in Q3. Capex is up. Family 👨‍👩‍👧 too."))
    try box.add(SamplePosts.plain("x-2", "Other words."))
  }

  @discardableResult private func perform(_ edit: Edit, seed: Int = 1) throws -> Change {
    var dice = FilesDice(seed)
    let change = try box.notebook.change(for: edit, at: now, in: catalog, using: &dice)
    try box.notebook.apply(change)
    return change
  }

  private func newClaim(_ span: Range<Int> = 2..<31, _ status: Status = .supported) -> NewClaim {
    var new = NewClaim(post: "x-1")
    new.spans = [Span(span)]
    new.status = status
    return new
  }

  private func onlyClaim() throws -> Claim {
    let paths = try box.notebook.stamps().map(\.path).filter { $0.hasPrefix("claims/") }
    #expect(paths.count == 1)
    guard case .claim(let claim) = try box.notebook.record(at: try #require(paths.first)) else {
      throw Problem("no claim")
    }
    return claim
  }

  @Test func `a claim is made from a span`() throws {
    var new = newClaim()
    new.type = .forecast
    new.confidence = 70
    new.due = Day("2026-12-31")
    new.tags = ["#margin", "margin", "ON"]
    new.note = "Seen before."
    let change = try perform(.addClaim(new))
    let claim = try onlyClaim()
    #expect(change.label == "tagged «Gross margin was 73.4% in Q3.» supported forecast")
    #expect(claim.quotes == ["Gross margin was 73.4% in Q3."])
    #expect(claim.rev == Post.rev(of: try box.notebook.post("x-1", in: catalog).post.text))
    #expect(claim.history == [Turn(now.day, .supported, confidence: 70)])
    #expect(claim.tags == ["margin", "ON"])
    #expect(claim.notes == "Seen before.")
    #expect(claim.title == nil)
    let path = try #require(change.files.first?.path)
    #expect(path == Layout.path(ofClaim: claim.id))
    #expect(claim.id.wholeMatch(of: /c-260315-[0-9a-hjkmnp-tv-z]{5}/) != nil)
    let text = try #require(try box.notebook.text(of: path))
    #expect(text.contains("\n— [[x-1]], @volta_grid, 2025-11-03\n"))
  }

  @Test func `a claim of no words in particular is the whole post, line for line`() throws {
    let text = "One.\n\n- two\n> three\n\n\n  four 👨‍👩‍👧\n\n"
    try box.add(SamplePosts.plain("x-9", text))
    try perform(.addClaim(NewClaim(post: "x-9")))
    let claim = try onlyClaim()
    #expect(claim.spans == [0..<text.unicodeScalars.count - 2])
    #expect(claim.quotes == ["One.\n\n- two\n> three\n\n\n  four 👨‍👩‍👧"])
    #expect(Check.check(box.notebook).isEmpty)
  }

  @Test func `a post without words cannot be tagged`() throws {
    try box.add(SamplePosts.plain("x-8", " \n"))
    #expect(throws: Problem.self) { try perform(.addClaim(NewClaim(post: "x-8"))) }
  }

  @Test func `two claims of one day never share an id`() throws {
    try perform(.addClaim(newClaim(2..<7)))
    try perform(.addClaim(newClaim(8..<14)))
    #expect(try catalog.claims(on: "x-1").count == 2)
  }

  @Test func `borders never cut a character`() throws {
    let text = try box.notebook.post("x-1", in: catalog).post.text
    let family = try #require(text.unicodeScalars.firstIndex(of: "👩"))
    let offset = text.unicodeScalars.distance(from: text.unicodeScalars.startIndex, to: family)
    try perform(.addClaim(newClaim(offset..<offset + 1)))
    #expect(try onlyClaim().quotes == ["👨‍👩‍👧"])
    #expect(throws: Problem.self) { try perform(.addClaim(newClaim(500..<600))) }
    var blank = NewClaim(post: "x-1")
    blank.quote = "  "
    #expect(throws: Problem.self) { try perform(.addClaim(blank)) }
    #expect(throws: Problem.self) { try perform(.addClaim(NewClaim(post: "x-404"))) }
  }

  @Test func `the same words tagged again are the same claim`() throws {
    try perform(.addClaim(newClaim()))
    let again = try perform(.addClaim(newClaim(2..<31, .refuted)))
    #expect(again.label.hasSuffix("refuted again"))
    let claim = try onlyClaim()
    #expect(claim.status == .refuted)
    #expect(claim.history.map(\.status) == [.supported, .refuted])
    #expect(try perform(.addClaim(newClaim(2..<31, .refuted))).files.isEmpty)
  }

  @Test func `a verdict is set, appended to History, and refused when the disk has moved on`()
    throws
  {
    try perform(.addClaim(newClaim(2..<31, .open)))
    let id = try onlyClaim().id
    try perform(
      .judge(
        claim: id, status: .mixed, from: .open, type: .derived, confidence: 55, words: " so so "))
    let claim = try onlyClaim()
    #expect(claim.status == .mixed && claim.type == .derived && claim.confidence == 55)
    #expect(claim.history.last == Turn(now.day, .mixed, confidence: 55, words: "so so"))
    #expect(throws: Problem.self) {
      try perform(
        .judge(claim: id, status: .void, from: .open, type: nil, confidence: nil, words: nil))
    }
    let same = try perform(
      .judge(claim: id, status: .mixed, from: .mixed, type: nil, confidence: 55, words: nil))
    #expect(same.files.isEmpty && same.label.contains("already"))
  }

  @Test func `a status set by hand gets its own line in History`() throws {
    try perform(.addClaim(newClaim(2..<31, .open)))
    let path = Layout.path(ofClaim: try onlyClaim().id)
    let text = try #require(try box.notebook.text(of: path))
    try box.write(text.split(separator: "status: open").joined(separator: "status: void"), to: path)
    try perform(
      .judge(
        claim: try onlyClaim().id, status: .open, from: nil, type: nil, confidence: nil, words: nil)
    )
    let history = try onlyClaim().history
    #expect(history.map(\.status) == [.open, .void, .open])
    #expect(history[1].words == "by hand")
  }

  @Test func `a date moved after evidence is on record`() throws {
    try perform(.addClaim(newClaim()))
    let id = try onlyClaim().id
    try perform(.setDue(claim: id, Day("2026-06-30")))
    #expect(try onlyClaim().history.count == 1)
    let path = Layout.path(ofClaim: id)
    let text = try #require(try box.notebook.text(of: path))
    try box.write(text + "\n## Evidence\n\n- supports [[x-2]]\n", to: path)
    try perform(.setDue(claim: id, Day("2026-09-30")))
    #expect(try onlyClaim().history.last?.words == "due 2026-06-30 -> 2026-09-30")
    try perform(.setDue(claim: id, nil))
    #expect(try onlyClaim().due == nil)
    #expect(try perform(.setDue(claim: id, nil)).files.isEmpty)
  }

  @Test func `title, borders and tags of a claim`() throws {
    try perform(.addClaim(newClaim()))
    let id = try onlyClaim().id
    try perform(.setTitle(claim: id, "Margin: 73.4%"))
    try perform(.setSpans(claim: id, [Span(33..<45), Span(2..<14)]))
    try perform(.tagClaims([id, id], add: ["margin"], remove: ["none"]))
    var claim = try onlyClaim()
    #expect(claim.title == "Margin: 73.4%")
    #expect(claim.spans == [2..<14, 33..<45])
    #expect(claim.quotes == ["Gross margin", "apex is up. "])
    #expect(claim.tags == ["margin"])
    try perform(.tagClaims([id], add: [], remove: ["margin"]))
    try perform(.setTitle(claim: id, nil))
    claim = try onlyClaim()
    #expect(claim.tags == [] && claim.title == nil)
    #expect(throws: Problem.self) { try perform(.tagClaims([id], add: ["a b"], remove: [])) }
    #expect(throws: Problem.self) {
      try perform(.setSpans(claim: id, [Span(2..<9), Span(5..<12)]))
    }
    try perform(.removeClaim(id))
    #expect(try catalog.claims(on: "x-1").isEmpty)
  }

  @Test func `a margin comes with the first tag and goes with the last`() throws {
    let before = try box.files()
    let starred = try perform(.tagPosts(["x-1", "x-2"], add: ["starred"], remove: []))
    #expect(starred.label == "starred 2 posts")
    #expect(
      try box.notebook.text(of: "notes/on-x-1.md")
        == "---\nkind: note\npost: \"[[x-1]]\"\ntags:\n  - starred\n---\n\n")
    #expect(try perform(.tagPosts(["x-1"], add: ["starred"], remove: [])).files.isEmpty)
    try perform(.tagPosts(["x-1", "x-2"], add: [], remove: ["starred"]))
    #expect(try box.files() == before)
  }

  @Test func `a note is written, merged with an edit elsewhere, or refused`() throws {
    try perform(.setNote(on: "x-1", text: "one\ntwo\nthree\nfour", from: ""))
    try perform(.tagPosts(["x-1"], add: ["a"], remove: []))
    try box.write(
      "---\nkind: note\npost: \"[[x-1]]\"\nmine: 1 # kept\n---\n\none\ntwo\nthree\nFOUR\n",
      to: "notes/on-x-1.md")
    try perform(.setNote(on: "x-1", text: "ONE\ntwo\nthree\nfour", from: "one\ntwo\nthree\nfour"))
    #expect(
      try box.notebook.text(of: "notes/on-x-1.md")
        == "---\nkind: note\npost: \"[[x-1]]\"\nmine: 1 # kept\n---\n\nONE\ntwo\nthree\nFOUR\n")
    let problem = #expect(throws: Problem.self) {
      try perform(.setNote(on: "x-1", text: "mine", from: "one\ntwo\nthree\nfour"))
    }
    #expect(problem?.hint?.contains("Both versions") == true)
  }

  @Test func `claims and free notes take notes, and unknown ids none`() throws {
    try perform(.addClaim(newClaim()))
    let id = try onlyClaim().id
    try perform(.setNote(on: id, text: "Words\n\n## History\n", from: ""))
    #expect(try onlyClaim().notes == "Words\n\n## History")
    #expect(try onlyClaim().history.count == 1)
    try box.write("# Plain\n\nold\n", to: "notes/plain.md")
    try perform(.setNote(on: "plain", text: "# Plain\n\nnew", from: nil))
    #expect(try box.notebook.text(of: "notes/plain.md") == "# Plain\n\nnew\n")
    try perform(.setNote(on: "plain", text: "---\nnot: front matter: at all", from: nil))
    #expect(
      try box.notebook.text(of: "notes/plain.md")?.hasPrefix("---\nkind: note\n---\n\n---\n")
        == true)
    #expect(throws: Problem.self) { try perform(.setNote(on: "none", text: "x", from: nil)) }
    try perform(.setNote(on: id, text: "", from: nil))
    #expect(try onlyClaim().notes == "")
  }

  @Test func `every edit can be taken back`() throws {
    let log = try UndoLog(folder: box.undoFolder)
    var states = [try box.files()]
    let id = "c-260315-test0"
    let edits: [Edit] = [
      .addClaim(newClaim()), .tagPosts(["x-1", "x-2"], add: ["a", "b"], remove: []),
      .setNote(on: "x-2", text: "words", from: nil),
      .tagPosts(["x-1"], add: [], remove: ["a", "b"]),
      .judge(claim: id, status: .void, from: nil, type: nil, confidence: nil, words: "w"),
      .setSpans(claim: id, [Span(2..<7)]), .setNote(on: id, text: "n", from: ""), .removeClaim(id),
    ]
    try box.write(
      "---\nkind: claim\npost: \"[[x-2]]\"\n---\n\n> Other\n", to: Layout.path(ofClaim: id))
    states = [try box.files()]
    for edit in edits {
      let change = try box.notebook.change(for: edit, at: now, in: catalog)
      try log.perform(change, in: box.notebook)
      states.append(try box.files())
    }
    for state in states.dropLast().reversed() {
      _ = try log.undo(in: box.notebook)
      #expect(try box.files() == state)
    }
    for state in states.dropFirst() {
      _ = try log.redo(in: box.notebook)
      #expect(try box.files() == state)
    }
  }

  @Test(arguments: [
    ("a\nb\nc", "a\nB\nc\nd", "x\na\nb\nc", "x\na\nB\nc\nd"), ("a", "a\n", "b", nil),
    ("a\nb\nc", "a\nX\nc", "a\nY\nc", nil), ("1\n2\n3\n4", "1\n4", "0\n1\n2\n3\n4", "0\n1\n4"),
  ])
  func `lines merge when they are apart`(base: String, mine: String, theirs: String, both: String?)
  {
    #expect(LineMerge.merged(mine, theirs, base: base) == both)
    #expect(LineMerge.merged(theirs, mine, base: base) == both)
  }
}

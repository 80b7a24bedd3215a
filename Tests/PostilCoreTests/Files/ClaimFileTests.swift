import Testing

@testable import PostilCore

@Suite struct ClaimFileTests {
  static let sample = """
    ---
    id: c-260315-7kq2m
    kind: claim
    title: Volta prepays a fifth of the contract
    post: "[[x-1]]"
    at: 112-126
    rev: a821b52f3f45
    type: fact
    status: open
    due: 2026-02-28
    confidence: 80
    tags:
      - contract
      - financing
    ---

    > 20% prepayment

    — [[x-1]], @volta_grid, 2025-11-03

    **Test:** supported if the half-year report shows customer deposits of $1.9B or more.

    ## Evidence

    - supports [[x-1990000000000000001]] strong: the 8-K repeats the term
    - contradicts [[c-260401-0wz4p]] weak: deposit booked net
    - context https://example.com/filing page 14

    ## History

    - 2026-03-15 open 70%
    - 2026-04-01 open 80% the call confirmed the schedule

    ## Notes

    Free Markdown, as long as you like.

    """

  @Test func `the sample of the format is read`() throws {
    let claim = try ClaimFile.read(Document(Self.sample), path: "claims/2026/c-260315-7kq2m.md")
    #expect(claim.spans == [112..<126])
    #expect(claim.quotes == ["20% prepayment"])
    #expect(claim.test?.hasPrefix("supported if the half-year") == true)
    #expect(claim.evidence.map(\.bearing) == [.supports, .contradicts, .context])
    #expect(claim.evidence.map(\.grade) == [.strong, .weak, nil])
    #expect(claim.evidence.last?.target == "https://example.com/filing")
    #expect(claim.evidence.last?.words == "page 14")
    #expect(claim.history.map(\.confidence) == [70, 80])
    #expect(claim.history.last?.words == "the call confirmed the schedule")
    #expect(claim.notes == "Free Markdown, as long as you like.")
    #expect(claim.tags == ["contract", "financing"])
    #expect(claim.due == Day("2026-02-28"))
  }

  @Test func `the sample is written as it stands there, but for words without a colon`() throws {
    let claim = try ClaimFile.read(Document(Self.sample), path: "claims/2026/c-260315-7kq2m.md")
    let written = ClaimFile.text(for: claim, post: SamplePosts.plain("x-1", ""))
    let same = Self.sample.split(separator: "filing page 14")
    #expect(written == same.joined(separator: "filing: page 14"))
  }

  @Test(arguments: 0..<200) func `a claim is read back as it was written`(seed: Int) throws {
    var dice = FilesDice(seed)
    var claim = Claim(id: "c-260315-7kq2m")
    claim.title = dice.chance(50) ? dice.text() : nil
    claim.post = "x-1"
    claim.spans = dice.chance(50) ? [3..<9, 20..<21] : []
    claim.quotes = claim.spans.map { _ in quote(&dice) }
    claim.type = dice.pick(ClaimType.allCases)
    claim.status = dice.pick(Status.allCases)
    claim.due = dice.chance(50) ? Day("2026-05-05") : nil
    claim.confidence = dice.chance(50) ? 65 : nil
    claim.tags = ["on", "power/btm"]
    claim.history = [Turn(Day(number: 20_000), .open, confidence: 40, words: "50% of it")]
    claim.notes = BodyLines.trimmed(
      dice.text(
        FilesDice.awkward + [
          "## History\n", "\n## Notes", "\\## notes ", "## Other\n", "- 2026", "\n",
        ],
        upTo: 12))
    let text = ClaimFile.text(for: claim, post: nil)
    #expect(
      try ClaimFile.read(Document(text), path: "claims/2026/c-260315-7kq2m.md") == claim, "\(text)")
  }

  private func quote(_ dice: inout FilesDice) -> String {
    ["Margin was", "> 73.4%", "", " $VLTA  ", "## History", "- x", "— [[y]]"].shuffled(using: &dice)
      .joined(separator: "\n")
  }

  @Test func `a claim by hand needs little`() throws {
    let text = "---\nkind: claim\npost: [[x-1]]\n---\n> Gross margin\n> was 73.4%\n\n> again\n"
    let claim = try ClaimFile.read(Document(text), path: "claims/mine.md")
    #expect(claim.id == "mine")
    #expect(claim.post == "x-1")
    #expect(claim.quotes == ["Gross margin\nwas 73.4%", "again"])
    #expect(claim.status == .open)
    #expect(claim.history == [])
  }

  @Test(arguments: [
    ("status: maybe", 3), ("type: guess", 3), ("at: 9-3", 3), ("at: 3", 3), ("due: soon", 3),
    ("confidence: 101", 3), ("kind: post", 3),
  ])
  func `a wrong value is a problem with its line and a hint`(line: String, number: Int) {
    let document = Document("---\nid: c\n\(line)\n---\n\n> a\n")
    let problem = #expect(throws: Problem.self) {
      try ClaimFile.read(document, path: "claims/c.md")
    }
    #expect(problem?.place == .init("claims/c.md", line: number))
    #expect(problem?.hint != nil)
  }

  @Test func `a claim with conflict marks is not read as if it were whole`() {
    let text = Self.sample.split(separator: "status: open").joined(
      separator: "<<<<<<< ours\nstatus: open\n=======\nstatus: void\n>>>>>>> theirs")
    let problem = #expect(throws: Problem.self) {
      try ClaimFile.read(Document(text), path: "claims/c.md")
    }
    #expect(problem?.place?.line == 9)
  }

  @Test(arguments: 0..<150) func `edits keep the lines of others`(seed: Int) throws {
    var dice = FilesDice(seed)
    var sections = [
      "## Evidence\n\n- supports [[x-2]]\n", "## History\n\n- 2026-03-15 open\n  more of it\n",
      "## History\n", "## Notes\n\nOld words\n\n## A part of the notes\n", "## Mine\n\nkept  \n",
    ].shuffled(using: &dice).prefix(Int.random(in: 0...5, using: &dice)).joined(separator: "\n")
    if dice.chance(30) { sections = String(sections.dropLast()) }
    let newline = dice.pick(["\n", "\r\n"])
    let text = "---\nkind: claim # c\n---\n\n> a\n\nwords\n> b\n\n\(sections)"
      .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: newline)
    let old = try ClaimFile.read(Document(text), path: "claims/c.md")
    var document = Document(text)
    var expected = old
    switch Int.random(in: 0..<3, using: &dice) {
    case 0:
      let turn = Turn(Day(number: 20_600), .mixed, confidence: 5, words: "both")
      ClaimFile.append(turn, to: &document)
      expected.history.append(turn)
    case 1:
      expected.notes = dice.pick(["", "New\n\n## Evidence\n\nwords", "x"])
      ClaimFile.setNotes(expected.notes, in: &document)
    default:
      expected.quotes = ["c\n\nd", "e"]
      ClaimFile.setQuotes(expected.quotes, in: &document)
    }
    let new = try ClaimFile.read(Document(document.text), path: "claims/c.md")
    #expect(new == expected, "\(text)\n\(document.text)")
    for line in ["kind: claim # c", "words", "kept", "- supports [[x-2]]", "  more of it"]
    where text.contains(line) && !old.notes.contains(line) {
      #expect(document.text.contains(newline + line), "\(line) in \(text)\n\(document.text)")
    }
    let feeds = document.text.utf8.count { $0 == UInt8(ascii: "\n") }
    let returns = document.text.utf8.count { $0 == UInt8(ascii: "\r") }
    #expect(returns == (newline == "\n" ? 0 : feeds), "\(document.text)")
  }

  @Test(arguments: 0..<300) func `no mutation of a record is fatal`(seed: Int) {
    var dice = FilesDice(seed)
    var bytes = Array((dice.chance(50) ? Self.sample : PostFile.text(for: SamplePosts.full)).utf8)
    for _ in 0..<Int.random(in: 1...8, using: &dice) {
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      switch Int.random(in: 0..<4, using: &dice) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
      case 1: bytes.removeSubrange(place..<min(bytes.count - 1, place + 9))
      case 2: bytes.insert(contentsOf: dice.text().utf8, at: place)
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let document = Document(text)
    for path in ["posts/a.md", "claims/a.md", "notes/a.md", "tags/a.md", "queries/a.md"] {
      _ = try? AnyRecord.read(text, path: path)
    }
    var edited = document
    guard (try? edited.set("status", .text("void"), order: ClaimFile.order)) != nil else { return }
    #expect(edited["status"] == .scalar("void"))
    #expect(edited.body == document.body)
    var notes = edited
    ClaimFile.setNotes("words", in: &notes)
    #expect(notes.entries.map(\.value) == edited.entries.map(\.value))
  }
}

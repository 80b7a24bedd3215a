import Foundation
import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

struct PasteSplitterTests {
  private func proposal(_ text: String) -> PasteSplitter.Proposal {
    PasteSplitter.propose(Array(text.utf8))
  }

  private func posts(_ text: String) -> [String] {
    let draft = proposal(text).draft
    return draft.pieces.map(draft.text)
  }

  @Test(arguments: ["---", "***", "=====", "* * *", "———", "───"])
  func `rules between posts are sure separators`(rule: String) {
    let found = proposal("one\n\nstill one\n\(rule)\ntwo\n\n\(rule)\nthree")
    #expect(found.draft.pieces.map(found.draft.text) == ["one\n\nstill one", "two", "three"])
    #expect(found.isSure)
  }

  @Test func `one rule alone may be a rule inside a post`() {
    #expect(!proposal("Heading\n---\nand its text").isSure)
  }

  @Test(arguments: [
    "Shopping list\n\n- one\n\n- two\n\n1. three\n\n(1) four\n\n• five\n\n✅ six",
    "See\n\n(1) the filing\n\n[2] the call",
    "Today\n\n$META $AAPL\n\n$GOOG",
    "Code\n\n```\n@main struct A {}\n\n$IREN\n```",
  ])
  func `items, citations, tickers and fences begin no post`(text: String) {
    #expect(posts(text) == [text])
  }

  @Test func `mentions on lines of their own do not begin a post`() {
    let text = "took the win at the \n@VoltaFab\n x \n@ohmworks\nagain"
    #expect(posts(text) == [text])
  }

  @Test func `a list with emoji stays together`() {
    let text = "Highlights:\n⚡️ 400 people on site\n⚡️ 31 EH/s on schedule\n⚡️ earthworks under way"
    #expect(posts(text) == [text])
  }

  @Test func `mentions and cashtags after links begin posts, and it is said to be a guess`() {
    let found = proposal(
      """
      $VOLT signs a lease. https://t.co/abc
      @ada That was quick.
      $OHM next? https://t.co/def
      RT @ada: watch this
      """)
    #expect(found.draft.count == 4)
    #expect(!found.isSure)
    #expect(found.boundaries.allSatisfy { 0...1 ~= $0.score && !$0.reason.isEmpty })
  }

  @Test func `addresses under the posts give them their identity`() {
    let text = """
      First post.

      With two paragraphs.
      https://x.com/ada/status/1985352791846887765?s=20

      Second post.
      https://nitter.net/bob/status/1985352791846887766#m
      """
    let found = proposal(text)
    #expect(found.isSure)
    #expect(
      found.draft.pieces.map(found.draft.text) == [
        "First post.\n\nWith two paragraphs.", "Second post.",
      ])
    #expect(found.draft.pieces.map { StatusURL($0.about.url ?? "")?.handle } == ["ada", "bob"])
  }

  @Test func `a copy of a timeline gives names, handles, dates and texts`() {
    let text = """
      Ada Volta
      @ada
      ·
      Jul 25
      Power first.

      Chips later.
      12
      8.2K
      Bob Ohm
      @bobohm
      ·
      Sep 16, 2025
      Agreed.
      Show more
      5
      """
    let draft = proposal(text).draft
    #expect(draft.pieces.map(draft.text) == ["Power first.\n\nChips later.", "Agreed."])
    #expect(draft.pieces.map(\.about.author) == ["@ada", "@bobohm"])
    #expect(draft.pieces.map(\.about.name) == ["Ada Volta", "Bob Ohm"])
    #expect(draft.pieces.map(\.about.posted?.description) == [nil, "2025-09-16"])
    #expect(draft.pieces.map(\.about.postedRaw) == ["Jul 25", nil])
  }

  @Test func `what a page puts into boxes is put back into its line, and the page is left out`() {
    let text = """
      Home
      See new posts
      Ada Volta
      @ada
      ·
      2h
      Replying to
      @bobohm
      and
      @ohmworks
      took the W at the\u{20}
      @VoltaFab
       x\u{20}
      @ohmworks
      , see
      https://
      volta.example.com/a

      Next line
      Show more
      5.9K
      8.2K
      Quote
      Bob Ohm @bobohm · Jul 25
      Old news.
      1
      Discover more
      Sourced from across X
      Cara Watt
      @cara
      The whole thread, on one page.
      8:51 PM · Jan 10, 2026
      ·
      3.4M
       Views
      Post your reply
      """
    let now = Instant(seconds: 1_772_326_800)  // 2026-03-01, one o'clock
    let proposal = PasteSplitter.propose(Array(text.utf8), now: now)
    let draft = proposal.draft
    #expect(proposal.isSure)
    #expect(
      draft.pieces.map(draft.text) == [
        "took the W at the @VoltaFab x @ohmworks, see\nhttps://volta.example.com/a\n\nNext line",
        "Old news.", "The whole thread, on one page.",
      ])
    #expect(draft.pieces.map(\.about.author) == ["@ada", "@bobohm", "@cara"])
    #expect(
      draft.pieces.map(\.about.posted?.description) == ["2026-02-28", "2025-07-25", "2026-01-10"])
  }

  @Test func `a split mode is read as it is written, and a wrong one is refused`() throws {
    #expect(try SplitMode(parsing: "lines:1,8,10") == .lines([1, 8, 10]))
    #expect(try SplitMode(parsing: "rule") == .rule)
    for wrong in ["", "lines", "lines:", "lines:a", "lines:1,,2", "Blank"] {
      #expect(throws: Problem.self) { try SplitMode(parsing: wrong) }
    }
    #expect(throws: Problem.self) { try PasteSplitter.draft(Array("a\nb".utf8), .lines([3])) }
    #expect(throws: Problem.self) { try PasteSplitter.draft(Array("a\nb".utf8), .lines([2, 1])) }
  }

  @Test func `text that gives neither author nor date has neither`() throws {
    var intake = Intake()
    var options = ImportOptions(now: Instant(seconds: 0))
    options.split = .blank
    let source = Source(name: "notes/a.txt", bytes: Array("one\n\ntwo\n".utf8))
    try PastedText.read(source, options: options, into: &intake)
    #expect(intake.posts.map(\.text) == ["one", "two"])
    #expect(intake.posts.allSatisfy { $0.author == nil && $0.posted == nil })
    #expect(intake.posts.map(\.via) == [["a.txt:1"], ["a.txt:3"]])
    #expect(intake.separatorBytes == 3)
    options.author = "@ada"
    var named = Intake()
    try PastedText.read(source, options: options, into: &named)
    #expect(named.posts.map(\.author) == ["@ada", "@ada"])
  }

  @Test func `an unsure guess is refused unless it is accepted`() throws {
    var intake = Intake()
    var options = ImportOptions(now: Instant(seconds: 0))
    let text = "one is certain by now\n\n@ada another is not yet so\n\n$VOLT is the third thing"
    let source = Source(name: "-", bytes: Array(text.utf8))
    #expect(throws: Problem.self) {
      try PastedText.read(source, options: options, into: &intake)
    }
    #expect(intake.posts.isEmpty)
    options.acceptsProposal = true
    try PastedText.read(source, options: options, into: &intake)
    #expect(intake.posts.count == 3)
  }
}

@Suite(.enabled(if: Samples.arePresent, "the samples are not here"))
struct PastedSampleTests {
  private struct Truth: Decodable {
    var first_line: Int
    var text: String
  }

  private func truth(_ name: String) throws -> [Truth] {
    try String(decoding: Samples.bytes("pasted/\(name).truth.jsonl"), as: UTF8.self)
      .split(separator: "\n").map { try JSONDecoder().decode(Truth.self, from: Data($0.utf8)) }
  }

  @Test(arguments: ["seed_posts", "a_blank_line", "b_no_separator", "f_long_citations"])
  func `posts cut by their first lines are what their authors wrote`(name: String) throws {
    let truth = try truth(name)
    let draft = try PasteSplitter.draft(
      Samples.bytes("pasted/\(name).txt"), .lines(truth.map(\.first_line)))
    #expect(draft.pieces.map { Array(draft.text($0).utf8) } == truth.map { Array($0.text.utf8) })
  }

  /// The best single rule has 0.73 and 0.78, and 34 of 74 posts exactly.
  @Test(arguments: [
    ("seed_posts", 0.85, 0.85, 8), ("a_blank_line", 0.79, 0.85, 47),
    ("b_no_separator", 0.93, 0.88, 55), ("e_blank_line_crlf_bom", 0.79, 0.85, 47),
    ("f_long_citations", 0.95, 0.7, 4),
  ])
  func `a proposal is right more often than the best single rule, and never called sure`(
    name: String, precision: Double, recall: Double, whole: Int
  ) throws {
    let truth = try truth(name)
    let lines = Set(truth.map { $0.first_line - 1 })
    let proposal = PasteSplitter.propose(try Samples.bytes("pasted/\(name).txt"))
    let found = proposal.draft.firstLines
    let right = Double(found.intersection(lines).count)
    let texts = Set(
      proposal.draft.pieces.map { proposal.draft.text($0).replacing("\r\n", with: "\n") })
    #expect(right / Double(found.count) >= precision)
    #expect(right / Double(lines.count) >= recall)
    #expect(truth.count { texts.contains($0.text) } >= whole)
    #expect(!proposal.isSure)
  }
}

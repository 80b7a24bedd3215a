import PostilCore
import Testing

@testable import PostilScreen

@Suite struct PageRoomTests {
  private func stage(_ typed: String, rows: Int = 24, columns: Int = 80) throws -> Stage {
    var stage = try Stage(Cast.tagged, rows: rows, columns: columns)
    stage.settle(stage.state.run(.goPage, argument: typed))
    return stage
  }

  /// Goes down until the cursor is on a row; fails when there is none.
  private func walk(
    _ stage: inout Stage, until isThere: (SubjectRoom) -> Bool,
    _ at: SourceLocation = #_sourceLocation
  ) throws {
    for _ in 0..<200 {
      if let page = stage.state.page, isThere(page) { return }
      try stage.press("j")
    }
    Issue.record("no such row", sourceLocation: at)
  }

  @Test func `p opens the page of the one word in the sentence`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("j <Enter> p")
    #expect(stage.state.page?.subject == .ticker("NWND"))
  }

  @Test func `several words under the cursor are offered`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("<Enter> p")
    guard case .picker(let picker) = stage.state.layer else {
      Issue.record("no picker")
      return
    }
    #expect(picker.items.map(\.value) == ["$NWND", "@HelioSoft"])
    try stage.press("<Down> <Enter>")
    #expect(stage.state.page?.subject == .author("@HelioSoft"))
  }

  @Test func `a sentence without such a word leads to who wrote it, as list and ledger do`() throws
  {
    for keys in ["j <Enter> j j p", "j p", "L p"] {
      var stage = try Stage(Cast.desk)
      try stage.press(keys)
      #expect(stage.state.page?.subject == .author("@sitewalker"), "\(keys)")
    }
  }

  @Test func `Enter opens a claim at its words, and C-o comes back to its row`() throws {
    var stage = try stage("$NWND")
    try walk(&stage) { $0.claim?.id == "c-261121-00002" }
    let row = stage.state.page?.cursor
    try stage.press("<Enter>")
    #expect(stage.state.room == .reader)
    #expect(stage.state.reader?.focus == "c-261121-00002")
    try stage.press("C-o")
    #expect(stage.state.page?.claim?.id == "c-261121-00002" && stage.state.page?.cursor == row)
    try stage.press("<Enter> q")
    #expect(stage.state.page?.cursor == row)
  }

  @Test func `from page to page and back, each at its row`() throws {
    var stage = try stage("$NWND")
    try stage.press("G <Enter>")
    #expect(stage.state.page?.subject == .author("@sitewalker"))
    try stage.press("j C-o")
    #expect(stage.state.page?.subject == .ticker("NWND"))
    #expect(stage.state.page?.current?.target == .subject(.author("@sitewalker")))
    try stage.press(">")
    #expect(stage.state.page?.subject == .author("@sitewalker"))
    try stage.press("q")
    #expect(stage.state.page?.subject == .ticker("NWND"))
    try stage.press("q")
    #expect(stage.state.room == .list)
  }

  @Test func `F shows the posts of the page in the list, E would export them`() throws {
    var stage = try stage("$NWND")
    #expect(stage.state.exported.typed == "ticker:NWND")
    try stage.press("F")
    #expect(stage.state.room == .list && stage.state.list.filter == "ticker:NWND")
    try stage.press("C-o")
    #expect(stage.state.page?.subject == .ticker("NWND"))
  }

  @Test func `a verdict on the page changes the claim and keeps the row`() throws {
    var stage = try stage("$NWND")
    try walk(&stage) { $0.claim?.id == "c-261121-00002" }
    try stage.press("t s")
    #expect(stage.desk.claims.first { $0.id == "c-261121-00002" }?.status == .supported)
    #expect(stage.state.page?.claim?.status == .supported)
  }

  @Test func `what was unfolded stays so, and the cursor goes on in it`() throws {
    var stage = try Stage(Cast.crowded, rows: 16)
    stage.settle(stage.state.run(.goPage, argument: "$NWND"))
    try walk(&stage) { $0.current?.target == .more(.claims) }
    let shown = try #require(stage.state.page?.lines).compactMap { line in
      if case .claim(let id) = line.target { id } else { nil }
    }
    try stage.press("<Enter>")
    let next = try #require(stage.state.page?.claim?.id)
    #expect(!shown.isEmpty && !shown.contains(next))
    stage.resize(60, 20)
    #expect(stage.state.page?.claim?.id == next)
  }

  @Test func `Tab walks the parts from their beginnings, S-Tab back again`() throws {
    var stage = try stage("$NWND")
    var sections: [SubjectLine.Section] = []
    for _ in 0..<12 {
      if let section = stage.state.page?.current?.section, sections.last != section {
        sections.append(section)
      }
      try stage.press("<Tab>")
    }
    #expect(Array(sections.prefix(5)) == [.head, .timeline, .track, .claims, .posts])
    for _ in 0..<12 { try stage.press("<S-Tab>") }
    #expect(stage.state.page?.current?.section == .head && stage.state.page?.top == 0)
  }

  @Test(arguments: [(80, 24), (140, 40), (60, 16), (30, 8), (20, 4)])
  func `j reaches every row and the cursor is always in view`(columns: Int, rows: Int) throws {
    for typed in ["$NWND", "@sitewalker", "#power", "@nobody"] {
      var stage = try stage(typed, rows: rows, columns: columns)
      let stops = try #require(stage.state.page).lines.count { $0.target != nil }
      for _ in 0..<stops {
        let page = try #require(stage.state.page)
        #expect((page.top..<page.top + stage.state.frame.body.count).contains(page.cursor))
        for row in stage.canvas.glyphPlane { #expect(Glyph.width(of: row) == columns) }
        try stage.press("j")
      }
      let last = try #require(stage.state.page)
      #expect(last.lines.dropFirst(last.cursor + 1).allSatisfy { $0.target == nil })
    }
  }

  @Test(arguments: [16, 20, 44, 60, 80, 91, 140, 300])
  func `no line of a page is wider than it may be, nor do words lie on words`(width: Int) {
    let desk = Cast.tagged
    for subject in [Subject.ticker("NWND"), .author("@sitewalker"), .tag("power")] {
      let layout = SubjectLayout(printing: desk.page(of: subject), width: width, today: today)
      for line in layout.lines {
        #expect(Glyph.width(of: line.text) <= width, "\(line.text)")
        var end = 0
        for piece in line.pieces.sorted(by: { $0.column < $1.column }) {
          #expect(piece.column >= end, "\(line.text)")
          end = piece.column + Glyph.width(of: piece.text)
        }
      }
    }
  }

  @Test func `a number goes to that row, and plain lines number the rows alike`() throws {
    var stage = try stage("$NWND")
    let rows = try #require(stage.state.page).stops
    for number in [1, 4, rows.count] {
      try stage.press(number > 9 ? "\(number / 10) \(number % 10) g g" : "\(number) g g")
      #expect(stage.state.page?.cursor == rows[number - 1])
      let item = try #require(stage.state.plainItem)
      #expect(item.hasPrefix("\(number)  ") && stage.state.plainRoom.contains(item), "\(item)")
    }
  }

  @Test func `plain lines say in words what the screen draws`() throws {
    let room = try stage("$NWND").state.plainRoom
    #expect(room.contains { $0.contains("week from 2026-11-16: 2 posts; claims 1 forecast") })
    #expect(
      !room.contains { $0.unicodeScalars.contains { ("\u{2500}"..."\u{259F}").contains($0) } })
  }

  @Test func `P finds a page by typing`() throws {
    var stage = try Stage(Cast.desk)
    try stage.press("P n w n d <Enter>")
    #expect(stage.state.page?.subject == .ticker("NWND"))
  }

  @Test func `n goes to the next line with the words`() throws {
    var stage = try stage("@sitewalker")
    try stage.press("/")
    stage.type("block 5")
    try stage.press("<Enter>")
    #expect(stage.state.page?.claim?.id == "c-261121-00005")
  }
}

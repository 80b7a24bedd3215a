import PostilCore
import PostilScreen
import Testing

@Suite struct TextLayoutTests {
  @Test(arguments: Array(0..<150))
  func `every code point that is not a space is drawn exactly once`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let text = naughty(&dice, pieces: 0...60)
    let width = dice.roll(1...(seed % 3 == 0 ? 5 : 72))
    let layout = TextLayout(text, width: width)
    let scalars = Array(text.unicodeScalars)
    var next = 0
    for line in layout.lines {
      #expect(line.width <= width)
      #expect(line.range.lowerBound == next)
      var inside = line.range.lowerBound
      for piece in line.pieces {
        #expect(piece.range.lowerBound == inside, "no gap between pieces")
        inside = piece.range.upperBound
      }
      #expect(scalars[inside..<line.range.upperBound].allSatisfy { $0.properties.isWhitespace })
      next = line.range.upperBound
    }
    #expect(next == scalars.count)
    #expect(layout.count == scalars.count)
  }

  @Test(arguments: Array(0..<60))
  func `the way from a code point to its cell leads back`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let layout = TextLayout(naughty(&dice, pieces: 0...60), width: dice.roll(1...40))
    for (row, line) in layout.lines.enumerated() {
      for piece in line.pieces {
        let offset = piece.range.lowerBound
        #expect(layout.row(of: offset) == row)
        #expect(layout.offset(row: row, column: layout.column(of: offset)) == offset)
        let columns = layout.columns(of: piece.range, row: row)
        #expect(columns?.lowerBound == layout.column(of: offset))
        #expect(columns?.count == piece.width)
      }
      #expect(layout.row(of: layout.offset(row: row, column: 9_999)) == row)
    }
  }

  @Test(arguments: [
    ("", 5, [""]),
    ("one two three", 7, ["one two", "three"]),
    ("one  two", 4, ["one", "two"]),
    ("  indented text", 10, ["  indented", "text"]),
    ("a\nb\r\nc\rd\n", 5, ["a", "b", "c", "d", ""]),
    ("ends here   ", 9, ["ends here"]),
    ("x\ty", 9, ["x   y"]),
    ("see long-term plans", 10, ["see", "long-term", "plans"]),
    ("a supercalifragilistic b", 8, ["a", "supercal", "ifragili", "stic b"]),
    ("to infrastructure-as-a-service", 20, ["to infrastructure-", "as-a-service"]),
    (
      "see https://x.example/reports/2026/q3.html now", 20,
      ["see", "https://x.example/", "reports/2026/q3.html", "now"]
    ),
    ("50 MW", 3, ["50", "MW"]),
    ("is 50\u{A0}MW", 6, ["is", "50 MW"]),
  ])
  func `words go where they fit`(text: String, width: Int, rows: [String]) {
    #expect(TextLayout(text, width: width).lines.map(\.text) == rows)
  }

  @Test(arguments: [
    ("漢字漢字漢字", 5, ["漢字", "漢字", "漢字"]),
    ("漢字。漢字", 4, ["漢", "字。", "漢字"]),
    ("漢「字」漢", 4, ["漢", "「字", "」漢"]),
    ("abc漢字", 4, ["abc", "漢字"]),
    ("電力（MW）は", 8, ["電力", "（MW）は"]),
    ("漢", 1, [" "]),
  ])
  func `ideographs break between each other, but not around their stops`(
    text: String, width: Int, rows: [String]
  ) {
    #expect(TextLayout(text, width: width).lines.map(\.text) == rows)
  }

  @Test func `no row begins with a stop or ends with an opening bracket`() {
    var dice = Dice(seed: 7)
    let parts = ["漢", "字", "か", "。", "、", "「引", "」", "word ", "（", "）", "ー"]
    for _ in 0..<200 {
      var text = "始"
      while text.count < 60 {
        let part = parts[dice.roll(0...parts.count - 1)]
        let isStop = "。、」）ー".contains(part), isOpener = part == "（"
        if isStop, "。、」）ー（ ".contains(text.last ?? "。") { continue }
        if isOpener, text.last == "（" { continue }
        text += part
      }
      for line in TextLayout(text, width: dice.roll(10...40)).lines.dropLast() {
        #expect(!"。、」）ー".contains(line.text.first ?? "漢"), "\(text): \(line.text)")
        #expect(!"「（".contains(line.text.last ?? "漢"), "\(text): \(line.text)")
      }
    }
  }

  @Test func `a cluster is never cut`() {
    let text = "👩‍💻🇺🇸e\u{301}👍🏽漢"
    for width in 1...6 {
      let cuts = TextLayout(text, width: width).lines.flatMap { $0.pieces.map(\.range.lowerBound) }
      var offset = 0
      #expect(
        cuts
          == text.map { character in
            defer { offset += character.unicodeScalars.count }
            return offset
          })
    }
  }

  @Test func `right of a row lies its end, on that row`() {
    let layout = TextLayout("one two\nthree", width: 4)
    #expect(layout.offset(row: 0, column: 50) == 3)
    #expect(layout.offset(row: 1, column: 50) == 7)
    #expect(layout.offset(row: 9, column: 50) == layout.offset(row: 3, column: 50))
    #expect(layout.offset(row: 3, column: 50) == 13)
    #expect(layout.offset(row: 2, column: 50) == 11, "a cut word has no end on the row")
  }

  @Test func `a range covers cells row by row`() {
    let layout = TextLayout("one two three", width: 7)
    #expect(layout.columns(of: 4..<9, row: 0) == 4..<7)
    #expect(layout.columns(of: 4..<9, row: 1) == 0..<1)
    #expect(layout.columns(of: 7..<8, row: 0) == nil, "the space at the wrap")
    #expect(layout.columns(of: 0..<3, row: 1) == nil)
  }

  @Test func `huge texts of one kind are set`() {
    for text in ["a", " ", "-", "/", "漢", "\u{301}", "\n", "\t", "\u{200D}", "🇺"] {
      let layout = TextLayout(String(repeating: text, count: 100_000), width: 72)
      #expect(layout.count == 100_000)
      #expect(layout.lines.last?.range.upperBound == 100_000)
    }
  }

  @Test func `a row is drawn with the looks of its clusters`() {
    var canvas = Canvas(Size(rows: 1, columns: 8))
    let layout = TextLayout("ab cd", width: 8)
    let looks = layout.lines[0].range.map { Look((3..<5).contains($0) ? .claim : .text) }
    canvas.write(layout.lines[0], row: 0, column: 1, looks: looks)
    #expect(canvas.glyphPlane == [" ab cd  "])
    #expect(canvas.rolePlane == ["....cc.."])
  }

  @Test func `plain text is put on one line like any other`() {
    var dice = Dice(seed: 11)
    let letters = Array("ab.~ \t\n\r")
    for _ in 0..<2_000 {
      let text = String((0..<dice.roll(0...14)).map { _ in letters[dice.roll(0...7)] })
      let width = dice.roll(0...16)
      // A letter that is not ASCII at the far end, and the blank before it, take the other way.
      let other = Wrapping.oneLine(text + " é", width: 40)
      let words = String(other.dropLast(other.hasPrefix("é") ? 1 : 2))
      #expect(Wrapping.oneLine(text, width: width) == Glyph.clipped(words, to: width))
    }
  }

  @Test func `a text on one line is folded and clipped`() {
    #expect(Wrapping.oneLine(" a\n\n b\tc ", width: 9) == "a b c")
    #expect(Wrapping.oneLine("Revenue up", width: 10) == "Revenue up")
    #expect(Wrapping.oneLine("Revenue up", width: 9) == "Revenue …")
    #expect(Wrapping.oneLine("Revenue", width: 0) == "")
    #expect(Wrapping.lines("note one\n\n", width: 5) == ["note", "one"])
  }
}

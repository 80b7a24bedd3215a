import PostilCore
import PostilScreen
import Testing

@Suite struct CanvasDrawingTests {
  @Test(arguments: Array(0..<60))
  func `every row sums to the width whatever is drawn`(seed: UInt64) {
    var dice = Dice(seed: seed)
    var canvas = Canvas(
      Size(rows: dice.roll(1...6), columns: dice.roll(1...(seed < 20 ? 4 : 90))))
    for _ in 0..<60 {
      let row = dice.roll(-1...canvas.size.rows)
      let column = dice.roll(-3...canvas.size.columns + 2)
      let width = dice.roll(-1...canvas.size.columns + 2)
      let look = Look(Role.allCases[dice.roll(0...Role.allCases.count - 1)])
      switch dice.roll(0...4) {
      case 0: canvas.fill(row: row, columns: column..<column + max(0, width), look: look)
      case 1: canvas.rule(row: row)
      case 2: canvas.writeRight(naughty(&dice), row: row, end: column, look: look, width: width)
      case 3: canvas.patch(row: row, columns: column..<column + max(0, width), overlay: .span)
      default: canvas.write(naughty(&dice), row: row, column: column, look: look, width: width)
      }
      for row in 0..<canvas.size.rows {
        #expect(wholeness(of: canvas, row: row) == nil)
      }
    }
  }

  @Test func `spellings that Unicode calls the same are drawn as they were written`() {
    for letter in ["\u{E9}", "e\u{301}"] {
      var canvas = Canvas(Size(rows: 1, columns: 20))
      canvas.write("caf\(letter) noir", row: 0, column: 0, look: Look(.text))
      #expect(Array(canvas[0, 3].glyph.utf8) == Array(letter.utf8))
      let line = Wrapping.oneLine("caf\(letter)  noir", width: 20)
      #expect(Array(line.utf8) == Array("caf\(letter) noir".utf8))
    }
  }

  @Test func `what does not fit ends in a mark`() {
    #expect(written("Revenue", 7) == "Revenue")
    #expect(written("Revenue", 6) == "Reven…")
    #expect(written("Revenue", 1) == "…")
    #expect(written("Revenue", 0) == "")
  }

  @Test func `nothing is drawn past the width that was allowed`() {
    var canvas = Canvas(Size(rows: 1, columns: 8))
    canvas.fill(row: 0, glyph: ".")
    let next = canvas.write("漢字漢字", row: 0, column: 1, look: Look(.title), width: 4)
    #expect(next == 5)
    #expect(canvas.row(0).last?.glyph == ".")
    #expect(canvas.row(0)[5].glyph == ".")
  }

  @Test func `writing to the right ends before a column`() {
    var canvas = Canvas(Size(rows: 1, columns: 10))
    #expect(canvas.writeRight("abc", row: 0, end: 8, look: Look(.dim)) == 5)
    #expect(canvas.text(of: 0) == "     abc")
    #expect(canvas.writeRight("too long to fit", row: 0, end: 8, look: Look(.dim)) == 0)
    #expect(canvas.text(of: 0) == "too lon…")
  }

  @Test func `an overlay keeps what it covers`() {
    var canvas = Canvas(Size(rows: 2, columns: 6))
    canvas.write("abcdef", row: 0, column: 0, look: Look(.claimOpen, .marked))
    canvas.patch(row: 0, columns: 2..<4, overlay: .cursor)
    #expect(canvas.text(of: 0) == "abcdef")
    #expect(canvas.rolePlane == ["??????", "......"])
    #expect(canvas.overlayPlane == ["445544", "      "])
    #expect(canvas.legend == [". text", "? claim.open", "1 cursor", "4 marked"])
  }

  @Test func `no two roles share a letter`() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
  }

  @Test func `the parts of a screen look as recorded`() {
    var canvas = Canvas(Size(rows: 4, columns: 24))
    canvas.rule(row: 0)
    let next = canvas.write("iris ", row: 1, column: 1, look: Look(.author))
    canvas.write("A long sentence of words", row: 1, column: next, look: Look(.text))
    canvas.writeRight("2 claims", row: 2, end: 23, look: Look(.dim))
    canvas.patch(row: 1, overlay: .cursor)
    canvas.cursor = (1, 1)
    expectScreen(canvas, "canvas-parts")
  }

  private func written(_ text: String, _ columns: Int) -> String {
    var canvas = Canvas(Size(rows: 1, columns: columns))
    canvas.write(text, row: 0, column: 0, look: Look(.text))
    return canvas.text(of: 0)
  }
}

@testable import PostilScreen
import Testing

@Suite struct SymbolTests {
  @Test func `a symbol is the cluster it was made of, byte by byte`() {
    for text in ["", " ", "a", "é", "e\u{301}", "電", "q\u{323}\u{307}", "q\u{307}\u{323}", "DE"] {
      #expect(Array(Symbol(text).text.utf8) == Array(text.utf8))
      #expect(Symbol(text) == Symbol(text))
    }
  }

  @Test func `two spellings of a letter are two symbols`() {
    #expect(Symbol("é") != Symbol("e\u{301}"))
    #expect(Symbol("q\u{323}\u{307}") != Symbol("q\u{307}\u{323}"))
  }

  @Test func `only printable characters of ASCII are ASCII`() {
    for value in UInt32(0)...0x2FF {
      let text = Unicode.Scalar(value).map { String($0) } ?? ""
      #expect((Symbol(text).ascii != nil) == (0x20...0x7E ~= value))
    }
    #expect(Symbol("e\u{301}").ascii == nil)
  }

  @Test func `every cell that differs is told, and no other`() {
    var dice = Dice(seed: 5)
    let size = Size(rows: 5, columns: 30)
    for _ in 0..<200 {
      var one = Canvas(size)
      for row in 0..<5 { one.write(naughty(&dice), row: row, column: 0, look: Look(.text)) }
      var other = one
      for _ in 0..<dice.roll(0...3) {
        other.write(
          naughty(&dice), row: dice.roll(0...4), column: dice.roll(0...29), look: Look(.claim))
      }
      var told: Set<[Int]> = []
      other.forEachChange(since: one) { told.insert([$0, $1]) }
      for row in 0..<5 {
        for column in 0..<30 {
          #expect(told.contains([row, column]) == (one[row, column] != other[row, column]))
        }
      }
    }
  }
}

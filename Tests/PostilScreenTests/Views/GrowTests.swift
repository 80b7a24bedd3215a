import PostilCore
import Testing

@testable import PostilScreen

@Suite struct GrowTests {
  @Test func `what grows takes in all it had, and shrinks back the same way`() throws {
    var dice = Dice(seed: 31)
    for _ in 0..<120 {
      let text = "Word " + naughty(&dice, pieces: 4...40) + ". More; " + naughty(&dice) + " end"
      let post = Cast.post("x-1", "@a", "2026-11-20", text)
      var reader = Reader(Dossier(post: post, path: ""), frame: try Stage(Cast.desk).state.frame)
      let level = Selection.Level.allCases[dice.roll(0...4)]
      let units = reader.block.units(level)
      guard !units.isEmpty else { continue }
      reader.select(units[dice.roll(0...units.count - 1)], level: level)
      var way = [reader.selection]
      while true {
        reader.grow()
        guard let last = way.last, reader.selection.range != last.range else { break }
        let grown = reader.selection.range
        #expect(
          grown.lowerBound <= last.range.lowerBound && grown.upperBound >= last.range.upperBound)
        way.append(reader.selection)
        try #require(way.count <= Selection.Level.allCases.count)
      }
      #expect(way.last?.range == reader.block.whole)
      for before in way.dropLast().reversed() {
        reader.shrink()
        #expect(reader.selection == before)
      }
      // Further in, each step stays inside and gets smaller, until a word is left.
      while true {
        let before = reader.selection
        reader.shrink()
        guard reader.selection != before else { break }
        #expect(before.range.contains(reader.selection.range))
        try #require(reader.selection.level.rawValue < before.level.rawValue)
      }
    }
  }

  @Test func `a span chosen by hand never cuts what is one character`() throws {
    var dice = Dice(seed: 32)
    let keys = ["w", "b", "e", "h", "l", "(", ")", "o", "0", "$", "<Backspace>", "f e", "F a"]
    for _ in 0..<60 {
      let text = "Begin " + naughty(&dice, pieces: 4...30) + " end"
      var stage = try Stage(Desk(posts: [Cast.post("x-1", "@a", "2026-11-20", text)]))
      try stage.press("<Enter> v")
      for _ in 0..<20 { try stage.press(keys[dice.roll(0...keys.count - 1)]) }
      try stage.press("t s")
      let span = try #require(stage.desk.claims.last?.spans.first)
      let scalars = Array(text.unicodeScalars)
      #expect(!span.isEmpty && Anchor.isGraphemeAligned(span, in: scalars))
      #expect(stage.desk.claims.last?.quotes == [Segments(text).text(span)])
    }
  }
}

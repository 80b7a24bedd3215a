@testable import PostilScreen
import Testing

@Suite struct WrappingTests {
  @Test(arguments: Array(0..<150))
  func `the first rows of a text are set as in the whole of it`(seed: UInt64) {
    var dice = Dice(seed: seed)
    // Some with words that no row holds, and with runs of blanks that a row break swallows.
    let parts = (0..<dice.roll(0...12)).map { _ in
      switch dice.roll(0...4) {
      case 0: String(repeating: "wide-cut/", count: dice.roll(1...30))
      case 1: String(repeating: " ", count: dice.roll(1...300))
      case 2: String(repeating: "\n", count: dice.roll(1...9))
      default: naughty(&dice, pieces: 0...60)
      }
    }
    let text = parts.joined()
    let width = dice.roll(1...40)
    let most = dice.roll(0...8)
    var rows = TextLayout(text, width: width).lines.prefix(most).map(\.text)
    #expect(Wrapping.height(of: text, width: width, most: most) == rows.count)
    while let last = rows.last, last.allSatisfy({ $0 == " " }) { rows.removeLast() }
    #expect(Wrapping.lines(text, width: width, most: most) == rows)
  }

  @Test func `of a text as long as a book only the beginning is looked at`() {
    let text = String(repeating: "Nobody has said so in so many words. ", count: 200_000)
    for _ in 0..<2_000 { #expect(Wrapping.lines(text, width: 40, most: 20).count == 20) }
  }
}

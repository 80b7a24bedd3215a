import PostilScreen
import Testing

@testable import PostilTerminal

struct PainterTests {
  /// Pairs that were defined, as the terminal would know them.
  private final class Pairs {
    var defined: [[Int32]] = []
  }

  private func painter(
    _ depth: Depth, colors: Int, limit: Int32 = 255, _ pairs: Pairs = Pairs(),
    style: @escaping (Look) -> Style
  ) -> Painter {
    var painter = Painter(depth: depth, colors: colors, pairLimit: limit) { pair, front, back in
      pairs.defined.append([pair, front, back])
      return true
    }
    painter.style = style
    return painter
  }

  @Test func `a pair is defined once, and one colour of the terminal's own needs none`() {
    let pairs = Pairs()
    var painter = painter(.indexed, colors: 256, pairs) { look in
      look.role == .text ? Style() : Style(foreground: .indexed(42), attributes: .bold)
    }
    #expect(painter.paint(for: Look(.text)) == Paint(attributes: 0, pair: 0))
    #expect(painter.paint(for: Look(.claim)) == Paint(attributes: 1, pair: 1))
    #expect(painter.paint(for: Look(.claim, .cursor)).pair == 1)
    #expect(pairs.defined == [[1, 42, -1]])
  }

  @Test func `without colour there are only attributes`() {
    var painter = painter(.mono, colors: 0, limit: 0) { _ in
      Style(foreground: .indexed(1), background: .direct(0xFFFFFF), attributes: .reverse)
    }
    #expect(painter.paint(for: Look(.text)) == Paint(attributes: 16, pair: 0))
  }

  @Test func `eight colours have bright ones as bold text`() {
    let pairs = Pairs()
    var painter = painter(.sixteen, colors: 8, pairs) { _ in
      Style(foreground: .indexed(9), background: .indexed(12))
    }
    #expect(painter.paint(for: Look(.text)).attributes == 1)
    #expect(pairs.defined == [[1, 1, 4]])
  }

  @Test func `text stays legible when there are no pairs left`() {
    var painter = painter(.indexed, colors: 256, limit: 1) { look in
      Style(foreground: .indexed(look.role == .text ? 1 : 2))
    }
    #expect(painter.paint(for: Look(.text)).pair == 1)
    #expect(painter.paint(for: Look(.claim)).pair == 0)
  }

  @Test func `no direct colour is taken for one of the terminal's own`() {
    for value in 0..<UInt32(0x400) {
      let number = XtermPalette.directNumber(of: value)
      #expect(number >= 0x100)
      #expect(UInt32(number) & 0xFFFEFF == value & 0xFFFEFF)
    }
    #expect(XtermPalette.directNumber(of: UInt32(0xD6D8DE)) == 0xD6D8DE)
    #expect(XtermPalette.directNumber(of: UInt8(3)) == 3)
    #expect(XtermPalette.directNumber(of: UInt8(196)) == 0xFF0000)
    #expect(XtermPalette.directNumber(of: UInt8(244)) == 0x808080)
  }
}

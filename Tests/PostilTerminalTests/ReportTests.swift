import PostilScreen
import Testing

@testable import PostilTerminal

@Suite struct ReportTests {
  private func read(_ text: String) -> [TerminalInput] {
    var reader = KeyReader()
    return reader.take(text.utf8) + reader.flush()
  }

  @Test(arguments: [
    ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", true), ("\u{1B}]11;rgb:1d1d/1f1f/2121\u{07}", false),
    ("\u{1B}]11;rgb:f/f/e\u{07}", true), ("\u{1B}]11;rgba:0000/0000/0000/ffff\u{07}", false),
    ("\u{1B}]11;#fbf9f3\u{07}", true),
  ])
  func `the background is light or dark`(answer: String, isLight: Bool) {
    #expect(read(answer) == [.answer(.background(isLight: isLight))])
  }

  @Test(arguments: [
    "\u{1B}]11;\u{07}", "\u{1B}]11;rgb:\u{07}", "\u{1B}]11;rgb:ffff/ffff\u{07}",
    "\u{1B}]11;rgb:fffff/0/0\u{07}", "\u{1B}]11;rgb:-1/-1/-1\u{07}", "\u{1B}]11;red\u{07}",
    "\u{1B}]11;?\u{07}", "\u{1B}]10;rgb:ffff/ffff/ffff\u{07}", "\u{1B}]52;c;cm0gLXJmCg==\u{07}",
    "\u{1B}]11;#zzzzzz\u{07}", "\u{1B}[?1;2d", "\u{1B}[<0;0;0M", "\u{1B}[<0;5M",
    "\u{1B}[<99999999999;1;1M", "\u{1B}[<0;-1;4M", "\u{1B}[<;;M", "\u{1B}]11;rgb:é/é/é\u{07}",
  ])
  func `an answer that makes no sense is nothing, and never a key`(answer: String) {
    #expect(read(answer) == [])
  }

  @Test func `an answer too long to be one is not typed`() {
    let flood = "\u{1B}]11;" + String(repeating: "f", count: 100_000)
    var reader = KeyReader()
    let keys = reader.take((flood + "\u{07}").utf8)
    #expect(keys.count < 100_000)
    #expect(reader.take("\u{1B}[?62;4c".utf8).last == .answer(.attributes))
  }

  @Test func `attributes, focus and the mouse are told`() {
    #expect(read("\u{1B}[?62;4c") == [.answer(.attributes)])
    #expect(read("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
    #expect(
      read("\u{1B}[<0;231;7M\u{1B}[<32;232;7M\u{1B}[<0;232;7m\u{1B}[<64;1;1M\u{1B}[<65;1;1M") == [
        .mouse(Mouse(.press, row: 6, column: 230)), .mouse(Mouse(.drag, row: 6, column: 231)),
        .mouse(Mouse(.release, row: 6, column: 231)), .mouse(Mouse(.wheelUp, row: 0, column: 0)),
        .mouse(Mouse(.wheelDown, row: 0, column: 0)),
      ])
    #expect(read("\u{1B}[<2;1;1M\u{1B}[<35;1;1M") == [])
  }

  @Test(arguments: [
    ("─", 1, "-"), ("│", 1, "|"), ("é", 1, "e"), ("e\u{301}", 1, "e"), ("Ａ", 2, "A"),
    ("漢", 2, "?"), ("“", 1, "\""), ("a", 1, "a"), ("▯", 1, "?"), ("€", 1, "E"), ("ﬁ", 1, "f"),
  ])
  func `glyphs have a form in ASCII`(glyph: String, width: Int, form: String) {
    #expect(ASCIIForm.of(glyph, width: width) == form)
  }

  @Test(arguments: [("15;0", false), ("0;15", true), ("0;default;15", true), ("7;8", false)])
  func `COLORFGBG ends in the background`(text: String, isLight: Bool) {
    #expect(Terminal.isLight(text) == isLight)
  }

  @Test func `old terminals are told from those that learn`() {
    func isModern(_ name: String) -> Bool {
      TerminalKind(name: name, depth: .mono, colors: 0).isModern
    }
    for name in ["vt100", "vt220-w", "linux", "ansi", "cons25", "vt52"] { #expect(!isModern(name)) }
    for name in ["xterm", "vte-256color", "screen", "tmux-256color", "foot", "xterm-direct"] {
      #expect(isModern(name))
    }
  }

  @Test func `grey is never bold black where there are eight colours`() {
    var painter = Painter(depth: .sixteen, colors: 8, pairLimit: 63) { _, _, _ in true }
    painter.style = { _ in Style(foreground: .indexed(8)) }
    #expect(painter.paint(for: Look(.dim)) == Paint(attributes: 2, pair: 0))
  }
}

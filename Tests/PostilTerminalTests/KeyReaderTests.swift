import PostilScreen
import Testing

@testable import PostilTerminal

struct KeyReaderTests {
  /// What a burst of bytes means when nothing follows it.
  private func read(_ text: String, named: [[UInt8]: Key] = [:]) -> [TerminalInput] {
    read(Array(text.utf8), named: named)
  }

  private func read(_ bytes: [UInt8], named: [[UInt8]: Key] = [:]) -> [TerminalInput] {
    var reader = KeyReader(named: named)
    return reader.take(bytes) + (reader.patience == nil ? [] : reader.flush())
  }

  @Test(
    arguments: [
      ("a", .character("a")), (" ", .character(" ")), ("é", .character("é")),
      ("👩‍💻", .character("👩‍💻")), ("🇺🇸", .character("🇺🇸")), ("e\u{301}", .character("é")),
      ("\u{00}", .control(" ")), ("\u{01}", .control("a")), ("\u{1A}", .control("z")),
      ("\u{0A}", .control("j")), ("\u{1F}", .control("_")), ("\u{1C}", .control("\\")),
      ("\r", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{08}", .backspace),
      ("\u{1B}", .escape), ("\u{1B}j", .alt("j")), ("\u{1B}é", .alt("é")), ("\u{1B}[", .alt("[")),
      ("\u{1B}O", .alt("O")), ("\u{1B}]", .alt("]")), ("\u{1B}P", .alt("P")),
      ("\u{1B}\r", .alt("\n")), ("\u{1B}\u{7F}", .alt("\u{7F}")),
      ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[1;2A", .shiftUp), ("\u{1B}[1;3D", .altLeft),
      ("\u{1B}[1;5C", .controlRight), ("\u{1B}\u{1B}[B", .altDown), ("\u{1B}[a", .shiftUp),
      ("\u{1B}Od", .controlLeft), ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[4~", .end),
      ("\u{1B}[3~", .delete), ("\u{1B}[2~", .insert), ("\u{1B}[5~", .pageUp),
      ("\u{1B}[6;5~", .pageDown), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)),
      ("\u{1B}[[A", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
      ("\u{1B}[1;2P", .function(13)), ("\u{1B}OM", .enter), ("\u{1B}Ow", .character("7")),
    ] as [(String, Key)])
  func `a burst of bytes is the key that was pressed`(bytes: String, key: Key) {
    #expect(read(bytes) == [.key(key)])
  }

  @Test(arguments: [
    "\u{1B}[97;5u", "\u{1B}[27;5;97~", "\u{1B}[M !!",
    "\u{1B}[?2026;2$y", "\u{1B}[>1;4000;20c", "\u{1B}[1;6A", "\u{1B}[201~", "\u{1B}[99~",
    "\u{1B}]10;rgb:1616/1818/1d1d\u{07}", "\u{1B}]4;1;rgb:16/18/1d\u{1B}\\",
    "\u{1B}P>|xterm(390)\u{1B}\\", "\u{1B}P1+r524742\u{1B}\\", "\u{1B}[1;", "\u{1B}]11;rgb:",
    "\u{1B}[;;;;;;~", "\u{1B}[99999999999999999999~",
  ])
  func `a sequence that is no key is swallowed whole`(bytes: String) {
    #expect(read(bytes) == [])
    var reader = KeyReader()
    #expect(
      (reader.take(bytes.utf8) + reader.flush() + reader.take("x".utf8)) == [.key(.character("x"))])
  }

  @Test func `keys typed faster than they are read come one by one`() {
    #expect(
      read("jj\u{1B}[Bk\u{1B}ja\u{1B}") == [
        .key(.character("j")), .key(.character("j")), .key(.down), .key(.character("k")),
        .key(.alt("j")), .key(.character("a")), .key(.escape),
      ])
    #expect(read("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    #expect(read("\u{1B}\u{03}") == [.key(.escape), .key(.control("c"))])
  }

  @Test func `terminfo's sequences go before what is common`() {
    let named: [[UInt8]: Key] = [Array("\u{1B}[1~".utf8): .function(9), Array("\u{1B}A".utf8): .up]
    #expect(read("\u{1B}[1~", named: named) == [.key(.function(9))])
    #expect(read("\u{1B}A", named: named) == [.key(.up)])
  }

  @Test func `a paste is one input, verbatim but for the ends of lines`() {
    #expect(
      read("\u{1B}[200~a\rb\r\nc\nd\u{1B}[201~j") == [.paste("a\nb\nc\nd"), .key(.character("j"))])
    #expect(
      read("\u{1B}[200~\u{1B}[A\u{03}q\u{1B}[201\u{1B}[201~") == [
        .paste("\u{1B}[A\u{03}q\u{1B}[201")
      ])
    #expect(read("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    let long = Array(repeating: "漢字 é 👩‍💻", count: 10_000).joined(separator: "\n")
    #expect(read("\u{1B}[200~\(long)\u{1B}[201~") == [.paste(long)])
  }

  @Test func `a paste whose end never comes gives the keyboard back`() {
    var reader = KeyReader()
    #expect(reader.take("\u{1B}[200~half".utf8) == [])
    #expect(reader.patience != nil)
    #expect(reader.flush() == [.paste("half")])
    #expect(reader.take("j".utf8) == [.key(.character("j"))])
    #expect(reader.patience == nil)
  }

  @Test func `bytes that are no UTF-8 are no keys`() {
    #expect(read([0xFF, 0x61, 0xC3, 0x62]) == [.key(.character("a")), .key(.character("b"))])
    #expect(read([0xE6, 0xBC]) == [])
    #expect(read([0xC2, 0x9B, 0x41]) == [.key(.character("A"))])
  }

  @Test func `it does not matter how the bytes are cut`() {
    let text =
      "é\u{1B}[1;2Aj漢\u{1B}OP\u{1B}]11;rgb:1\u{07}\u{1B}[200~a\u{1B}[2\rb\u{1B}[201~\u{1B}xq"
    let bytes = Array(text.utf8)
    let whole = read(bytes)
    for cut in 0...bytes.count {
      var reader = KeyReader()
      #expect(reader.take(bytes[..<cut]) + reader.take(bytes[cut...]) == whole)
    }
    var reader = KeyReader()
    #expect(bytes.flatMap { reader.take([$0]) } == whole)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `no bytes confuse it for good`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let likely = Array("\u{1B}\u{1B}[]OPM_0123;~<?$\u{07}\\a漢".utf8)
    var reader = KeyReader()
    for _ in 0..<200 {
      let count = Int(next() % 6)
      _ = reader.take(
        (0..<count).map { _ in
          next() % 3 == 0
            ? UInt8(truncatingIfNeeded: next()) : likely[Int(next() % UInt64(likely.count))]
        })
    }
    _ = reader.flush()
    #expect(reader.patience == nil)
    #expect(reader.take("j".utf8) == [.key(.character("j"))])
  }
}

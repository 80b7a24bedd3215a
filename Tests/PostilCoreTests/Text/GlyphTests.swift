import Foundation
import PostilCore
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc

  /// libc's `wcwidth`, which its header hides from Swift behind `_XOPEN_SOURCE`.
  private let wcwidth = dlsym(nil, "wcwidth").map {
    unsafeBitCast($0, to: (@convention(c) (wchar_t) -> Int32).self)
  }

  /// Cells that libc gives to what is drawn; nil when it would not draw some of it.
  private func libcWidth(_ text: String) -> Int? {
    var sum = 0
    for scalar in text.unicodeScalars {
      guard let cells = wcwidth?(wchar_t(scalar.value)), cells >= 0 else { return nil }
      sum += Int(cells)
    }
    return sum
  }
#endif

@Suite struct GlyphTests {
  #if canImport(Glibc)
    init() throws {
      try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    }

    private func check(_ text: String) -> String? {
      for character in text {
        let glyph = Glyph(character)
        if !(1...2 ~= glyph.width) || libcWidth(glyph.draw) != glyph.width {
          let scalars = character.unicodeScalars.map { String($0.value, radix: 16) }
          return "\(scalars) draws \(glyph.draw.debugDescription) in \(glyph.width)"
        }
      }
      return nil
    }

    @Test func `every scalar is as wide as libc says`() {
      let wrong = (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
        .compactMap { check(String($0)) }
      #expect(Array(wrong.prefix(20)) == [])
    }

    @Test func `mixes of scalars are as wide as libc says`() {
      var random = SeededNumbers(1)
      let interesting: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0x300...0x36F, 0x600...0x6FF, 0x900...0xD7F, 0x1100...0x11FF, 0x200B...0x200F,
        0x20D0...0x20F0, 0x2600...0x27BF, 0x3000...0x30FF, 0xAC00...0xAC40, 0xFE00...0xFE0F,
        0xFF60...0xFFA0, 0x1F1E6...0x1F1FF, 0x1F300...0x1FAFF, 0xE0020...0xE007F, 0...0x10FFFF,
      ]
      for _ in 0..<20_000 {
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          let range = interesting.randomElement(using: &random) ?? 0...0x7F
          guard let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) else {
            continue
          }
          view.append(scalar)
        }
        let text = String(view)
        #expect(check(text) == nil)
        let width = Int.random(in: 0...8, using: &random)
        let clipped = Glyph.clipped(text, to: width)
        #expect((libcWidth(clipped) ?? -1) == min(Glyph.width(of: text), libcWidth(clipped) ?? -2))
        #expect((libcWidth(clipped) ?? 99) <= width)
      }
    }

    @Test(
      .enabled(if: Samples.arePresent),
      arguments: [
        "unicode/emoji-test-14.0.txt", "unicode/UTF-8-demo.txt", "unicode/UTF-8-test.txt",
        "blns/blns.txt", "unicode/GraphemeBreakTest.txt", "unicode/wcwidth_test_emojis.py",
      ])
    func `naughty strings are as wide as libc says`(file: String) throws {
      let text = String(decoding: try Samples.bytes("adversarial/" + file), as: UTF8.self)
      #expect(check(text) == nil)
    }
  #endif

  @Test(arguments: [
    ("a", "a", 1), ("é", "é", 1), ("漢", "漢", 2), ("⚠️", "⚠", 1), ("⚠", "⚠", 1), ("❤️", "❤", 1),
    ("1️⃣", "1", 1), ("👩‍💻", "👩", 2), ("👍🏽", "👍", 2), ("🇺🇸", "US", 2), ("🇺", "U", 1),
    ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴", 2), ("⛹️‍♂️", "⛹", 1), ("\u{1FAE8}", "▯", 1), ("\u{E000}", "▯", 1),
    ("कि", "कि", 2), ("क्षि", "क्ष", 2), ("ｶﾞ", "ｶﾞ", 2), ("\u{1112}\u{1161}\u{11AB}", "한", 2),
    ("\u{3164}", " ", 1), ("\u{A0}", " ", 1), ("\u{3000}", "\u{3000}", 2), ("\t", " ", 1),
    ("\r\n", " ", 1), ("\u{1B}", "␛", 1), ("\0", "␀", 1), ("\u{7F}", "␡", 1), ("\u{9B}", "▯", 1),
    ("\u{202E}", "▯", 1), ("\u{2067}", "▯", 1), ("\u{2028}", "▯", 1), ("\u{200B}", "·", 1),
    ("\u{FEFF}", "·", 1), ("\u{200E}", "·", 1), ("\u{FE0F}", "·", 1), ("\u{AD}", "-", 1),
    ("\u{301}", "◌\u{301}", 1),
    ("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "e\u{301}\u{302}\u{303}\u{304}", 1),
  ])
  func `a cluster is drawn as every terminal can`(text: String, draw: String, width: Int) throws {
    let glyph = Glyph(try #require(text.first))
    #expect(
      glyph.draw.precomposedStringWithCanonicalMapping == draw.precomposedStringWithCanonicalMapping
    )
    #expect(glyph.width == width)
  }

  @Test func `a text is clipped to cells`() {
    #expect(Glyph.clipped("Norrby Grid", to: 11) == "Norrby Grid")
    #expect(Glyph.clipped("Norrby Grid", to: 10) == "Norrby Gr…")
    #expect(Glyph.clipped("漢漢漢", to: 4) == "漢…")
    #expect(Glyph.clipped("漢", to: 1) == "…")
    #expect(Glyph.clipped("a", to: 0) == "")
    #expect(Glyph.clipped("a\nb\u{1B}[2J", to: 80) == "a b␛[2J")
  }
}

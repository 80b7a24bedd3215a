import PostilCore
import Testing

@Suite struct CharactersTests {
  /// What joins what is beside it, or looks as if it did.
  private static let pieces = [
    "a", " ", "\r", "\n", "\r\n", "\t", "\u{0}", "\u{7F}", "é", "e\u{301}", "\u{301}", "\u{20E3}",
    "中", "が", "か\u{3099}", "각", "\u{1100}\u{1161}\u{11A8}", "\u{200D}", "\u{FE0F}", "👩‍👩‍👧", "🇩🇪",
    "🇩", "\u{600}", "\u{110BD}", "नि", "\u{94D}", "ה", "\u{202E}", "1", "#",
  ]

  @Test(arguments: 0..<200)
  func `they are those of the text`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    var text = ""
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += Self.pieces[Int(state >> 33) % Self.pieces.count]
    }
    let expected = text.map { Array($0.unicodeScalars) }
    #expect(Characters(text).map { Array($0.unicodeScalars) } == expected)
    let inner = text.dropFirst(3).dropLast(2)
    #expect(Characters(inner).map { Array($0.unicodeScalars) } == Array(expected[3...].dropLast(2)))
  }
}

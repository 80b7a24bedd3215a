import PostilCore
import TestSupport
import Testing

@Suite struct AnchorTests {
  private func words(_ quote: String, in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return Anchor.places(of: quote, in: scalars).map { range in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
  }

  @Test func `exact words win over similar ones`() {
    #expect(words("20% Prepaid", in: "20% prepaid, 20% Prepaid") == ["20% Prepaid"])
    #expect(words("aa", in: "aaaa") == ["aa", "aa"])
  }

  @Test(arguments: [
    ("it's - \"out\"", "So It’s — “out”, he said", "It’s — “out”"),
    ("first power by March", "First  power\r\n by\u{A0}March.", "First  power\r\n by\u{A0}March"),
    ("  wait... now ", "wait… now", "wait… now"),
    ("coup de grâce", "COUP DE GRÂCE", "COUP DE GRÂCE"),
    ("soft hyphen", "soft hy\u{AD}phen", "soft hy\u{AD}phen"),
  ])
  func `typography is no difference`(quote: String, text: String, expected: String) {
    #expect(words(quote, in: text) == [expected])
  }

  @Test(arguments: [
    ("", "text"), ("  ", "ab"), ("e", "e\u{301}"), ("\n", "a\r\nb"), ("👩", "👩‍💻"), ("..", "…"),
    ("$1.2B", "$1.3B"),
  ])
  func `what does not stand there is not found`(quote: String, text: String) {
    #expect(words(quote, in: text) == [])
  }

  @Test func `every stretch of clusters is found again`() {
    var random = SeededNumbers(3)
    let pieces = [
      "a", "É", "e\u{301}", "👩‍💻", "🇺🇸", " ", "\n", "\r\n", "“", "—", "…", "漢", "İ", "ß", "\u{200B}",
    ]
    for _ in 0..<2_000 {
      let text = (0..<12).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let scalars = Array(text.unicodeScalars)
      let start = Int.random(in: 0...scalars.count, using: &random)
      let end = Int.random(in: start...scalars.count, using: &random)
      let range = Anchor.aligned(start..<end, in: scalars)
      #expect(Anchor.isGraphemeAligned(range, in: scalars))
      #expect(range.lowerBound <= start && range.upperBound >= end)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      let places = Anchor.places(of: String(view), in: scalars)
      #expect(places.allSatisfy { Anchor.isGraphemeAligned($0, in: scalars) })
      guard start < end else { continue }
      #expect(places.contains { Array(scalars[$0]) == Array(scalars[range]) })
    }
  }

  @Test func `a range beyond the text is not aligned, and is clamped`() {
    let scalars = Array("abc".unicodeScalars)
    #expect(!Anchor.isGraphemeAligned(2..<9, in: scalars))
    #expect(!Anchor.isGraphemeAligned(-1..<2, in: scalars))
    #expect(Anchor.aligned(-4..<9, in: scalars) == 0..<3)
  }

  @Test func `a hostile quote ends`() {
    let text = Array(String(repeating: "a", count: 200_000).unicodeScalars)
    #expect(Anchor.places(of: String(repeating: "a", count: 5_000) + "b", in: text) == [])
  }
}

import PostilCore
import Testing

@Suite struct EntityTests {
  private func found(_ kind: Entity.Kind, _ text: String) -> [String] {
    Entity.all(in: Array(text.unicodeScalars)).filter { $0.kind == kind }.map(\.text)
  }

  @Test(arguments: [
    ("$IREN and ($NBIS), $BRK.A; $BTC.X! $f", ["$IREN", "$NBIS", "$BRK.A", "$BTC.X", "$f"]),
    ("$IREN's next step. Buy $BRK.B.", ["$IREN", "$BRK.B"]),
    ("$4.5B, A$AP, L$D, US$, $$IREN, $TOOLONGG, $IREN1", []),
    ("$IREN.It grows", ["$IREN"]),
    ("Up: https://x.example.com/$IREN $NBIS", ["$NBIS"]),
  ])
  func `a cashtag is found`(text: String, expected: [String]) {
    #expect(found(.cashtag, text) == expected)
  }

  @Test(arguments: [
    ("@mira@joren hello", ["@mira", "@joren"]),
    ("thanks @Norrby_Grid, (@mira) and RT@joren", ["@Norrby_Grid", "@mira", "@joren"]),
    ("write to mira@norrby.example", []),
    ("@mira@social.example.org said", ["@mira@social.example.org"]),
    ("https://example.com/@mira", []),
  ])
  func `a mention is found`(text: String, expected: [String]) {
    #expect(found(.mention, text) == expected)
  }

  @Test(arguments: [
    ("#AI #Überbau #電力 #1 #2026q1", ["#AI", "#Überbau", "#電力", "#2026q1"]),
    ("a#b #️⃣ &#39;", []),
  ])
  func `a hashtag is found`(text: String, expected: [String]) {
    #expect(found(.hashtag, text) == expected)
  }

  @Test(arguments: [
    ("Read https://t.co/abc123.", ["https://t.co/abc123"]),
    (
      "(see https://en.example.org/wiki/Power_(physics)).",
      ["https://en.example.org/wiki/Power_(physics)"]
    ),
    (
      "see (https://example.com/a) and HTTP://EXAMPLE.COM/b?c=d&e=f#g!",
      ["https://example.com/a", "HTTP://EXAMPLE.COM/b?c=d&e=f#g"]
    ),
    (
      "www.norrby.com/news, glassno.example.de/45B and norrby.com",
      ["www.norrby.com/news", "glassno.example.de/45B", "norrby.com"]
    ),
    ("e.g. this, U.S. growth, Node.js, 3.5x, at 1.2M/yr, and/or", []),
    ("https:// http://localhost https://…", []),
    ("https://example.com:8080/x", ["https://example.com:8080/x"]),
    ("https://example.com/日本", ["https://example.com/"]),
  ])
  func `a link is found`(text: String, expected: [String]) {
    #expect(found(.link, text) == expected)
  }

  @Test func `entities come in order and hold their words`() {
    let text = "🚀 $IREN with @mira at https://t.co/a #AI\r\n漢 $NBIS"
    let scalars = Array(text.unicodeScalars)
    let all = Entity.all(in: scalars)
    #expect(all.map(\.kind) == [.cashtag, .mention, .link, .hashtag, .cashtag])
    #expect(all.allSatisfy { Array($0.text.unicodeScalars) == Array(scalars[$0.range]) })
  }

  @Test func `hostile texts end`() {
    for piece in ["http://a.com/(", "@a", "$a", "#é", "a.", "http://", "((", "@a@a.com@"] {
      let scalars = Array(String(repeating: piece, count: 20_000).unicodeScalars)
      let all = Entity.all(in: scalars)
      #expect(zip(all, all.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    }
  }
}
